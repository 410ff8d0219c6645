/** The portal's server over an in-memory store, called as clients call it. */

import type { StaffRole } from '@roadbook/domain/person/staff-role';
import { createWriter } from '@roadbook/server/book/write/writer';
import { createProblemLog, type ProblemLog } from '@roadbook/server/desk/search/problem-log';
import { createDeskApp } from '@roadbook/server/http/desk/desk-app';
import { createPortalApp } from '@roadbook/server/http/portal-app';
import type { Running } from '@roadbook/server/http/portal-options';
import type { Shell } from '@roadbook/server/operation/shell';
import { makeToken } from '@roadbook/server/people/api-token';
import type { PaymentGateway } from '@roadbook/server/platform/gateway/payment-gateway';
import { simulatedPaymentGateway } from '@roadbook/server/platform/gateway/simulated-payment-gateway';
import { TEST_CLOCK, TEST_KEYS, TEST_LENDER } from '@roadbook/server/testing/test-lender';
import { type Engine, openTestStore } from '@roadbook/server/testing/test-store';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import pino from 'pino';
import { expect } from 'vitest';
import { checkProblem } from './check-problem.ts';
import { deskCookie } from './desk/desk-people.ts';
import { logWords, wordsInLog } from './log-words.ts';
import { boardPeople, PASSWORD, type PersonName, personIds } from './people.ts';

export type PortalChanges = {
  readonly isHttps?: boolean;
  readonly trustProxy?: boolean;
  readonly publicUrl?: string;
  readonly pagesFolder?: string | null;
  readonly gateway?: PaymentGateway;
  readonly engine?: Engine;
  readonly hasDemoMailbox?: boolean;
  readonly running?: Running;
};

export type TestPortal = {
  readonly app: FastifyInstance;
  /** The desk's server over the same store. */
  readonly desk: FastifyInstance;
  readonly shell: Shell;
  /** The clock of everything; tests move it. */
  readonly clock: { nowMs: number };
  /** Everything the server has logged, line by line. */
  readonly log: string[];
  /** The references of refusals, as the desk finds them. */
  readonly problems: ProblemLog;
  /** The bearer token of an integrator. */
  readonly token: string;
  /** Sends a request; whatever is refused must be a whole problem. */
  readonly send: (request: InjectOptions) => Promise<LightMyRequestResponse>;
  /** Signs in and answers the cookie to send. */
  readonly signIn: (name: PersonName) => Promise<string>;
  /** The session cookie of somebody at the desk with a role; the same account each time. */
  readonly deskCookie: (role: StaffRole) => Promise<string>;
  /** The id of one of the sample's people. */
  readonly personId: (name: PersonName) => Promise<string>;
  /** The rows of every table, to see that nothing changed; who came is recorded all the same. */
  readonly countRows: () => Promise<Record<string, number>>;
  /** The same store behind another server. */
  readonly another: (changes: PortalChanges) => Promise<FastifyInstance>;
  readonly end: () => Promise<void>;
};

/** Opens a store with the sample's people and a server over it. */
export async function openTestPortal(changes: PortalChanges = {}): Promise<TestPortal> {
  const { store, end } = await openTestStore(changes.engine ?? 'embedded');
  await boardPeople(store);
  const clock = { nowMs: TEST_CLOCK() };
  const now = (): number => clock.nowMs;
  const log: string[] = [];
  const logger = pino({ level: 'info' }, { write: (line: string) => void log.push(line) });
  const shellWith = (gateway: PaymentGateway = simulatedPaymentGateway()): Shell => ({
    store,
    writer: createWriter(store, now),
    ring: TEST_KEYS,
    lender: TEST_LENDER,
    gateway,
    clock: now,
  });
  const shell = shellWith(changes.gateway);
  const problems = createProblemLog(
    () => store,
    now,
    (fault) => {
      throw fault;
    },
  );
  const optionsOf = (other: PortalChanges) => ({
    shell: () => (other.gateway === undefined ? shell : shellWith(other.gateway)),
    logger,
    problems,
    isHttps: other.isHttps ?? false,
    trustProxy: other.trustProxy ?? false,
    ...(other.publicUrl === undefined ? {} : { publicUrl: other.publicUrl }),
    pagesFolder: other.pagesFolder ?? null,
    hasDemoMailbox: other.hasDemoMailbox ?? false,
    ...(other.running === undefined ? {} : { running: other.running }),
  });
  const another = (other: PortalChanges): Promise<FastifyInstance> =>
    createPortalApp(optionsOf(other));
  const desk = await createDeskApp({ ...optionsOf(changes), pagesFolder: null });
  const app = await another(changes);
  const send = async (request: InjectOptions): Promise<LightMyRequestResponse> => {
    const answer = await app.inject(request);
    if (answer.statusCode >= 400) checkProblem(answer);
    return answer;
  };
  return {
    app,
    desk,
    shell,
    clock,
    log,
    problems,
    token: await makeToken(store, 'integrator', 'tests', now()),
    send,
    signIn: async (name) => {
      const payload = { login: name, password: PASSWORD };
      const answer = await send({ method: 'POST', url: '/api/v1/session', payload });
      expect(answer.statusCode, answer.body).toBe(200);
      return cookieOf(answer);
    },
    deskCookie: (role) => deskCookie(shell, role),
    personId: async (name) => (await personIds(store))[name],
    countRows: () => countRows(shell),
    another,
    end: async () => {
      const named = wordsInLog(log, await logWords(store, TEST_KEYS));
      await app.close();
      await desk.close();
      await end();
      expect(named).toEqual([]);
    },
  };
}

/** The session cookie an answer sets, as a browser sends it back. */
export function cookieOf(answer: LightMyRequestResponse): string {
  const [cookie] = answer.cookies;
  if (cookie === undefined) throw new Error('no cookie was set');
  return `${cookie.name}=${cookie.value}`;
}

async function countRows({ store }: Shell): Promise<Record<string, number>> {
  const tables = await store.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = current_schema() and table_type = 'BASE TABLE'
       and table_name <> 'audit_trail' order by 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await store.query<{ n: bigint }>(`select count(*) as n from ${name}`);
    counts[name] = Number(row?.n ?? 0n);
  }
  return counts;
}
