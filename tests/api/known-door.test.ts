/**
 * Goal: guesses by strangers do not keep the owner out, and nothing is learnt by guessing.
 * Method: attempts from many addresses through a trusted proxy, with and without the cookie of a
 * browser that has signed in before.
 */
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkProblem } from './check-problem.ts';
import { PASSWORD } from './people.ts';
import { openTestPortal, type TestPortal } from './test-portal.ts';

let portal: TestPortal;
let app: FastifyInstance;
beforeAll(async () => {
  portal = await openTestPortal();
  app = await portal.another({ trustProxy: true });
});
afterAll(async () => {
  await app.close();
  await portal.end();
});
beforeEach(async () => {
  for (const table of ['throttle', 'known_device', 'known_network', 'audit_trail']) {
    await portal.shell.store.query(`delete from ${table}`);
  }
});

const HOME = '198.51.100.7';

const signIn = (
  login: string,
  password: string,
  from: string,
  cookie?: string,
): Promise<LightMyRequestResponse> =>
  app.inject({
    method: 'POST',
    url: '/api/v1/session',
    headers: { 'x-forwarded-for': from, ...(cookie === undefined ? {} : { cookie }) },
    payload: { login, password },
  });

const deviceOf = (answer: LightMyRequestResponse): string => {
  const found = answer.cookies.find(({ name }) => name.endsWith('-device'));
  if (found === undefined) throw new Error('no device cookie was set');
  return `${found.name}=${found.value}`;
};

const guess = async (login: string, times: number, addressOf: (n: number) => string) => {
  for (let n = 1; n <= times; n += 1) await signIn(login, 'a guess', addressOf(n));
};

const fromAnywhere = (n: number): string => `203.0.113.${n}`;

describe('after ten wrong passwords from anywhere', () => {
  const cases: [string, (device: string) => [from: string, cookie?: string], number][] = [
    ['the owner’s browser, elsewhere', (device) => ['192.0.2.50', device], 200],
    ['the owner’s network, another browser', () => [HOME], 200],
    ['a stranger’s network and browser', () => ['192.0.2.50'], 429],
    ['a device cookie that nobody signed', () => ['192.0.2.50', 'roadbook-device=a.b'], 429],
    [
      'a device cookie with another signature',
      (device) => ['192.0.2.50', `${device.slice(0, -4)}AAAA`],
      429,
    ],
  ];
  test.each(cases)('%s', async (_what, arrive, status) => {
    const device = deviceOf(await signIn('dana', PASSWORD, HOME));
    await guess('dana', 10, fromAnywhere);
    const [from, cookie] = arrive(device);
    expect((await signIn('dana', PASSWORD, from, cookie)).statusCode).toBe(status);
  });

  test('a browser known for one person is a stranger’s for another', async () => {
    const device = deviceOf(await signIn('robin', PASSWORD, HOME));
    await guess('dana', 10, fromAnywhere);
    expect((await signIn('dana', PASSWORD, '192.0.2.50', device)).statusCode).toBe(429);
  });
});

test('a known browser is slowed down by its own wrong passwords, and by no others', async () => {
  const device = deviceOf(await signIn('dana', PASSWORD, HOME));
  for (let n = 1; n <= 10; n += 1) await signIn('dana', 'a guess', HOME, device);
  const problem = checkProblem(await signIn('dana', PASSWORD, HOME, device));
  expect(problem).toMatchObject({ code: 'too-many-attempts', facts: { seconds: '900' } });
  portal.clock.nowMs += 15 * 60_000 + 1;
  expect((await signIn('dana', PASSWORD, HOME, device)).statusCode).toBe(200);
});

test.each(['dana', 'nobody-of-that-name'])('for %s strangers are told the same', async (login) => {
  await guess(login, 10, fromAnywhere);
  const { reference: _, ...told } = checkProblem(await signIn(login, 'a guess', '192.0.2.50'));
  expect(told).toMatchObject({ code: 'too-many-attempts', facts: { seconds: '900' } });
});

test('all addresses of an IPv6 /64 are one network', async () => {
  const inside = (n: number): string => `2001:db8:1:2::${n.toString(16)}`;
  for (let n = 1; n <= 100; n += 1) await signIn(`guess-${n}`, 'a guess', inside(n));
  expect((await signIn('guess-x', 'a guess', inside(200))).statusCode).toBe(429);
  expect((await signIn('guess-x', 'a guess', '2001:db8:1:3::1')).statusCode).toBe(401);
}, 120_000);

test('successes do not count: a whole office signs in from one network', async () => {
  for (let n = 1; n <= 12; n += 1) {
    for (const login of ['dana', 'robin', 'stranger']) {
      expect((await signIn(login, PASSWORD, '203.0.113.99')).statusCode).toBe(200);
    }
    await portal.shell.store.query('delete from known_network');
  }
  const rows = await portal.shell.store.query('select attempts from throttle where attempts > 0');
  expect(rows).toEqual([]);
}, 120_000);

test('nothing that is kept of devices, networks and acts names anybody', async () => {
  const device = deviceOf(await signIn('dana', PASSWORD, HOME));
  await signIn('dana', 'a guess', HOME, device);
  await signIn('nobody', 'a guess', HOME);
  const { store } = portal.shell;
  const kept = JSON.stringify([
    await store.query("select encode(device_hash, 'hex') as h, person_id from known_device"),
    await store.query("select encode(network_hash, 'hex') as h from known_network"),
    await store.query("select *, encode(network_hash, 'hex') as h from audit_trail"),
  ]);
  expect(kept).not.toMatch(/dana|nobody|198\.51\.100/i);
  expect(kept).not.toContain((device.split('=')[1] ?? '').split('.')[0]);
  const acts = await store.query<{ what: string }>('select what from audit_trail order by what');
  expect(acts.map(({ what }) => what)).toEqual(['sign-in-refused', 'sign-in-refused', 'signed-in']);
});

test('accents are the same however they are composed', async () => {
  const { setCredential } = await import('@roadbook/server/people/set-credential');
  const { store, ring, clock } = portal.shell;
  const [row] = await store.query<{ person_id: string }>(
    'select person_id from credential limit 1',
  );
  const credential = {
    userName: 'Zoe\u0301',
    email: null,
    password: PASSWORD,
    waivesSecond: true,
  };
  await setCredential(store, ring, row?.person_id ?? '', credential, clock());
  for (const login of ['zo\u00e9', 'ZO\u00c9', 'zoe\u0301']) {
    expect((await signIn(login, PASSWORD, HOME)).statusCode).toBe(200);
  }
});
