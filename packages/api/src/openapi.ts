import { z } from 'zod';
import type { Operation } from './operation.ts';
import { OPERATIONS } from './operations/all.ts';
import { PROBLEMS, type ProblemCode } from './problem.ts';

type Json = { [key: string]: unknown };

const SECURITY: Readonly<Record<Operation['audience'], readonly Json[]>> = {
  public: [],
  customer: [{ session: [] }],
  integrator: [{ bearer: [] }],
  'desk-guest': [],
  staff: [{ deskSession: [] }],
};

let printed: string | null = null;

/**
 * The OpenAPI 3.1 document of every operation, printed from the same values that the server binds.
 * The committed `openapi.json` is compared with it by a test.
 */
export function openApiDocument(): string {
  printed ??= `${JSON.stringify(document(), null, 2)}\n`;
  return printed;
}

function document(): Json {
  const paths: { [path: string]: Json } = {};
  for (const operation of OPERATIONS) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}');
    const others = paths[path] ?? {};
    paths[path] = { ...others, [operation.method.toLowerCase()]: describe(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Roadbook',
      version: '1',
      description:
        'Servicing of auto loans and leases. Amounts are whole cents as strings of digits. ' +
        'Commands take an Idempotency-Key: the same key with the same content gives the same ' +
        'answer. Problems are application/problem+json (RFC 9457) with a code, what to do next ' +
        'and a reference.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'roadbook' },
        bearer: { type: 'http', scheme: 'bearer' },
        deskSession: { type: 'apiKey', in: 'cookie', name: 'roadbook-desk' },
      },
      schemas: { ...namedSchemas, Problem: problemSchema() },
    },
  };
}

const namedSchemas: Json = {};

/** A schema as JSON Schema; those with an id go to the components and are referred to. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const {
    $schema: _dialect,
    $defs,
    ...rest
  } = z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      delete jsonSchema.id;
    },
  }) as Json & { $defs?: Json };
  const text = (value: unknown): string =>
    JSON.stringify(value).replaceAll('#/$defs/', '#/components/schemas/');
  for (const [name, definition] of Object.entries($defs ?? {})) {
    namedSchemas[name] = JSON.parse(text(definition));
  }
  return JSON.parse(text(rest)) as Json;
}

function describe(operation: Operation): Json {
  const { id, audience, permission, summary, description, body, status, response } = operation;
  const parameters = [
    ...parametersOf(operation.params, 'path'),
    ...parametersOf(operation.query, 'query'),
    ...(operation.idempotent === true ? [idempotencyKey()] : []),
  ];
  return {
    operationId: id,
    tags: [audience],
    summary,
    ...(description === undefined ? {} : { description }),
    security: SECURITY[audience],
    ...(permission === undefined ? {} : { 'x-permission': permission }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(body, 'input') } },
          },
        }),
    responses: {
      [status]: {
        description: summary,
        content: {
          [operation.produces ?? 'application/json']: { schema: schemaOf(response, 'output') },
        },
      },
      ...problemResponses(operation),
    },
  };
}

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (schema === undefined) return [];
  const { properties, required } = schemaOf(schema, 'input') as {
    properties?: Json;
    required?: string[];
  };
  return Object.entries(properties ?? {}).map(([name, each]) => ({
    name,
    in: place,
    required: place === 'path' || (required ?? []).includes(name),
    schema: each,
  }));
}

function idempotencyKey(): Json {
  return {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    schema: { type: 'string', pattern: '^[\\x21-\\x7e]{8,200}$' },
  };
}

function problemResponses(operation: Operation): Json {
  const common: ProblemCode[] = ['invalid-input', 'starting', 'unexpected', 'wrong-host'];
  common.push('stopping', 'database-away');
  common.push('too-much-at-once', 'address-too-long', 'request-too-slow');
  if (operation.audience === 'customer') common.push('not-signed-in');
  if (operation.audience === 'staff') {
    common.push('not-signed-in', 'not-permitted', 'provider-unreachable');
  }
  if (operation.audience !== 'integrator') common.push('wrong-origin');
  if (operation.audience === 'integrator') common.push('token-refused', 'too-many-attempts');
  if (operation.method !== 'GET') common.push('body-too-large', 'media-type-not-read');
  if (operation.method !== 'GET') common.push('not-confirmed');
  if (operation.idempotent === true) common.push('key-missing');
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of [...operation.problems, ...common]) {
    const { status } = PROBLEMS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: [...new Set(codes)]
          .map((code) => `${code}: ${PROBLEMS[code].title}`)
          .join('\n'),
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    ]),
  );
}

function problemSchema(): Json {
  const text = { type: 'string' };
  const properties = {
    type: text,
    title: text,
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(PROBLEMS) },
    detail: text,
    next: text,
    reference: text,
    facts: { type: 'object', additionalProperties: text },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { field: text, value: text, rule: text },
        required: ['field', 'value', 'rule'],
      },
    },
  };
  return { type: 'object', properties, required: Object.keys(properties) };
}
