/**
 * Goal: staff sign on by the lender's provider, and whoever is removed there is out in a minute.
 * Method: the real oidc-provider on this machine; the test is the browser between it and the desk.
 */
import { createProvider } from '@roadbook/server/desk/provider/provider';
import { createDeskApp } from '@roadbook/server/http/desk/desk-app';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkProblem } from '../check-problem.ts';
import { openTestPortal, type TestPortal } from '../test-portal.ts';
import { CLIENT, openSignOnProvider, type SignOnProvider } from './sign-on-provider.ts';

const HOST = 'localhost:4001';
const DESK = `http://${HOST}`;
const RETURN = '/sign-in/provider/return';

let portal: TestPortal;
let desk: FastifyInstance;
let provider: SignOnProvider;

beforeAll(async () => {
  portal = await openTestPortal();
  portal.clock.nowMs = Date.now();
  provider = await openSignOnProvider(`${DESK}${RETURN}`);
  desk = await createDeskApp({
    shell: () => portal.shell,
    logger: pino({ level: 'silent' }),
    isHttps: false,
    trustProxy: false,
    publicUrl: DESK,
    pagesFolder: null,
    provider: createProvider({ issuer: provider.issuer, ...CLIENT }),
  });
});
afterAll(async () => {
  await desk.close();
  await provider.end();
  await portal.end();
});

const get = (url: string, cookie = '') =>
  desk.inject({ method: 'GET', url, headers: { host: HOST, cookie } });
const session = (cookie: string) => get('/api/v1/desk/session', cookie);
const later = (seconds: number): void => {
  portal.clock.nowMs += seconds * 1_000;
};

/** Follows the provider's redirects as a browser does, until they lead back to the desk. */
async function throughProvider(start: string): Promise<string> {
  const jar = new Map<string, string>();
  let url = start;
  for (let steps = 0; steps < 12 && !url.startsWith(DESK); steps += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    const next = answer.headers.get('location');
    if (next === null) throw new Error(`${answer.status} of ${url}: ${await answer.text()}`);
    url = new URL(next, url).href;
  }
  return url;
}

/** Signs somebody on; returns where the desk leads and the cookie of the session. */
async function signOn(who: string): Promise<{ to: string; cookie: string; back: string }> {
  provider.signsIn = who;
  const begun = await get('/sign-in/provider');
  expect(begun.statusCode, begun.body).toBe(303);
  const ceremony = begun.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const back = await throughProvider(String(begun.headers.location));
  const answer = await get(back.slice(DESK.length), ceremony);
  const cookie = answer.cookies
    .filter(({ name }) => name === 'roadbook-desk')
    .map(({ name, value }) => `${name}=${value}`)
    .join('; ');
  return { to: String(answer.headers.location), cookie, back };
}

describe('somebody at the provider', () => {
  test('comes in with the role that the lender’s table gives to a group', async () => {
    provider.people.set('noor', { name: 'Noor Haddad', groups: ['all', 'desk-agents'] });
    const { to, cookie } = await signOn('noor');
    expect(to).toBe('/');
    expect((await session(cookie)).json()).toMatchObject({
      name: 'Noor Haddad',
      email: 'noor@larkspur.example',
      role: 'agent',
      byProvider: true,
    });
  });

  test('without a group of the table stays outside and is told why', async () => {
    provider.people.set('visitor', { name: 'A Visitor', groups: ['all'] });
    const { to, cookie } = await signOn('visitor');
    expect(to).toBe('/sign-in?why=no-role');
    expect(cookie).toBe('');
  });

  test('cannot use the way back twice, nor in another browser', async () => {
    provider.signsIn = 'noor';
    const { back } = await signOn('noor');
    for (const cookie of ['', `roadbook-desk-sign-in=${'A'.repeat(43)}`]) {
      const answer = await get(back.slice(DESK.length), cookie);
      expect(answer.headers.location).toBe('/sign-in?why=provider');
      expect(answer.cookies.some(({ name }) => name === 'roadbook-desk')).toBe(false);
    }
  });

  test('is out within a minute of being removed there', async () => {
    provider.people.set('leaver', { name: 'Lee Ver', groups: ['desk-agents'] });
    const { cookie } = await signOn('leaver');
    provider.people.delete('leaver');
    later(60);
    expect(checkProblem(await session(cookie)).code).toBe('not-signed-in');
    later(1);
    expect(checkProblem(await session(cookie)).code).toBe('not-signed-in');
  });

  test('has another role a minute after changing groups, and none without a group', async () => {
    const person = { name: 'Mo Ver', groups: ['desk-agents'] };
    provider.people.set('mover', person);
    const { cookie } = await signOn('mover');
    person.groups = ['desk-auditors'];
    later(60);
    const answers = await Promise.all([session(cookie), session(cookie), session(cookie)]);
    for (const answer of answers) expect(answer.json()).toMatchObject({ role: 'auditor' });
    person.groups = [];
    later(60);
    expect(checkProblem(await session(cookie)).code).toBe('not-signed-in');
  });

  test('is shut out by a back-channel logout at once, and by no forged one', async () => {
    // Tokens of the provider carry the time of the machine.
    portal.clock.nowMs = Date.now();
    const { cookie } = await signOn('noor');
    const other = await signOn('noor');
    const send = (token: string) =>
      desk.inject({
        method: 'POST',
        url: '/oidc/back-channel-logout',
        headers: { host: HOST, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ logout_token: token }).toString(),
      });
    const wrong = [
      'not.a.token',
      await provider.logoutToken({ sub: 'noor', nonce: 'n' }),
      await provider.logoutToken({ sub: 'noor', events: {} }),
      await provider.logoutToken({}),
      (await provider.logoutToken({ sub: 'noor' })).replace(/.{8}$/, 'AAAAAAAA'),
    ];
    for (const token of wrong) expect(checkProblem(await send(token)).code).toBe('proof-refused');
    expect((await session(cookie)).statusCode).toBe(200);
    const answer = await send(await provider.logoutToken({ sub: 'noor' }));
    expect(answer.statusCode, answer.body).toBe(200);
    for (const each of [cookie, other.cookie]) {
      expect(checkProblem(await session(each)).code).toBe('not-signed-in');
    }
  });

  test('whose account the lender has closed stays outside, and is out', async () => {
    const { cookie } = await signOn('noor');
    const { store } = portal.shell;
    await store.query(`update staff set disabled_at = now() where source = 'oidc'`);
    expect(checkProblem(await session(cookie)).code).toBe('not-signed-in');
    expect(await signOn('noor')).toMatchObject({ to: '/sign-in?why=no-role', cookie: '' });
    await store.query('update staff set disabled_at = null');
  });

  test('waits after too many beginnings from one network', async () => {
    let last = await get('/sign-in/provider');
    for (let n = 0; n < 300 && last.statusCode === 303; n += 1) {
      last = await get('/sign-in/provider');
    }
    expect(checkProblem(last).code).toBe('too-many-attempts');
    await portal.shell.store.query('delete from throttle');
    expect((await get('/sign-in/provider')).statusCode).toBe(303);
  });

  test('is not let in and not shut out while the provider is silent', async () => {
    const { cookie } = await signOn('noor');
    later(60);
    await provider.end();
    expect(checkProblem(await session(cookie)).code).toBe('provider-unreachable');
    const [row] = await portal.shell.store.query(
      `select 1 from staff_session s join staff m using (staff_id) where m.source = 'oidc'`,
    );
    expect(row).toBeDefined();
    provider = await openSignOnProvider(`${DESK}${RETURN}`);
  });
});
