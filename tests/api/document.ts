/** The printed OpenAPI document as tests read it. */
import { openApiDocument } from '@roadbook/api/openapi';

export type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly format?: string;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly additionalProperties?: Schema | boolean;
};

export type Parameter = {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: Schema;
};

export type PathOperation = {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
  };
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content: object }>
  >;
};

export type Document = {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, PathOperation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly securitySchemes: Readonly<Record<string, object>>;
  };
};

export const document = JSON.parse(openApiDocument()) as Document;

export type Described = PathOperation & { readonly path: string; readonly method: string };

/** Every operation of the document with its place. */
export const described: readonly Described[] = Object.entries(document.paths).flatMap(
  ([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, path, method })),
);

/** The problem codes that the document names for an operation. */
export function documentedCodes(id: string): readonly string[] {
  const operation = described.find(({ operationId }) => operationId === id);
  if (operation === undefined) throw new Error(`the document has no operation ${id}`);
  return Object.values(operation.responses).flatMap(({ description }) =>
    description.split('\n').flatMap((line) => /^([a-z-]+): /.exec(line)?.[1] ?? []),
  );
}
