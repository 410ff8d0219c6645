/**
 * Goal: a database that is away, full or silent is a 503 that tells no more than is known, whoever
 * asks for whatever; the same key then does it once.
 * Method: every operation over a store whose statements fail on demand, before or after they are
 * carried out.
 */
import { OPERATIONS } from '@roadbook/api/operations/all';
import type { ProblemCode } from '@roadbook/api/problem';
import { checkLedger } from '@roadbook/server/book/proof/check-ledger';
import { createWriter } from '@roadbook/server/book/write/writer';
import { createPortalApp } from '@roadbook/server/http/portal-app';
import type { Running } from '@roadbook/server/http/portal-options';
import type { Shell } from '@roadbook/server/operation/shell';
import { DatabaseAway } from '@roadbook/server/platform/database/database-away';
import type { Store } from '@roadbook/server/platform/database/store';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { call, refused, send } from './call.ts';
import { checkProblem } from './check-problem.ts';
import { example } from './examples.ts';
import { contractIds, PASSWORD } from './people.ts';
import { openTestPortal, type TestPortal } from './test-portal.ts';

/** What becomes of a statement: null for nothing, else when it fails and how. */
type Fate = { readonly when: 'before' | 'after'; readonly fault: DatabaseAway } | null;

let portal: TestPortal;
let app: FastifyInstance;
let shell: Shell;
let cookie: string;
let methodId: string;
let fate: (name: string) => Fate;
const log: string[] = [];
const running: Running = { isStopping: false, underWay: 0, notes: () => [] };

const away: Fate = { when: 'before', fault: new DatabaseAway('away', false) };
/** The statement is carried out, and its answer is lost. */
const unanswered: Fate = { when: 'after', fault: new DatabaseAway('slow', true) };
const isWrite = (name: string): boolean => name.startsWith('apply-decision');

function fateful(store: Store): Store {
  const faulty: Store = {
    ...store,
    get patient() {
      return faulty;
    },
    query: async <R>(statement: Parameters<Store['query']>[0], values?: readonly unknown[]) => {
      const now = fate(typeof statement === 'string' ? statement : statement.name);
      if (now?.when === 'before') throw now.fault;
      const rows = await store.query<R>(statement, values);
      if (now?.when === 'after') throw now.fault;
      return rows;
    },
  };
  return faulty;
}

beforeAll(async () => {
  portal = await openTestPortal();
  cookie = await portal.signIn('dana');
  const body = { ...(example('addPaymentMethod').body as object) };
  methodId = (await call<{ methodId: string }>(portal, 'addPaymentMethod', { cookie, body }))
    .methodId;
  fate = () => null;
  const store = fateful(portal.shell.store);
  shell = { ...portal.shell, store, writer: createWriter(store, portal.shell.clock) };
  app = await createPortalApp({
    shell: () => shell,
    logger: pino({ level: 'warn' }, { write: (line: string) => void log.push(line) }),
    isHttps: false,
    trustProxy: false,
    pagesFolder: null,
    running,
  });
  portal = { ...portal, app };
});
beforeEach(() => {
  fate = () => null;
});
afterAll(async () => {
  const { findings } = await checkLedger(shell.store);
  await app.close();
  await portal.end();
  expect(findings).toEqual([]);
});

const caller = (audience: string) =>
  audience === 'integrator' ? { token: portal.token } : audience === 'customer' ? { cookie } : {};

/** Refused before the database is asked, because no browser of these tests is proving anything. */
const NEEDS_CEREMONY: ReadonlySet<string> = new Set([
  'getCeremony',
  'sendCeremonyCode',
  'proveCeremonyCode',
  'proveCeremonyFacts',
  'setCeremonyPassword',
  'getRecoveryAsked',
  'askRecoveryLetter',
  'askRecoveryCall',
  'proveRecovery',
  'setRegistrationEmail',
  'askRegistrationPasskey',
  'finishRegistration',
]);

/** Asks the lender's file, and no database. */
const ASKS_NONE: ReadonlySet<string> = new Set(['getRegistration']);

const bound = OPERATIONS.filter(
  ({ id, audience }) =>
    ['public', 'customer', 'integrator'].includes(audience) &&
    !NEEDS_CEREMONY.has(id) &&
    !ASKS_NONE.has(id),
);

test.each(bound.map(({ id, audience }) => [id, audience]))(
  '%s (%s) is answered with 503 and what to do',
  async (id, audience) => {
    fate = () => away;
    const input = { ...example(id), ...caller(audience) };
    const problem = await refused(portal, id, 'database-away', input);
    expect(problem.detail).toMatch(/Nothing was recorded, and nothing is lost/);
    expect((await send(portal, id, input)).headers['retry-after']).toBe('2');
  },
);

test('the log says why in one line, and nothing of what was sent', async () => {
  fate = () => away;
  log.length = 0;
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { login: 'dana', password: PASSWORD },
  });
  expect(checkProblem(answer).code).toBe('database-away');
  expect(log).toHaveLength(1);
  expect(JSON.parse(log[0] ?? '')).toMatchObject({ code: 'database-away', database: 'away' });
  expect(log[0]).not.toMatch(/dana|password/);
});

const payment = (key: string) => ({
  cookie,
  key,
  params: { contractId: contractIds.loan },
  body: { amountCents: '10000', purpose: 'regular', on: '2026-11-02', methodId },
});

const paymentsOf = async (key: string): Promise<number> => {
  const rows = await portal.shell.store.query('select from entry where key = $1', [key]);
  return rows.length;
};

describe('a payment', () => {
  test('whose statement was never answered is found again, and answered as made', async () => {
    let lost = 0;
    fate = (name) => {
      lost += isWrite(name) ? 1 : 0;
      return isWrite(name) && lost === 1 ? unanswered : null;
    };
    await call(portal, 'makePayment', payment('found-again'));
    expect(lost).toBe(1);
    expect(await paymentsOf('pay:found-again')).toBe(1);
  });

  const lost: readonly (readonly [string, (name: string) => Fate, ProblemCode, number])[] = [
    [
      'on a full disk',
      (name) => (isWrite(name) ? { when: 'before', fault: new DatabaseAway('full', false) } : null),
      'database-away',
      0,
    ],
    [
      'never confirmed, and written',
      (name) => (isWrite(name) ? unanswered : null),
      'not-confirmed',
      1,
    ],
    [
      'written, with no receipt to be read',
      (name) => (name === 'read-overviews' ? away : null),
      'not-confirmed',
      1,
    ],
  ];
  test.each(lost)('%s is not called more than it is', async (name, fates, code, written) => {
    const key = `lost-${written}-${name.length}`;
    // Nobody waits in a test: a writer in a hurry gives up at the first failure.
    const writer = createWriter(shell.store, shell.clock);
    writer.hurry();
    const patient = shell;
    shell = { ...shell, writer };
    fate = fates;
    await refused(portal, 'makePayment', code, payment(key));
    expect(await paymentsOf(`pay:${key}`)).toBe(written);
    fate = () => null;
    await call(portal, 'makePayment', payment(key));
    expect(await paymentsOf(`pay:${key}`)).toBe(1);
    shell = patient;
  });
});

describe('health', () => {
  const ready = async () => {
    const answer = await app.inject({ url: '/health/ready' });
    return { code: answer.statusCode, ...(answer.json() as object) };
  };

  test('says that the database cannot be reached', async () => {
    shell = { ...shell, writer: createWriter(shell.store, shell.clock) };
    fate = () => away;
    expect(await ready()).toEqual({ code: 503, status: 'database-unreachable' });
    fate = () => null;
    expect(await ready()).toEqual({ code: 200, status: 'ready' });
  });

  test('says that the writer has gone silent while something else is answered', async () => {
    const health = () => ({ waitingMs: 6_000, awayMs: null });
    const before = shell;
    shell = { ...shell, writer: { ...shell.writer, health } };
    expect(await ready()).toEqual({ code: 503, status: 'writer-silent' });
    shell = before;
  });

  test('shows what an operator should know, and that the server stops', async () => {
    running.notes = () => ['The outbox has failed 3 times in a row (42P01). It goes on trying.'];
    expect(await ready()).toMatchObject({ code: 200, status: 'ready', notes: running.notes() });
    running.notes = () => [];
    running.isStopping = true;
    expect(await ready()).toEqual({ code: 503, status: 'stopping' });
    await refused(portal, 'listContracts', 'stopping', { cookie });
    running.isStopping = false;
    expect(running.underWay).toBe(0);
  });
});
