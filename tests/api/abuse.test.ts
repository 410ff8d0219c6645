/**
 * Goal: too much, too often, for another host or from another site: refused plainly, at either
 * door, and others do not wait for it.
 */
import { connect } from 'node:net';
import type { ProblemCode } from '@roadbook/api/problem';
import { partsOf } from '@roadbook/domain/wear/walk/car-part';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { call } from './call.ts';
import { checkProblem } from './check-problem.ts';
import { example } from './examples.ts';
import { contractIds } from './people.ts';
import { openTestPortal, type TestPortal } from './test-portal.ts';

const PUBLIC_URL = 'https://portal.larkspur.example';
const HOST = 'portal.larkspur.example';

let portal: TestPortal;
let app: FastifyInstance;
let cookie: string;
let methodId: string;
beforeAll(async () => {
  portal = await openTestPortal();
  app = await portal.another({ publicUrl: PUBLIC_URL });
  cookie = await portal.signIn('dana');
  const added = await call<{ methodId: string }>(portal, 'addPaymentMethod', {
    cookie,
    body: example('addPaymentMethod').body,
  });
  methodId = added.methodId;
});
afterAll(async () => {
  await app.close();
  await portal.end();
});
beforeEach(async () => {
  await portal.shell.store.query('delete from throttle');
});

const lease = `/api/v1/contracts/${contractIds.lease}`;
const board = `/api/v1/integrator/contracts/${contractIds.late}`;

const asCustomer = (request: InjectOptions, headers = {}): Promise<LightMyRequestResponse> =>
  app.inject({ ...request, headers: { host: HOST, cookie, ...headers } });
const asIntegrator = (request: InjectOptions, headers = {}): Promise<LightMyRequestResponse> =>
  app.inject({
    ...request,
    headers: { host: HOST, authorization: `Bearer ${portal.token}`, ...headers },
  });

let keys = 0;
const keyed = () => {
  keys += 1;
  return { 'idempotency-key': `abuse-key-${keys}` };
};
const pay = (amountCents: string, headers = {}) =>
  asCustomer(
    {
      method: 'POST',
      url: `${lease}/payments`,
      payload: { amountCents, purpose: 'regular', on: '2026-11-02', methodId },
    },
    { ...keyed(), ...headers },
  );
const arrive = (amountCents: string, headers = {}) =>
  asIntegrator(
    {
      method: 'POST',
      url: `${board}/payments`,
      payload: { amountCents, purpose: 'regular', receivedOn: '2026-11-02', channel: 'wire' },
    },
    { ...keyed(), ...headers },
  );
const guessSignIn = (headers = {}) =>
  app.inject({
    method: 'POST',
    url: '/api/v1/session',
    headers: { host: HOST, ...headers },
    payload: { login: 'nobody', password: 'a guess' },
  });
const guessToken = () =>
  app.inject({
    url: `${board}/entries`,
    headers: { host: HOST, authorization: `Bearer ${'x'.repeat(40)}` },
  });
const evil = { host: 'evil.example' };
const elsewhere = { origin: 'https://evil.example' };

async function after(times: number, ask: () => Promise<LightMyRequestResponse>) {
  for (let n = 0; n < times; n += 1) await ask();
  return ask();
}

/** {portal, integrator} × {limit, throttle, bad host, bad origin}. */
const table: [string, () => Promise<LightMyRequestResponse>, number, ProblemCode | null][] = [
  ['portal, limit', () => pay('999999999999999'), 422, 'payment-over-lease'],
  ['integrator, limit: what has arrived is posted', () => arrive('99999999'), 201, null],
  ['portal, throttle', () => after(10, guessSignIn), 429, 'too-many-attempts'],
  ['integrator, throttle', () => after(100, guessToken), 429, 'too-many-attempts'],
  ['portal, bad host', () => pay('100', evil), 421, 'wrong-host'],
  ['integrator, bad host', () => arrive('100', evil), 421, 'wrong-host'],
  ['portal, bad origin', () => pay('100', elsewhere), 403, 'wrong-origin'],
  [
    'portal, the right host but plain http as origin',
    () => pay('100', { origin: `http://${HOST}` }),
    403,
    'wrong-origin',
  ],
  ['portal, its own origin', () => pay('100', { origin: PUBLIC_URL }), 201, null],
  [
    'portal, its own host with the port written',
    () => pay('100', { host: `${HOST}:443` }),
    201,
    null,
  ],
  ['integrator, an origin means nothing to a token', () => arrive('100', elsewhere), 201, null],
];

describe('at the doors', () => {
  test.each(table)('%s', async (_what, ask, status, code) => {
    const answer = await ask();
    expect(answer.statusCode, answer.body).toBe(status);
    if (code === null) return;
    expect(checkProblem(answer).code).toBe(code);
    if (status === 429) expect(answer.headers['retry-after']).toMatch(/^\d+$/);
  });

  test('health is told under any name', async () => {
    expect((await app.inject({ url: '/health/live', headers: evil })).statusCode).toBe(200);
  });

  test('a lease says what it can take, and takes that', async () => {
    const problem = checkProblem(await pay('999999999999999'));
    const most = problem.facts.mostCents ?? '0';
    expect(BigInt(most)).toBeGreaterThan(0n);
    expect(checkProblem(await pay(`${BigInt(most) + 1n}`)).code).toBe('payment-over-lease');
  });

  test('an address that is too long is refused', async () => {
    const answer = await asCustomer({ url: `${lease}?on=${'1'.repeat(5_000)}` });
    expect(checkProblem(answer).code).toBe('address-too-long');
  });
});

test('what a system looks at is in the access log', async () => {
  const { store } = portal.shell;
  await store.query('delete from access_log');
  await asIntegrator({ url: board });
  await asIntegrator({ url: `${board}/entries` });
  await asIntegrator({ url: '/api/v1/integrator/contracts?number=LMF-1002' });
  const looks = await store.query('select who, contract_id, what from access_log order by what');
  expect(looks).toEqual(
    ['contract', 'contract-found', 'entries'].map((what) => ({
      who: 'integrator:tests',
      contract_id: contractIds.late,
      what,
    })),
  );
});

describe('a session that hammers', () => {
  const findings = Array.from({ length: 120 }, (_, index) => ({
    id: `f${index}`,
    partId: partsOf('sedan').filter(({ kind }) => kind === 'panel')[index % 8]?.id ?? 'hood',
    damage: 'dent',
    sizeMils: 500 + index,
    depthMils: null,
    count: 1,
    paintBroken: false,
    inDriversView: false,
    treadThirtySeconds: null,
    photoCount: 0,
  }));
  const walk = { bodyStyle: 'sedan', findings, inspected: [], skipped: [], takenOn: '2026-11-02' };
  const payload = JSON.stringify(walk);
  const save = () =>
    asCustomer(
      { method: 'PUT', url: `${lease}/lease-end/walk`, payload },
      { 'content-type': 'application/json' },
    );
  const look = () => asCustomer({ url: '/api/v1/session' });

  test('is told to wait, and nobody else waits for it', async () => {
    const robin = await portal.signIn('robin');
    const overview = async (): Promise<number> => {
      const began = performance.now();
      const answer = await app.inject({
        url: `/api/v1/contracts/${contractIds.loan}`,
        headers: { host: HOST, cookie: robin },
      });
      expect(answer.statusCode).toBe(200);
      return performance.now() - began;
    };
    /** The longest wait for an overview behind 128 requests of another session. */
    const waitBehind = async (ask: () => Promise<LightMyRequestResponse>) => {
      const asked = Array.from({ length: 128 }, ask);
      const waits: number[] = [];
      for (let n = 0; n < 5; n += 1) waits.push(await overview());
      return { wait: Math.max(...waits), asked };
    };
    await overview();
    // How long it takes behind as many requests that cost next to nothing, on this machine now.
    const cheap = await waitBehind(look);
    await Promise.all(cheap.asked);
    const { wait, asked: saves } = await waitBehind(save);
    const answers = await Promise.all(saves);
    const statuses = answers.map(({ statusCode }) => statusCode);
    expect(answers[0]?.statusCode, answers[0]?.body).toBe(200);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(60);
    for (const answer of answers.filter(({ statusCode }) => statusCode === 429)) {
      expect(checkProblem(answer).code).toBe('too-much-at-once');
      expect(answer.headers['retry-after']).toMatch(/^\d+$/);
    }
    expect(wait).toBeLessThan(300 + 2 * cheap.wait);
    portal.clock.nowMs += 60_000;
    expect((await save()).statusCode).toBe(200);
  }, 60_000);
});

describe('a connection', () => {
  let port: number;
  let served: FastifyInstance;
  beforeAll(async () => {
    served = await portal.another({});
    await served.listen({ port: 0, host: '127.0.0.1' });
    const address = served.server.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
  });
  afterAll(async () => {
    served.server.closeAllConnections();
    await served.close();
  });

  const talk = (bytes: string, drip: string | null = null): Promise<string> =>
    new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1');
      let heard = '';
      const dripping = drip === null ? null : setInterval(() => socket.write(drip), 500);
      socket.on('data', (chunk) => {
        heard += chunk;
      });
      socket.on('error', () => undefined);
      socket.on('close', () => {
        if (dripping !== null) clearInterval(dripping);
        resolve(heard);
      });
      socket.write(bytes);
    });
  const bodyOf = (heard: string) => JSON.parse(heard.slice(heard.lastIndexOf('\r\n\r\n') + 4));

  test('whose body drips is answered 408 and closed', async () => {
    const head =
      'POST /api/v1/session HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n' +
      'Content-Length: 5000\r\n\r\n{';
    const heard = await talk(head, ' ');
    expect(heard).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(bodyOf(heard)).toMatchObject({ code: 'request-too-slow', status: 408 });
  }, 60_000);

  test('whose headers drip is answered 408 and closed', async () => {
    const heard = await talk('GET / HTTP/1.1\r\nHost: a\r\n', 'X-A: b\r\n');
    expect(bodyOf(heard)).toMatchObject({ code: 'request-too-slow' });
  }, 60_000);

  test('with headers that are too large is answered 413', async () => {
    const heard = await talk(`GET / HTTP/1.1\r\nHost: a\r\nX-A: ${'b'.repeat(20_000)}\r\n\r\n`);
    expect(heard).toMatch(/^HTTP\/1\.1 413 /);
    expect(bodyOf(heard)).toMatchObject({ code: 'body-too-large', status: 413 });
  });

  test('that sends on and on without waiting is closed', async () => {
    const heard = await talk('GET /openapi.json HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(100));
    expect(heard.match(/HTTP\/1\.1 429/g)?.length).toBeGreaterThan(0);
    expect(heard.match(/HTTP\/1\.1 200/g)?.length ?? 0).toBeLessThanOrEqual(17);
  }, 60_000);
});
