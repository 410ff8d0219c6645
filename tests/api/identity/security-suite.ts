/**
 * Goal: what a thief would change needs a fresh proof; sessions are listed, ended and rotated; an
 * app's code and a recovery code count once.
 */
import type { Engine } from '@roadbook/server/testing/test-store';
import { type TOTP, URI } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkProblem } from '../check-problem.ts';
import { example } from '../examples.ts';
import { PASSWORD } from '../people.ts';
import { openTestPortal, type TestPortal } from '../test-portal.ts';
import { type Browser, openBrowser } from './browser.ts';
import { lettersOf, takeCode, takeLetters } from './letters.ts';

const NEW_PASSWORD = 'four quiet orange doors';

export function securitySuite(engine: Engine): void {
  let portal: TestPortal;
  const start = Date.UTC(2026, 10, 2, 15);
  beforeAll(async () => {
    portal = await openTestPortal({ engine });
  });
  afterAll(() => portal.end());
  beforeEach(async () => {
    portal.clock.nowMs = start;
    const { store } = portal.shell;
    for (const table of [
      'throttle',
      'known_device',
      'session',
      'ceremony',
      'one_time_code',
      'person_message',
      'security_notice',
      'person_hold',
      'authenticator',
      'recovery_code',
      'passkey',
    ]) {
      await store.query(`delete from ${table}`);
    }
    await store.query('update credential set waives_second = false');
  });

  const login = (browser: Browser) => browser.call('signIn', { login: 'dana', password: PASSWORD });
  /** Somebody who came in with a password and a code, so many minutes ago. */
  const comeIn = async (minutes = 0): Promise<Browser> => {
    portal.clock.nowMs = start - minutes * 60_000;
    const browser = openBrowser(portal.app);
    await login(browser);
    await browser.call('sendCeremonyCode', { way: 'mail-code' });
    const code = await takeCode(portal);
    await browser.call('proveCeremonyCode', { way: 'mail-code', code });
    portal.clock.nowMs = start;
    await takeLetters(portal);
    return browser;
  };
  const codeOf = (answer: { json: () => unknown; statusCode: number }) =>
    (answer.json() as { code?: string }).code ?? answer.statusCode;

  const GUARDED = [
    ['changePassword', { password: NEW_PASSWORD }],
    ['beginAuthenticator', undefined],
    ['confirmAuthenticator', { code: '123456' }],
    ['removeAuthenticator', undefined],
    ['makeRecoveryCodes', undefined],
    ['beginPasskey', undefined],
    ['addPasskey', example('addPasskey').body],
    ['addPaymentMethod', example('addPaymentMethod').body],
  ] as const;

  describe('a change that a thief would make', () => {
    test.each(GUARDED)('%s needs a fresh proof', async (id, body) => {
      const browser = await comeIn(6);
      const problem = checkProblem(await browser.call(id, body));
      expect(problem.code).toBe('step-up-needed');
      expect(problem.facts.ways).toContain('mail-code');
      expect(await lettersOf(portal)).toEqual([]);
    });

    test.each(GUARDED)('%s is held while somebody else may have the account', async (id, body) => {
      const browser = await comeIn();
      await portal.shell.store.query(
        `insert into person_hold (person_id, hold_id, kind, from_at, evidence, decided_by)
         select person_id, gen_random_uuid(), 'frozen', '2026-01-01', 'test', 'test'
         from credential`,
      );
      expect(codeOf(await browser.call(id, body))).toBe('data-held');
    });
  });

  test('a step-up is a password and then a code, and changes the token', async () => {
    const browser = await comeIn(6);
    const before = browser.cookies.get('roadbook');
    expect((await browser.call('getStepUp')).json()).toEqual({
      isEnough: false,
      needsPassword: true,
      ways: ['mail-code'],
      mail: 'd•••@l•••.example',
      phone: null,
    });
    const wrong = await browser.call('stepUpByPassword', { password: 'not this one' });
    expect(codeOf(wrong)).toBe('password-wrong');
    const first = await browser.call('stepUpByPassword', { password: PASSWORD });
    expect(first.json()).toMatchObject({ isEnough: false, needsPassword: false });
    expect(browser.cookies.get('roadbook')).not.toBe(before);
    await browser.call('sendStepUpCode', { way: 'mail-code' });
    const code = await takeCode(portal);
    const second = await browser.call('stepUpByCode', { way: 'mail-code', code });
    expect(second.json()).toMatchObject({ isEnough: true, ways: [] });
    expect((await browser.call('makeRecoveryCodes')).statusCode).toBe(200);
    portal.clock.nowMs = start + 6 * 60_000;
    expect(codeOf(await browser.call('makeRecoveryCodes'))).toBe('step-up-needed');
    const old = openBrowser(portal.app);
    old.cookies.set('roadbook', before ?? '');
    expect(codeOf(await old.call('getSession'))).toBe('not-signed-in');
  });

  test('another password ends every other session, and the person is told', async () => {
    const [phone, desk] = [await comeIn(), await comeIn()];
    for (const [password, faults] of [
      ['qwerty', 'too-short easy'],
      ['larkspur dana', 'personal'],
      ['passwordpassword', 'easy'],
      ['LMF-1001LMF-1001', 'personal'],
    ]) {
      const problem = checkProblem(await phone.call('changePassword', { password }));
      expect(problem).toMatchObject({ code: 'password-not-taken', facts: { faults } });
      expect(JSON.stringify(problem)).not.toContain(password);
    }
    expect((await phone.call('changePassword', { password: NEW_PASSWORD })).statusCode).toBe(200);
    expect((await phone.call('getSession')).statusCode).toBe(200);
    expect(codeOf(await desk.call('getSession'))).toBe('not-signed-in');
    const told = (await lettersOf(portal)).map(({ template, values }) => [template, values.reason]);
    expect(told).toEqual([['security-notice', 'security.password-changed']]);
    const again = openBrowser(portal.app);
    expect(codeOf(await login(again))).toBe('sign-in-refused');
    const { setCredential } = await import('@roadbook/server/people/set-credential');
    const { store, ring, clock } = portal.shell;
    const dana = (await store.query<{ person_id: string }>('select person_id from session'))[0];
    await setCredential(
      store,
      ring,
      dana?.person_id ?? '',
      { userName: 'dana', email: 'dana@larkspur.example', password: PASSWORD },
      clock(),
    );
  });

  test('an app is set up by its first code, and each of its codes counts once', async () => {
    const browser = await comeIn();
    const begun = (await browser.call('beginAuthenticator')).json() as {
      uri: string;
      picture: { size: number; path: string };
    };
    expect(begun.picture.path).toMatch(/^(?:M\d+ \d+h1v1h-1z)+$/);
    const totp = URI.parse(begun.uri) as TOTP;
    expect([totp.issuer, totp.label]).toEqual(['Larkspur Motor Finance', 'dana']);
    const now = (steps = 0): string =>
      totp.generate({ timestamp: portal.clock.nowMs + steps * 30_000 });
    expect(codeOf(await browser.call('confirmAuthenticator', { code: '000000' }))).toBe(
      'code-wrong',
    );
    const confirmed = await browser.call('confirmAuthenticator', { code: now() });
    expect(confirmed.statusCode, confirmed.body).toBe(200);
    expect(codeOf(await browser.call('beginAuthenticator'))).toBe('authenticator-not-begun');

    const other = openBrowser(portal.app);
    expect(checkProblem(await login(other)).facts.ways).toBe('app, mail-code');
    const prove = (code: string) => other.call('proveCeremonyCode', { way: 'app', code });
    expect(codeOf(await prove(now()))).toBe('code-wrong');
    expect((await prove(now(1))).statusCode).toBe(200);
    const [row] = await portal.shell.store.query<{ sealed: Buffer }>(
      'select sealed from authenticator',
    );
    expect(row?.sealed.includes(totp.secret.base32)).toBe(false);
    expect((await other.call('removeAuthenticator')).statusCode).toBe(200);
  });

  test('a recovery code lets in once, in any case of letters', async () => {
    const browser = await comeIn();
    const { codes } = (await browser.call('makeRecoveryCodes')).json() as { codes: string[] };
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{5}-[2-9A-HJKMNP-TV-Z]{5}$/);
    const code = (codes[3] ?? '').toLowerCase().replace('-', ' ');
    const tryIt = async () => {
      const other = openBrowser(portal.app);
      await login(other);
      return other.call('proveCeremonyCode', { way: 'recovery-code', code });
    };
    expect((await tryIt()).statusCode).toBe(200);
    expect(codeOf(await tryIt())).toBe('code-wrong');
    expect((await browser.call('getSecurity')).json()).toMatchObject({ recoveryCodes: 9 });
  });

  test('sessions are listed with their devices, and ended one by one or all', async () => {
    const [one, other, third] = [await comeIn(2), await comeIn(1), await comeIn()];
    type Listed = { sessions: { sessionId: string; device: string; isThis: boolean }[] };
    const list = async () => ((await third.call('getSecurity')).json() as Listed).sessions;
    const sessions = await list();
    expect(sessions.map(({ device, isThis }) => [device, isThis])).toEqual([
      ['Chrome on Linux', true],
      ['Chrome on Linux', false],
      ['Chrome on Linux', false],
    ]);
    const end = (sessionId = '') =>
      portal.app.inject({
        method: 'DELETE',
        url: `/api/v1/sessions/${sessionId}`,
        headers: { cookie: `roadbook=${third.cookies.get('roadbook')}` },
      });
    expect((await end(sessions[1]?.sessionId)).statusCode).toBe(200);
    expect(codeOf(await other.call('getSession'))).toBe('not-signed-in');
    expect(codeOf(await end(sessions[1]?.sessionId))).toBe('session-not-found');
    expect((await third.call('endOtherSessions')).statusCode).toBe(200);
    expect(codeOf(await one.call('getSession'))).toBe('not-signed-in');
    expect(await list()).toHaveLength(1);
  });
}
