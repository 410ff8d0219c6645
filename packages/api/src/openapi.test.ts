import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openApiDocument } from './openapi.ts';
import { OPERATIONS } from './operations/all.ts';

type Json = { [key: string]: unknown };

const text = openApiDocument();
const document = JSON.parse(text) as {
  openapi: string;
  info: Json;
  paths: Record<string, Record<string, Json>>;
  components: { schemas: Record<string, Json>; securitySchemes: Record<string, Json> };
};
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

/** Every object in the document, with where it stands. */
function* walk(value: unknown, at: string): Generator<[at: string, node: Json]> {
  if (typeof value !== 'object' || value === null) return;
  yield [at, value as Json];
  for (const [key, each] of Object.entries(value)) yield* walk(each, `${at}/${key}`);
}

test('the committed openapi.json is the printed document; print it anew with "openapi"', () => {
  const committed = new URL('../../../openapi.json', import.meta.url);
  expect(readFileSync(committed, 'utf8')).toBe(text);
});

describe('the document', () => {
  test('has the parts that OpenAPI 3.1 asks for', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.info).toMatchObject({ title: 'Roadbook', version: '1' });
    for (const { path, method, operation } of operations) {
      expect(path).toMatch(/^\/api\/v1\/[a-z/{}A-Z-]+(?:\.(?:csv|html|ics))?$/);
      expect(['get', 'post', 'put', 'patch', 'delete']).toContain(method);
      expect(Object.keys(operation.responses as Json).length).toBeGreaterThan(1);
      for (const [status, response] of Object.entries(operation.responses as Json)) {
        expect(status).toMatch(/^[2-5]\d\d$/);
        expect(response).toHaveProperty('description', expect.stringMatching(/./));
      }
    }
  });

  test('has every operation once, under its own name', () => {
    const ids = operations.map(({ operation }) => operation.operationId as string);
    expect(ids.toSorted()).toEqual(OPERATIONS.map(({ id }) => id).toSorted());
  });

  test('declares every parameter of every path, and no other', () => {
    for (const { path, operation } of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const parameters = (operation.parameters ?? []) as { name: string; in: string }[];
      const declared = parameters.filter((each) => each.in === 'path').map(({ name }) => name);
      expect(declared.toSorted(), path).toEqual(named.toSorted());
      const places = parameters.map((each) => `${each.in} ${each.name}`);
      expect(new Set(places).size).toBe(places.length);
    }
  });

  test('refers only to what is there', () => {
    for (const [at, node] of walk(document, '')) {
      if (node.$ref === undefined) continue;
      const [, name] = /^#\/components\/schemas\/(\w+)$/.exec(String(node.$ref)) ?? [];
      expect(document.components.schemas, at).toHaveProperty(name ?? 'nothing');
    }
  });

  test('asks for a scheme that is declared, in the audience’s way', () => {
    const wanted: Record<string, string | undefined> = {
      customer: 'session',
      integrator: 'bearer',
      staff: 'deskSession',
    };
    for (const { operation } of operations) {
      const [audience] = operation.tags as string[];
      const schemes = (operation.security as Json[]).flatMap((each) => Object.keys(each));
      expect(schemes).toEqual([wanted[audience ?? '']].filter((each) => each !== undefined));
      for (const scheme of schemes) {
        expect(document.components.securitySchemes).toHaveProperty(scheme);
      }
    }
  });

  test('has every amount and rate as digits: no number is money', () => {
    let seen = 0;
    for (const [at, node] of walk(document, '')) {
      for (const [name, each] of Object.entries((node.properties ?? {}) as Record<string, Json>)) {
        if (!/(?:Cents|^cents|Ppb|Micros|E18)$/.test(name)) continue;
        seen += 1;
        const shapes = (each.anyOf ?? [each]) as Json[];
        for (const shape of shapes.filter(({ type }) => type !== 'null')) {
          const { $ref } = shape;
          const target =
            $ref === undefined
              ? shape
              : document.components.schemas[String($ref).split('/').at(-1) ?? ''];
          expect(target, `${at}/${name}`).toMatchObject({
            type: 'string',
            pattern: expect.stringMatching(/\\d\{1,(?:16|40)\}\$$/),
          });
        }
      }
    }
    expect(seen).toBeGreaterThan(30);
  });

  test('takes nothing in a body or query that it does not name', () => {
    const bodies = operations.flatMap(({ operation }) => {
      const body = operation.requestBody as { content: Record<string, { schema: Json }> };
      return body === undefined ? [] : [body.content['application/json']?.schema ?? {}];
    });
    for (const { $ref, ...inline } of bodies) {
      const name = String($ref).split('/').at(-1) ?? '';
      const schema = $ref === undefined ? inline : document.components.schemas[name];
      expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
    }
    expect(bodies.length).toBeGreaterThan(6);
  });

  test('asks for a key wherever a command writes', () => {
    for (const { operation } of operations) {
      const { idempotent } = OPERATIONS.find(({ id }) => id === operation.operationId) ?? {};
      const parameters = (operation.parameters ?? []) as { name: string; required: boolean }[];
      const key = parameters.find(({ name }) => name === 'Idempotency-Key');
      expect(key?.required).toBe(idempotent);
    }
  });
});
