/**
 * Goal: no way back in is a way in for a stranger, and none tells who is a customer.
 * Method: random walks over every step of a ceremony, with right and wrong answers, must never find
 * a session before two proofs; what is told to somebody unknown is compared byte by byte.
 */
import { keepOut, letIn } from '@roadbook/server/people/holds/keep-out';
import type { Engine } from '@roadbook/server/testing/test-store';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { effort } from '../../house/effort.ts';
import { checkProblem } from '../check-problem.ts';
import { makePagesFolder } from '../pages-folder.ts';
import { contractIds, PASSWORD } from '../people.ts';
import { openTestPortal, type TestPortal } from '../test-portal.ts';
import { type Browser, openBrowser } from './browser.ts';
import { lettersOf, takeCode, takeLetters } from './letters.ts';

const FACTS = {
  contractNumber: 'LMF-1001',
  dateOfBirth: '1986-04-12',
  ssnLastFour: '0001',
  zip: '97201',
};
const NEW_PASSWORD = 'four quiet orange doors';

export function recoverySuite(engine: Engine): void {
  let portal: TestPortal;
  let pages: Awaited<ReturnType<typeof makePagesFolder>>;
  const start = Date.UTC(2026, 10, 2, 15);
  beforeAll(async () => {
    portal = await openTestPortal({ engine });
    pages = await makePagesFolder();
  });
  afterAll(async () => {
    await portal.end();
    await pages.remove();
  });
  const clean = async (): Promise<void> => {
    portal.clock.nowMs = start;
    for (const table of [
      'throttle',
      'known_device',
      'session',
      'ceremony',
      'one_time_code',
      'person_message',
      'security_notice',
      'person_hold',
    ]) {
      await portal.shell.store.query(`delete from ${table}`);
    }
    await portal.shell.store.query('update credential set waives_second = false');
  };
  beforeEach(clean);

  const sessions = async (): Promise<number> =>
    (await portal.shell.store.query('select token_hash from session')).length;
  const personId = async (): Promise<string> => {
    const { store } = portal.shell;
    const rows = await store.query<{ person_id: string }>(
      `select person_id from contract_party where contract_id = $1 and role = 'borrower'`,
      [contractIds.loan],
    );
    return rows[0]?.person_id ?? '';
  };
  const codeOf = (answer: { body: string; statusCode: number }): string =>
    (JSON.parse(answer.body) as { code?: string }).code ?? String(answer.statusCode);

  type Act = 'ask' | 'right-code' | 'wrong-code' | 'facts' | 'wrong-facts' | 'password' | 'sign-in';
  const ACTS: readonly Act[] = [
    'ask',
    'right-code',
    'wrong-code',
    'facts',
    'wrong-facts',
    'password',
    'sign-in',
  ];

  async function act(browser: Browser, what: Act): Promise<boolean> {
    const ok = async (id: string, body: unknown): Promise<boolean> =>
      (await browser.call(id, body)).statusCode < 300;
    const way = 'mail-code';
    switch (what) {
      case 'ask':
        return ok('sendCeremonyCode', { way });
      case 'right-code': {
        const code = String((await lettersOf(portal)).at(-1)?.values.code ?? '111111');
        return ok('proveCeremonyCode', { way, code });
      }
      case 'wrong-code':
        return ok('proveCeremonyCode', { way, code: '99999999' });
      case 'facts':
        return ok('proveCeremonyFacts', FACTS);
      case 'wrong-facts':
        return ok('proveCeremonyFacts', { ...FACTS, dateOfBirth: '1986-04-13' });
      case 'password':
        return ok('setCeremonyPassword', { password: NEW_PASSWORD });
      case 'sign-in':
        return ok('signIn', { login: 'dana', password: 'a guess of a stranger' });
    }
  }

  test('whatever is tried in whatever order, no session is there before two proofs', async () => {
    const begin = fc.constantFrom('dana', 'nobody');
    const walk = fc.array(fc.constantFrom(...ACTS), { maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(begin, walk, async (login, acts) => {
        await clean();
        const browser = openBrowser(portal.app);
        await browser.call('beginPasswordReset', { login });
        const proofs = new Set<string>();
        for (const what of acts) {
          const did = await act(browser, what);
          expect(did && (what === 'wrong-code' || what === 'wrong-facts')).toBe(false);
          if (did && (what === 'right-code' || what === 'facts')) proofs.add(what);
          const open = await sessions();
          if (proofs.size < 2 || login === 'nobody') expect(open).toBe(0);
          if (did && what === 'password') expect(open).toBe(1);
          if (open > 0) break;
        }
      }),
      { numRuns: effort(600), seed: 20_261_130 },
    );
  }, 300_000);

  describe('somebody whom nobody knows', () => {
    test('is told the same at every step of a reset, to the byte', async () => {
      const told = async (login: string): Promise<string[]> => {
        await portal.shell.store.query('delete from throttle');
        const browser = openBrowser(portal.app);
        const answers = [
          await browser.call('beginPasswordReset', { login }),
          await browser.call('getCeremony'),
          await browser.call('sendCeremonyCode', { way: 'mail-code' }),
          await browser.call('sendCeremonyCode', { way: 'text-code' }),
          await browser.call('proveCeremonyCode', { way: 'mail-code', code: '99999999' }),
          await browser.call('proveCeremonyFacts', FACTS),
          await browser.call('setCeremonyPassword', { password: NEW_PASSWORD }),
        ];
        for (let n = 0; n < 6; n += 1) {
          answers.push(await browser.call('sendCeremonyCode', { way: 'mail-code' }));
          answers.push(
            await browser.call('proveCeremonyCode', { way: 'mail-code', code: '99999998' }),
          );
        }
        return answers.map(
          ({ statusCode, body }) => `${statusCode} ${body.replace(/RB-[\w-]+/, 'RB')}`,
        );
      };
      const known = await told('dana');
      expect(await told('nobody-of-that-name')).toEqual(known);
    });

    test('and so is an address that nobody has, when it asks for its user name', async () => {
      const ask = (email: string) => openBrowser(portal.app).call('remindUserName', { email });
      const [known, unknown] = [await ask('dana@larkspur.example'), await ask('x@y.example')];
      expect([unknown.statusCode, unknown.body]).toEqual([known.statusCode, known.body]);
      const letters = await takeLetters(portal);
      expect(letters).toMatchObject([
        {
          template: 'user-name-reminder',
          to: 'dana@larkspur.example',
          values: { userName: 'dana' },
        },
      ]);
    });
  });

  test('a reset ends every other session and lets the person in', async () => {
    await portal.shell.store.query('update credential set waives_second = true');
    const other = openBrowser(portal.app);
    await other.call('signIn', { login: 'dana', password: PASSWORD });
    const browser = openBrowser(portal.app);
    await browser.call('beginPasswordReset', { login: 'dana@larkspur.example' });
    await browser.call('sendCeremonyCode', { way: 'mail-code' });
    const code = await takeCode(portal);
    await browser.call('proveCeremonyCode', { way: 'mail-code', code });
    await browser.call('proveCeremonyFacts', FACTS);
    const answer = await browser.call('setCeremonyPassword', { password: NEW_PASSWORD });
    expect(answer.json()).toMatchObject({ session: { userName: 'dana' } });
    expect(codeOf(await other.call('getSession'))).toBe('not-signed-in');
    const again = openBrowser(portal.app);
    const signIn = (password: string) => again.call('signIn', { login: 'dana', password });
    expect(codeOf(await signIn(PASSWORD))).toBe('sign-in-refused');
    expect(codeOf(await signIn(NEW_PASSWORD))).toBe('second-proof-needed');
  });

  describe('"this was not me"', () => {
    const steal = async () => {
      const app = await portal.another({ pagesFolder: pages.path });
      const { tellOfSecurity } = await import(
        '@roadbook/server/people/security-notices/security-notice'
      );
      const { fileOf } = await import('@roadbook/server/people/proofs/proofs-on-file');
      const file = await fileOf(portal.shell, await personId());
      const { shell } = portal;
      await shell.store.transaction((tx) => tellOfSecurity(tx, shell, file, 'passkey-added'));
      const [letter] = await takeLetters(portal);
      return { app, token: String(letter?.values.token) };
    };

    test('freezes once, without signing in, and looking at the page does nothing', async () => {
      const { app, token } = await steal();
      const browser = openBrowser(app);
      const looked = await browser.get(`/not-me/${token}`);
      expect(looked.statusCode).toBe(200);
      const { store } = portal.shell;
      expect(await store.query('select kind from person_hold')).toEqual([]);
      expect((await browser.post('/not-me', { token })).statusCode).toBe(200);
      expect(await store.query('select kind from person_hold')).toEqual([{ kind: 'frozen' }]);
      expect((await browser.post('/not-me', { token })).statusCode).toBe(404);
      expect((await browser.get(`/not-me/${token}`)).statusCode).toBe(404);
      await app.close();
    });

    test('works for 72 hours', async () => {
      const { app, token } = await steal();
      portal.clock.nowMs = start + 72 * 3_600_000 + 1;
      const answer = await openBrowser(app).post('/not-me', { token });
      expect(answer.statusCode).toBe(404);
      await app.close();
    });
  });

  test('while we keep somebody out, their contracts have a hold that stops late fees', async () => {
    const holds = async (): Promise<string> => {
      const rows = await portal.shell.store.query<{ holds: unknown }>(
        'select holds from contract_state where contract_id = $1',
        [contractIds.loan],
      );
      return JSON.stringify(rows[0]?.holds);
    };
    const id = await personId();
    expect(await keepOut(portal.shell, id, 'a letter', 'test')).toBe(4);
    expect(await holds()).toContain('access');
    const browser = openBrowser(portal.app);
    const { setCredential } = await import('@roadbook/server/people/set-credential');
    const { store, ring, clock } = portal.shell;
    const credential = { userName: 'dana', email: null, password: PASSWORD, waivesSecond: true };
    await setCredential(store, ring, id, credential, clock());
    const answer = await browser.call('signIn', { login: 'dana', password: PASSWORD });
    expect(checkProblem(answer).code).toBe('access-closed');
    expect(await letIn(portal.shell, id, 'test')).toEqual(['access']);
    const again = await browser.call('signIn', { login: 'dana', password: PASSWORD });
    expect(again.statusCode).toBe(200);
  });
}
