/**
 * Goal: no request, however odd, is answered by a fault of ours.
 * Method: requests are made from the printed OpenAPI document alone, each part right, nearly right
 * or wild; the answer is one that the document names: a response of its schema, or a whole problem.
 */
import { checkLedger } from '@roadbook/server/book/proof/check-ledger';
import type { Engine } from '@roadbook/server/testing/test-store';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { effort } from '../house/effort.ts';
import { DESK_AUDIENCES, operationOf, send } from './call.ts';
import { checkProblem } from './check-problem.ts';
import { type Described, described, document, documentedCodes, type Schema } from './document.ts';
import { example } from './examples.ts';
import { contractIds, giveSignIns } from './people.ts';
import { openTestPortal, type TestPortal } from './test-portal.ts';

const SEED = 20_261_102;
const REQUESTS = 20_000;

/** What people and attackers put where something else belongs. */
const wild: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '‮abc',
    'null',
    '0',
    '-0',
    '1e400',
    '9'.repeat(40),
    "' or 1=1 --",
    '<script>alert(1)</script>',
    '../../../etc/passwd',
    '%00',
    'x'.repeat(5_000),
    '2026-02-30',
    '0000-00-00',
    '99999-01-01',
    '1900-01-01',
    null,
    true,
    0,
    -1,
    0.001,
    1e308,
    Number.MAX_SAFE_INTEGER,
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** A value of a schema, as the document describes it; now and then something else. */
function someValueOf(schema: Schema): fc.Arbitrary<unknown> {
  const right = rightValueOf(schema);
  return fc.oneof({ weight: 6, arbitrary: right }, { weight: 1, arbitrary: wild });
}

function rightValueOf(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined) {
    const named = document.components.schemas[schema.$ref.split('/').at(-1) ?? ''];
    if (named === undefined) throw new Error(`the document lacks ${schema.$ref}`);
    return rightValueOf(named);
  }
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.properties !== undefined) {
    const fields = Object.entries(schema.properties).map(([name, each]) => [
      name,
      someValueOf(each),
    ]);
    const model = Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>;
    const whole = fc.record(model, { requiredKeys: [...(schema.required ?? [])] });
    return fc.oneof(whole, fc.record(model, { requiredKeys: [] }));
  }
  if (schema.format === 'uuid') {
    return fc.oneof(fc.constantFrom(...Object.values(contractIds)), fc.uuid());
  }
  if (schema.format === 'date') {
    const day = fc.integer({ min: 0, max: 150 });
    return day.map((n) => new Date(Date.UTC(2026, 9, 20 + n)).toISOString().slice(0, 10));
  }
  if (schema.type === 'integer') return fc.integer({ min: 0, max: 100 });
  if (schema.pattern !== undefined) return fc.stringMatching(new RegExp(schema.pattern, 'u'));
  return fc.string({ minLength: 1, maxLength: 30 });
}

/** Something good, and as often the same with one field that is not. */
function spoilt(good: unknown): fc.Arbitrary<unknown> {
  if (typeof good !== 'object' || good === null) return fc.constant(good);
  const names = Object.keys(good);
  if (names.length === 0) return fc.constant(good);
  const bad = fc.tuple(fc.constantFrom(...names), wild);
  return fc.oneof(
    fc.constant(good),
    bad.map(([name, value]) => ({ ...good, [name]: value })),
  );
}

type Request = {
  readonly operation: Described;
  readonly path: Record<string, unknown>;
  readonly query: Record<string, unknown>;
  readonly key: unknown;
  readonly body: unknown;
  readonly who: string;
  readonly contentType: string;
};

function requestOf(operation: Described): fc.Arbitrary<Request> {
  const { parameters = [], requestBody } = operation;
  const part = (place: string) =>
    Object.fromEntries(
      parameters.filter((each) => each.in === place).map(({ name, schema }) => [name, schema]),
    );
  const values = (schemas: Record<string, Schema>) =>
    fc.record(
      Object.fromEntries(Object.entries(schemas).map(([name, each]) => [name, someValueOf(each)])),
    );
  const ids = Object.keys(part('path'));
  const own = fc.constant(Object.fromEntries(ids.map((name) => [name, ownValue(name)])));
  const schema = requestBody?.content['application/json']?.schema;
  const good = example(operation.operationId);
  return fc.record({
    operation: fc.constant(operation),
    path: fc.oneof({ weight: 3, arbitrary: own }, { weight: 1, arbitrary: values(part('path')) }),
    query: fc.oneof(
      { weight: 2, arbitrary: fc.oneof(fc.constant({}), values(part('query'))) },
      { weight: 2, arbitrary: spoilt(good.query ?? {}) as fc.Arbitrary<Record<string, unknown>> },
      { weight: 1, arbitrary: fc.dictionary(fc.string(), wild, { maxKeys: 2 }) },
    ),
    key: fc.oneof(
      { weight: 4, arbitrary: fc.stringMatching(/^[!-~]{8,20}$/) },
      { weight: 1, arbitrary: fc.constantFrom(undefined, '', 'short', 'with blank inside') },
    ),
    body: fc.oneof(
      { weight: 3, arbitrary: schema === undefined ? fc.constant(undefined) : someValueOf(schema) },
      { weight: 2, arbitrary: spoilt(good.body) },
      { weight: 1, arbitrary: wild },
    ),
    who: fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...operation.tags) },
      { weight: 1, arbitrary: fc.constantFrom('customer', 'integrator', 'staff', 'nobody') },
    ),
    contentType: fc.oneof(
      { weight: 9, arbitrary: fc.constant('application/json') },
      { weight: 1, arbitrary: fc.constantFrom('text/plain', 'text/xml', 'image/png', '/', 'json') },
    ),
  });
}

/** Stands for Dana's id, which is only known when the people are boarded. */
const DANA = '{dana}';

function ownValue(name: string): string {
  if (name === 'kind') return 'dispute';
  return name === 'personId' ? DANA : contractIds.loan;
}

const anyRequest = fc.oneof(...described.map(requestOf));

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '');

/** The percent form of any text; half a surrogate has none and travels as its replacement. */
const encoded = (value: unknown): string =>
  encodeURIComponent(Buffer.from(asText(value)).toString());

type Cookies = { readonly customer: string; readonly staff: string; readonly dana: string };

async function ask(
  portal: TestPortal,
  cookies: Cookies,
  { operation, path, query, key, body, who, contentType }: Request,
) {
  const url = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encoded(path[name] === DANA ? cookies.dana : path[name]),
  );
  const search = Object.entries(query)
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .join('&');
  const isHeader = typeof key === 'string';
  const isDesk = operation.tags.some((tag) => DESK_AUDIENCES.includes(tag));
  return (isDesk ? portal.desk : portal.app).inject({
    method: operation.method.toUpperCase() as 'GET',
    url: search === '' ? url : `${url}?${search}`,
    headers: {
      ...(who === 'customer' ? { cookie: cookies.customer } : {}),
      ...(who === 'staff' ? { cookie: cookies.staff } : {}),
      ...(who === 'integrator' ? { authorization: `Bearer ${portal.token}` } : {}),
      ...(isHeader ? { 'idempotency-key': key } : {}),
      ...(body === undefined ? {} : { 'content-type': contentType }),
    },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) ?? '' }),
  });
}

/** After these somebody has to sign in again, or to say again why they look. */
const ENDS_A_SESSION = new Set([
  'signOut',
  'signIn',
  'changePassword',
  'endSession',
  'stepUpByPassword',
  'deskSignOut',
  'endOwnSession',
  'endCustomerSessions',
  'leaveCustomer',
]);

/** The fuzz on one engine: they differ in what text they take. */
export function fuzzOn(engine: Engine): void {
  describe(`the API under odd requests, ${engine}`, () => {
    let portal: TestPortal;
    let cookies: Cookies;
    const signInAgain = async (): Promise<void> => {
      await giveSignIns(portal.shell.store);
      cookies = {
        customer: await portal.signIn('dana'),
        staff: await portal.deskCookie('supervisor'),
        dana: await portal.personId('dana'),
      };
      await send(portal, 'giveReason', {
        ...example('giveReason'),
        cookie: cookies.staff,
        params: { personId: cookies.dana },
      });
    };
    beforeAll(async () => {
      portal = await openTestPortal({ engine });
      await signInAgain();
    });
    afterAll(() => portal.end());
    const tally = new Map<number, number>();

    test(`${effort(REQUESTS)} odd requests: each is done or refused as documented`, async () => {
      await fc.assert(
        fc.asyncProperty(anyRequest, async (request) => {
          // Passwords are guessed a hundred times over here; the wait is tested elsewhere.
          await portal.shell.store.query('delete from throttle');
          const answer = await ask(portal, cookies, request);
          tally.set(answer.statusCode, (tally.get(answer.statusCode) ?? 0) + 1);
          const id = request.operation.operationId;
          if (answer.statusCode < 400) {
            const { status, response } = operationOf(id);
            const isJson = /json/.test(String(answer.headers['content-type']));
            const said: unknown = isJson ? answer.json() : answer.body;
            expect(answer.statusCode).toBe(status);
            expect(response.parse(said)).toEqual(said);
            if (ENDS_A_SESSION.has(id)) await signInAgain();
            return;
          }
          const problem = checkProblem(answer);
          expect(problem.status, answer.body).toBeLessThan(500);
          if (problem.code === 'not-found')
            expect(Object.values(request.path).map(asText)).toContain('');
          else expect(documentedCodes(id)).toContain(problem.code);
        }),
        { seed: SEED, numRuns: effort(REQUESTS), endOnFailure: false },
      );
      console.info(`answers by status: ${[...tally].map(([s, n]) => `${s}: ${n}`).join(', ')}`);
      expect(tally.get(200)).toBeGreaterThan(0);
      expect(tally.get(201)).toBeGreaterThan(0);
    });

    test('after all of it the ledger proves', async () => {
      const { findings, entries } = await checkLedger(portal.shell.store);
      expect(findings).toEqual([]);
      expect(entries).toBeGreaterThan(5);
    });
  });
}
