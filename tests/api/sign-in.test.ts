/**
 * Goal: the door. Sign-in reveals nothing, is slowed down before anything is hashed and never for
 * good; sessions rotate, end by idleness and by age, and travel in the right cookie.
 */
import * as argon2 from '@node-rs/argon2';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { call, refused } from './call.ts';
import { checkProblem } from './check-problem.ts';
import { makePagesFolder } from './pages-folder.ts';
import { PASSWORD } from './people.ts';
import { cookieOf, openTestPortal, type TestPortal } from './test-portal.ts';

vi.mock('@node-rs/argon2', { spy: true });

let portal: TestPortal;
let pages: Awaited<ReturnType<typeof makePagesFolder>>;
beforeAll(async () => {
  portal = await openTestPortal();
  pages = await makePagesFolder();
});
afterAll(async () => {
  await portal.end();
  await pages.remove();
});
beforeEach(async () => {
  for (const table of ['throttle', 'known_device', 'known_network']) {
    await portal.shell.store.query(`delete from ${table}`);
  }
  vi.mocked(argon2.verify).mockClear();
});

const signIn = (
  app: FastifyInstance,
  login: string,
  password: string,
  headers: Record<string, string> = {},
): Promise<LightMyRequestResponse> =>
  app.inject({ method: 'POST', url: '/api/v1/session', headers, payload: { login, password } });

describe('sign-in', () => {
  test.each(['dana', 'DANA', ' dana ', 'dana@larkspur.example', 'Dana@Larkspur.Example'])(
    'knows "%s"',
    async (login) => {
      const answer = await signIn(portal.app, login, PASSWORD);
      expect(answer.statusCode).toBe(200);
      expect(answer.json()).toMatchObject({ firstName: 'Dana', userName: 'dana' });
    },
  );

  test('an unknown login and a wrong password are told and worked on alike', async () => {
    const wrong = await signIn(portal.app, 'dana', 'not the password');
    const workOnWrong = vi.mocked(argon2.verify).mock.calls.map(([hash]) => costOf(hash));
    vi.mocked(argon2.verify).mockClear();
    const unknown = await signIn(portal.app, 'nobody', 'not the password');
    const workOnUnknown = vi.mocked(argon2.verify).mock.calls.map(([hash]) => costOf(hash));
    const { reference: _, ...told } = checkProblem(wrong);
    const { reference: __, ...toldUnknown } = checkProblem(unknown);
    expect(told.code).toBe('sign-in-refused');
    expect(toldUnknown).toEqual(told);
    expect(unknown.cookies).toEqual([]);
    // argon2id as OWASP recommends it, once each.
    expect(workOnWrong).toEqual(['$argon2id$v=19$m=19456,t=2,p=1']);
    expect(workOnUnknown).toEqual(workOnWrong);
  });

  test('a refused sign-in repeats neither login nor password, in answer or log', async () => {
    portal.log.length = 0;
    const answer = await signIn(portal.app, 'dana@larkspur.example', 'a secret guess');
    const heard = `${answer.body}${portal.log.join('')}`;
    expect(heard).not.toMatch(/dana|a secret guess/i);
    expect(portal.log).toHaveLength(2);
  });

  test('faults in its fields are named, their values are not', async () => {
    const body = { login: '', password: 'x'.repeat(201) };
    const { errors } = await refused(portal, 'signIn', 'invalid-input', { body });
    expect(errors).toEqual([
      { field: 'body.login', value: '(not shown)', rule: 'your user name or email' },
      { field: 'body.password', value: '(not shown)', rule: 'at most 200 characters' },
    ]);
  });
});

function costOf(hash: unknown): string {
  return String(hash).split('$').slice(0, 4).join('$');
}

describe('throttling', () => {
  const minutes = (count: number): number => count * 60_000;
  const start = Date.UTC(2026, 10, 2, 15);
  afterEach(() => {
    portal.clock.nowMs = start;
  });

  test('the eleventh attempt on a login in 15 minutes waits, and nothing is hashed', async () => {
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      const answer = await signIn(portal.app, 'dana', 'a guess');
      expect(checkProblem(answer).code).toBe('sign-in-refused');
    }
    vi.mocked(argon2.verify).mockClear();
    portal.clock.nowMs = start + minutes(5);
    const answer = await signIn(portal.app, 'dana', PASSWORD);
    const problem = checkProblem(answer);
    expect(problem).toMatchObject({ code: 'too-many-attempts', facts: { seconds: '600' } });
    expect(answer.headers['retry-after']).toBe('600');
    expect(vi.mocked(argon2.verify)).not.toHaveBeenCalled();
    expect((await signIn(portal.app, 'robin', PASSWORD)).statusCode).toBe(200);
  });

  test('the wait ends by itself, however often somebody knocks meanwhile', async () => {
    for (let attempt = 1; attempt <= 30; attempt += 1) await signIn(portal.app, 'dana', 'a guess');
    portal.clock.nowMs = start + minutes(15) + 1;
    expect((await signIn(portal.app, 'dana', PASSWORD)).statusCode).toBe(200);
  });

  test('a login that does not exist is slowed down the same, so nothing is learnt', async () => {
    for (let attempt = 1; attempt <= 10; attempt += 1)
      await signIn(portal.app, 'nobody', 'a guess');
    const problem = checkProblem(await signIn(portal.app, 'nobody', 'a guess'));
    expect(problem).toMatchObject({ code: 'too-many-attempts', facts: { seconds: '900' } });
  });

  test('a success forgets the attempts before it', async () => {
    for (let attempt = 1; attempt <= 9; attempt += 1) await signIn(portal.app, 'dana', 'a guess');
    expect((await signIn(portal.app, 'dana', PASSWORD)).statusCode).toBe(200);
    expect(checkProblem(await signIn(portal.app, 'dana', 'a guess')).code).toBe('sign-in-refused');
  });

  test('the hundred-and-first attempt from a network waits, whatever the login', async () => {
    await portal.shell.store.query('delete from throttle');
    vi.mocked(argon2.verify).mockResolvedValue(false);
    for (let attempt = 1; attempt <= 100; attempt += 1) {
      const answer = await signIn(portal.app, `guess-${attempt}`, 'a guess');
      expect(answer.statusCode).toBe(401);
    }
    const problem = checkProblem(await signIn(portal.app, 'dana', PASSWORD));
    expect(problem.code).toBe('too-many-attempts');
    vi.mocked(argon2.verify).mockReset();
  });

  test('behind a proxy the network is what the proxy saw, not what the client wrote', async () => {
    const proxied = await portal.another({ trustProxy: true });
    const from = (client: string): Promise<LightMyRequestResponse> =>
      signIn(proxied, 'nobody', 'a guess', { 'x-forwarded-for': `${client}, 203.0.113.7` });
    await from('198.51.100.1');
    await from('198.51.100.2');
    const { store } = portal.shell;
    const buckets = await store.query<{ attempts: number }>(
      "select attempts from throttle where bucket like 'sign-in-network:%'",
    );
    expect(buckets).toEqual([{ attempts: 2 }]);
    await proxied.close();
  });

  test('no bucket holds a login or an address in the clear', async () => {
    await signIn(portal.app, 'dana', 'a guess');
    const { store } = portal.shell;
    const buckets = await store.query<{ bucket: string }>('select bucket from throttle');
    expect(buckets).toHaveLength(2);
    for (const { bucket } of buckets) expect(bucket).toMatch(/^sign-in(?:-network)?:[0-9a-f]{64}$/);
  });
});

describe('a session', () => {
  const start = Date.UTC(2026, 10, 2, 15);
  const at = (minutes: number): void => {
    portal.clock.nowMs = start + minutes * 60_000;
  };
  afterEach(() => at(0));

  test('ends after fifteen idle minutes, and its row goes', async () => {
    const cookie = await portal.signIn('dana');
    at(15);
    await call(portal, 'getSession', { cookie });
    at(30.1);
    await refused(portal, 'getSession', 'not-signed-in', { cookie });
    at(0);
    await refused(portal, 'getSession', 'not-signed-in', { cookie });
  });

  test('ends after twelve hours however busy it is, and says so beforehand', async () => {
    const cookie = await portal.signIn('dana');
    for (let minute = 10; minute < 720; minute += 10) {
      at(minute);
      await call(portal, 'getSession', { cookie });
    }
    const { idleUntil } = await call<{ idleUntil: string }>(portal, 'getSession', { cookie });
    expect(idleUntil).toBe('2026-11-03T03:00:00.000Z');
    at(720.1);
    await refused(portal, 'getSession', 'not-signed-in', { cookie });
  });

  test('is stored as a hash only, and written at most once a minute', async () => {
    const { store } = portal.shell;
    await store.query('delete from session');
    const cookie = await portal.signIn('dana');
    const token = cookie.split('=')[1] ?? '';
    const seen = async (): Promise<string | undefined> =>
      (await store.query<{ last_seen: string }>('select last_seen from session'))[0]?.last_seen;
    const first = await seen();
    at(0.9);
    await call(portal, 'getSession', { cookie });
    expect(await seen()).toBe(first);
    at(1.1);
    await call(portal, 'getSession', { cookie });
    expect(await seen()).not.toBe(first);
    const [row] = await store.query<{ token_hash: Buffer }>('select token_hash from session');
    expect(row?.token_hash).toHaveLength(32);
    expect(row?.token_hash.includes(token)).toBe(false);
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  test('rotates at sign-in: the token from before is worth nothing after it', async () => {
    const before = await portal.signIn('dana');
    const answer = await signIn(portal.app, 'dana', PASSWORD, { cookie: before });
    const after = cookieOf(answer);
    expect(after).not.toBe(before);
    await call(portal, 'getSession', { cookie: after });
    await refused(portal, 'getSession', 'not-signed-in', { cookie: before });
  });

  test('a token somebody planted is never taken up', async () => {
    const planted = `roadbook=${'P'.repeat(43)}`;
    const answer = await signIn(portal.app, 'dana', PASSWORD, { cookie: planted });
    expect(cookieOf(answer)).not.toBe(planted);
    await refused(portal, 'getSession', 'not-signed-in', { cookie: planted });
  });

  test('signing out ends this one and no other', async () => {
    const [phone, desk] = [await portal.signIn('dana'), await portal.signIn('dana')];
    await call(portal, 'signOut', { cookie: phone });
    await refused(portal, 'getSession', 'not-signed-in', { cookie: phone });
    await call(portal, 'getSession', { cookie: desk });
  });
});

describe('the cookie', () => {
  const flagsOf = (answer: LightMyRequestResponse): string =>
    [answer.headers['set-cookie']]
      .flat()
      .map((each) => String(each).replace(/=[A-Za-z0-9_.-]{43,};/, '=TOKEN;'))
      .join('\n');

  test('over plain http on loopback', async () => {
    const answer = await signIn(portal.app, 'dana', PASSWORD);
    expect(flagsOf(answer).split('\n')).toEqual([
      'roadbook=TOKEN; Max-Age=43200; Path=/; HttpOnly; SameSite=Lax',
      'roadbook-device=TOKEN; Max-Age=34560000; Path=/; HttpOnly; SameSite=Lax',
    ]);
    expect(answer.headers['strict-transport-security']).toBeUndefined();
    expect(answer.headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
  });

  test('over https: of this host alone, and secure', async () => {
    const app = await portal.another({ isHttps: true });
    const answer = await signIn(app, 'dana', PASSWORD);
    expect(flagsOf(answer).split('\n')).toEqual([
      '__Host-roadbook=TOKEN; Max-Age=43200; Path=/; HttpOnly; Secure; SameSite=Lax',
      '__Host-roadbook-device=TOKEN; Max-Age=34560000; Path=/; HttpOnly; Secure; SameSite=Lax',
    ]);
    expect(answer.headers['strict-transport-security']).toContain('max-age=31536000');
    expect(answer.headers['content-security-policy']).toContain('upgrade-insecure-requests');
    const cookie = cookieOf(answer);
    const url = '/api/v1/session';
    expect((await app.inject({ url, headers: { cookie } })).statusCode).toBe(200);
    const plain = { cookie: cookie.replace('__Host-', '') };
    expect((await app.inject({ url, headers: plain })).statusCode).toBe(401);
    const out = await app.inject({ method: 'DELETE', url, headers: { cookie } });
    expect(String(out.headers['set-cookie'])).toMatch(/^__Host-roadbook=; .*Path=\/.*Secure/);
    await app.close();
  });

  test('every answer forbids inline script, framing and guessing of types', async () => {
    const { headers } = await signIn(portal.app, 'nobody', 'a guess');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});

describe('the form without script', () => {
  let app: FastifyInstance;
  beforeAll(async () => {
    app = await portal.another({ pagesFolder: pages.path });
  });
  afterAll(() => app.close());

  const post = (payload: string, headers: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url: '/sign-in',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload,
    });
  const form = (login: string, password: string): string =>
    new URLSearchParams({ login, password }).toString();

  test('leads to the contracts with a session', async () => {
    const answer = await post(form('dana', PASSWORD));
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/contracts']);
    await call(portal, 'getSession', { cookie: cookieOf(answer) });
  });

  test('rotates the session as well', async () => {
    const cookie = await portal.signIn('dana');
    await post(form('dana', PASSWORD), { cookie });
    await refused(portal, 'getSession', 'not-signed-in', { cookie });
  });

  test.each([
    ['a wrong password', form('dana', 'wrong')],
    ['an unknown login', form('nobody', PASSWORD)],
    ['nothing filled in', ''],
    ['fields it does not have', 'a=b&c=d'],
  ])('leads back with %s, and the address says nothing of it', async (_what, payload) => {
    const answer = await post(payload);
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe('/sign-in?problem=sign-in-refused');
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  test('leads back when it is slowed down', async () => {
    for (let attempt = 1; attempt <= 10; attempt += 1) await post(form('dana', 'wrong'));
    const answer = await post(form('dana', PASSWORD));
    expect(answer.headers.location).toBe('/sign-in?problem=too-many-attempts');
  });

  test('is taken from our own pages only, and only as a form', async () => {
    const evil = await post(form('dana', PASSWORD), { origin: 'https://evil.example' });
    expect(checkProblem(evil).code).toBe('wrong-origin');
    const large = await post(`login=${'x'.repeat(5_000)}`);
    expect(checkProblem(large).code).toBe('body-too-large');
    const text = await post(form('dana', PASSWORD), { 'content-type': 'text/plain' });
    expect(checkProblem(text).code).toBe('media-type-not-read');
  });

  test.each([
    ['sign-in-refused', 'sign-in.refused'],
    ['too-many-attempts', 'sign-in.throttled'],
    ['session-ended', 'sign-in.session-ended'],
    ['signed-out', 'sign-in.signed-out'],
    ['constructor', 'sign-in'],
    ['__proto__', 'sign-in'],
    ['%3Cscript%3E', 'sign-in'],
    ['a&problem=b', 'sign-in'],
  ])('the page for ?problem=%s is %s, in the lender’s name', async (problem, page) => {
    const answer = await app.inject({ url: `/sign-in?problem=${problem}` });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toBe(`<html data-who="guest"><p>${page} of Larkspur Motor Finance</p>`);
  });
});
