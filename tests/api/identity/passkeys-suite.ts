/**
 * Goal: a passkey lets its owner in and nobody else, and signs what it was asked for and nothing
 * else. Method: an authenticator in a few lines, whose answers are right, old, of another ceremony,
 * of another act, or of a copied key.
 */
import type { Engine } from '@roadbook/server/testing/test-store';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkProblem } from '../check-problem.ts';
import { PASSWORD } from '../people.ts';
import { openTestPortal, type TestPortal } from '../test-portal.ts';
import { type Browser, openBrowser } from './browser.ts';
import { lettersOf } from './letters.ts';
import { softAuthenticator } from './soft-authenticator.ts';

type Asked = { readonly options: Readonly<Record<string, unknown>> };

export function passkeysSuite(engine: Engine): void {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await openTestPortal({ engine });
  });
  afterAll(() => portal.end());
  beforeEach(async () => {
    for (const table of ['throttle', 'session', 'ceremony', 'passkey', 'person_message']) {
      await portal.shell.store.query(`delete from ${table}`);
    }
    await portal.shell.store.query('update credential set waives_second = true');
  });

  const comeIn = async (login = 'dana'): Promise<Browser> => {
    const browser = openBrowser(portal.app);
    expect((await browser.call('signIn', { login, password: PASSWORD })).statusCode).toBe(200);
    return browser;
  };
  const addTo = async (browser: Browser) => {
    const device = softAuthenticator();
    const asked = (await browser.call('beginPasskey')).json() as Asked;
    const added = await browser.call('addPasskey', device.make(asked));
    expect(added.statusCode, added.body).toBe(201);
    return device;
  };
  const askIn = async (browser: Browser): Promise<Asked> =>
    (await browser.call('askPasskey')).json() as Asked;
  const isIn = async (browser: Browser): Promise<boolean> =>
    (await browser.call('getSession')).statusCode === 200;

  test('a passkey is kept, told of, and lets its owner in without a password', async () => {
    const device = await addTo(await comeIn());
    expect((await lettersOf(portal)).map(({ values }) => values.reason)).toEqual([
      'security.passkey-added',
    ]);
    const browser = openBrowser(portal.app);
    const answer = await browser.call('provePasskey', device.answer(await askIn(browser)));
    expect(answer.json()).toMatchObject({ session: { userName: 'dana' } });
    const listed = (await browser.call('getSecurity')).json();
    expect(listed).toMatchObject({ passkeys: [{ passkeyId: device.id, name: 'Chrome on Linux' }] });
  });

  describe('refused is', () => {
    const refused = async (browser: Browser, body: unknown): Promise<void> => {
      const answer = await browser.call('provePasskey', body);
      expect(checkProblem(answer).code).toBe('passkey-refused');
      expect(await isIn(browser)).toBe(false);
    };

    test('a passkey that nobody has', async () => {
      const browser = openBrowser(portal.app);
      await refused(browser, softAuthenticator().answer(await askIn(browser)));
    });

    test('the answer to another ceremony, and an answer that was used', async () => {
      const device = await addTo(await comeIn());
      const [one, other] = [openBrowser(portal.app), openBrowser(portal.app)];
      await askIn(one);
      const answer = device.answer(await askIn(other));
      await refused(one, answer);
      expect((await other.call('provePasskey', answer)).statusCode).toBe(200);
      await refused(one, answer);
    });

    test('an answer given at another site', async () => {
      const browser = await comeIn();
      const device = softAuthenticator('http://evil.example');
      const asked = (await browser.call('beginPasskey')).json() as Asked;
      const made = await browser.call('addPasskey', device.make(asked));
      expect(checkProblem(made).code).toBe('passkey-refused');
    });

    test('a challenge that is ten minutes old', async () => {
      const device = await addTo(await comeIn());
      const browser = openBrowser(portal.app);
      const answer = device.answer(await askIn(browser));
      portal.clock.nowMs += 10 * 60_000 + 1;
      await refused(browser, answer);
    });

    test('a key whose counter did not grow: it is a copy', async () => {
      const device = await addTo(await comeIn());
      const first = openBrowser(portal.app);
      await first.call('provePasskey', device.answer(await askIn(first)));
      device.setCounter(0);
      const second = openBrowser(portal.app);
      await refused(second, device.answer(await askIn(second)));
    });

    test('somebody else’s passkey as a second proof', async () => {
      const device = await addTo(await comeIn('robin'));
      await addTo(await comeIn());
      const { store } = portal.shell;
      await store.query('update credential set waives_second = false');
      await store.query('delete from known_device');
      const browser = openBrowser(portal.app);
      await browser.call('signIn', { login: 'dana', password: PASSWORD });
      await refused(browser, device.answer(await askIn(browser)));
    });
  });

  test('what a passkey signed for one act counts for no other', async () => {
    const browser = await comeIn();
    const device = await addTo(browser);
    const act = { act: 'bank-account', about: '$40.00 to Checking 1234' };
    const asked = (await browser.call('askStepUpPasskey', act)).json() as Asked;
    const answer = device.answer(asked);
    const other = { ...answer, act: { ...act, about: '$4000.00 to Checking 6789' } };
    const refused = checkProblem(await browser.call('stepUpByPasskey', other));
    expect(refused.code).toBe('passkey-refused');
    const again = device.answer((await browser.call('askStepUpPasskey', act)).json() as Asked);
    const taken = await browser.call('stepUpByPasskey', { ...again, act });
    expect(taken.json()).toMatchObject({ isEnough: true });
  });

  test('somebody without a password keeps the last passkey', async () => {
    const browser = await comeIn();
    const device = await addTo(browser);
    const { store } = portal.shell;
    await store.query("update credential set password_hash = null, password_rule = 'none'");
    const act = { act: 'passkey', about: '' };
    const asked = (await browser.call('askStepUpPasskey', act)).json() as Asked;
    await browser.call('stepUpByPasskey', { ...device.answer(asked), act });
    const remove = await portal.app.inject({
      method: 'DELETE',
      url: `/api/v1/passkeys/${device.id}`,
      headers: { cookie: `roadbook=${browser.cookies.get('roadbook')}` },
    });
    expect(checkProblem(remove).code).toBe('last-way-in');
  });
}
