/**
 * Goal: a password alone opens nothing on a new device; what is asked for opens, and nothing else.
 * Method: people of the sample who do not waive the second proof, through the API; letters are read
 * from the outbox.
 */
import type { Engine } from '@roadbook/server/testing/test-store';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkProblem } from '../check-problem.ts';
import { PASSWORD } from '../people.ts';
import { openTestPortal, type TestPortal } from '../test-portal.ts';
import { type Browser, openBrowser } from './browser.ts';
import { lettersOf, takeCode, takeLetters } from './letters.ts';

const FACTS = {
  contractNumber: 'LMF-1001',
  dateOfBirth: '1986-04-12',
  ssnLastFour: '0001',
  zip: '97201',
};

export function secondProofSuite(engine: Engine): void {
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
      'known_network',
      'session',
      'ceremony',
      'one_time_code',
      'person_message',
      'person_hold',
    ]) {
      await store.query(`delete from ${table}`);
    }
    await store.query('update credential set waives_second = false');
  });

  const signIn = (browser: Browser, password = PASSWORD) =>
    browser.call('signIn', { login: 'dana', password });
  const isIn = async (browser: Browser): Promise<boolean> =>
    (await browser.call('getSession')).statusCode === 200;
  /** A browser with a right password, at the second proof. */
  const atSecondProof = async (): Promise<Browser> => {
    const browser = openBrowser(portal.app);
    expect(checkProblem(await signIn(browser)).code).toBe('second-proof-needed');
    return browser;
  };
  const askCode = (browser: Browser, way = 'mail-code') =>
    browser.call('sendCeremonyCode', { way });
  const prove = (browser: Browser, code: string, way = 'mail-code') =>
    browser.call('proveCeremonyCode', { way, code });

  describe('on a new device', () => {
    test('a right password is told the ways, masked, and opens nothing', async () => {
      const browser = openBrowser(portal.app);
      const problem = checkProblem(await signIn(browser));
      expect(problem).toMatchObject({
        code: 'second-proof-needed',
        facts: { ways: 'mail-code', mail: 'd•••@l•••.example' },
      });
      expect([...browser.cookies.keys()]).toEqual(['roadbook-ceremony']);
      expect(await isIn(browser)).toBe(false);
      const wrong = checkProblem(await signIn(openBrowser(portal.app), 'not this one'));
      expect(wrong.code).toBe('sign-in-refused');
      expect(wrong.facts).toEqual({});
    });

    test('the code of the letter opens, once, and the ceremony is over', async () => {
      const browser = await atSecondProof();
      const sent = (await askCode(browser)).json();
      expect(sent).toEqual({ way: 'mail-code', minutes: 10, to: 'd•••@l•••.example' });
      const code = await takeCode(portal);
      const answer = await prove(browser, `${code.slice(0, 3)} ${code.slice(3)}`);
      expect(answer.json()).toMatchObject({ ceremony: null, session: { userName: 'dana' } });
      expect(await isIn(browser)).toBe(true);
      expect([...browser.cookies.keys()].toSorted()).toEqual(['roadbook', 'roadbook-device']);
      expect(checkProblem(await prove(browser, code)).code).toBe('ceremony-over');
    });

    test('a wrong code opens nothing, and the sixth try finds the code used up', async () => {
      const browser = await atSecondProof();
      await askCode(browser);
      const code = await takeCode(portal);
      const wrong = code === '000000' ? '000001' : '000000';
      for (let n = 0; n < 5; n += 1) {
        expect(checkProblem(await prove(browser, wrong)).code).toBe('code-wrong');
      }
      expect(checkProblem(await prove(browser, code)).code).toBe('code-used-up');
      expect(await isIn(browser)).toBe(false);
    });

    test('five tries at the same time are five tries', async () => {
      const browser = await atSecondProof();
      await askCode(browser);
      const code = await takeCode(portal);
      const wrong = code === '000000' ? '000001' : '000000';
      await Promise.all(Array.from({ length: 5 }, () => prove(browser, wrong)));
      expect(checkProblem(await prove(browser, code)).code).toBe('code-used-up');
    });

    test('two right answers at the same time open one session', async () => {
      const browser = await atSecondProof();
      await askCode(browser);
      const code = await takeCode(portal);
      const answers = await Promise.all([prove(browser, code), prove(browser, code)]);
      expect(answers.map(({ statusCode }) => statusCode).filter((s) => s === 200)).toHaveLength(1);
      const { store } = portal.shell;
      expect(await store.query('select token_hash from session')).toHaveLength(1);
    });

    test('a code is good for ten minutes, and only the newest counts', async () => {
      const browser = await atSecondProof();
      await askCode(browser);
      const first = await takeCode(portal);
      await askCode(browser);
      const second = await takeCode(portal);
      if (first !== second) {
        expect(checkProblem(await prove(browser, first)).code).toBe('code-wrong');
      }
      portal.clock.nowMs = start + 10 * 60_000 + 1;
      expect(checkProblem(await prove(browser, second)).code).toBe('code-used-up');
    });

    test('codes are not sent without end', async () => {
      const browser = await atSecondProof();
      for (let n = 0; n < 5; n += 1) expect((await askCode(browser)).statusCode).toBe(200);
      const problem = checkProblem(await askCode(browser));
      expect(problem).toMatchObject({ code: 'too-many-codes', facts: { seconds: '900' } });
      expect(await lettersOf(portal)).toHaveLength(5);
    });

    test('a way that is not asked for is none, nor is the code of another one', async () => {
      const [one, other] = [await atSecondProof(), await atSecondProof()];
      expect(checkProblem(await prove(one, '123456', 'app')).code).toBe('proof-not-asked');
      expect(checkProblem(await askCode(one, 'text-code')).code).toBe('proof-not-asked');
      const facts = checkProblem(await one.call('proveCeremonyFacts', FACTS));
      expect(facts.code).toBe('proof-not-asked');
      await askCode(one);
      const code = await takeCode(portal);
      expect(checkProblem(await prove(other, code)).code).toBe('code-used-up');
      expect(await isIn(other)).toBe(false);
    });

    test('without a ceremony there is nothing to go on with', async () => {
      const browser = openBrowser(portal.app);
      browser.cookies.set('roadbook-ceremony', 'C'.repeat(43));
      for (const answer of [
        await browser.call('getCeremony'),
        await askCode(browser),
        await prove(browser, '123456'),
      ]) {
        expect(checkProblem(answer).code).toBe('ceremony-over');
      }
      const real = await atSecondProof();
      portal.clock.nowMs = start + 31 * 60_000;
      expect(checkProblem(await askCode(real)).code).toBe('ceremony-over');
    });

    test('somebody with nothing else on file shows the facts of the contract', async () => {
      const other = { ...portal.shell, post: { mail: false, text: false } };
      const { createPortalApp } = await import('@roadbook/server/http/portal-app');
      const { default: pino } = await import('pino');
      const app = await createPortalApp({
        shell: () => other,
        logger: pino({ level: 'silent' }),
        isHttps: false,
        trustProxy: false,
        pagesFolder: null,
      });
      const browser = openBrowser(app);
      const problem = checkProblem(await signIn(browser));
      expect(problem.facts).toEqual({ ways: 'facts' });
      const wrong = { ...FACTS, ssnLastFour: '0002' };
      const refused = checkProblem(await browser.call('proveCeremonyFacts', wrong));
      expect(refused.code).toBe('facts-wrong');
      expect(JSON.stringify(refused)).not.toContain('0002');
      expect((await browser.call('proveCeremonyFacts', FACTS)).statusCode).toBe(200);
      expect(await isIn(browser)).toBe(true);
      await app.close();
    });
  });

  describe('a known device', () => {
    const comeIn = async (): Promise<Browser> => {
      const browser = await atSecondProof();
      await askCode(browser);
      await prove(browser, await takeCode(portal));
      return browser;
    };

    test('spares the second proof to a long password', async () => {
      const browser = await comeIn();
      expect((await signIn(browser)).statusCode).toBe(200);
    });

    test('spares it to no other person and to no other browser', async () => {
      const browser = await comeIn();
      const robin = await browser.call('signIn', { login: 'robin', password: PASSWORD });
      expect(checkProblem(robin).code).toBe('second-proof-needed');
      await atSecondProof();
    });

    test('does not spare it to a short password', async () => {
      const browser = await comeIn();
      await portal.shell.store.query("update credential set password_rule = 'with-second'");
      expect(checkProblem(await signIn(browser)).code).toBe('second-proof-needed');
      await portal.shell.store.query("update credential set password_rule = 'alone'");
    });

    test('that is new beside others is told of, with a link that says nothing', async () => {
      await comeIn();
      expect(await takeLetters(portal)).toEqual([]);
      await comeIn().catch(() => undefined);
      const [letter] = (await lettersOf(portal)).filter(
        ({ template }) => template === 'new-device-sign-in',
      );
      expect(letter).toMatchObject({ to: 'dana@larkspur.example', channel: 'mail' });
      expect(letter?.values).toMatchObject({ device: 'Chrome on Linux' });
      expect(letter?.values.token).toMatch(/^[A-Za-z0-9_-]{32}$/);
    });
  });

  test('somebody who is kept out is told so after the proof, and not before', async () => {
    const browser = await atSecondProof();
    const { store } = portal.shell;
    await store.query(
      `insert into person_hold (person_id, hold_id, kind, from_at, evidence, decided_by)
       select person_id, gen_random_uuid(), 'access', '2026-01-01', 'test', 'test'
       from credential`,
    );
    await askCode(browser);
    const problem = checkProblem(await prove(browser, await takeCode(portal)));
    expect(problem.code).toBe('access-closed');
    expect(await isIn(browser)).toBe(false);
  });
}
