/**
 * Goal: whoever is on a boarded contract gets in by themselves, a stranger never, and nobody learns
 * who is a customer.
 * Method: each way is walked by the operations; random walks over all steps must never find a session
 * before the proofs; what is told to five kinds of strangers is compared byte by byte.
 */
import { invitePeople } from '@roadbook/server/people/invitations/invite-people';
import type { Engine } from '@roadbook/server/testing/test-store';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { effort } from '../../house/effort.ts';
import { openTestPortal, type TestPortal } from '../test-portal.ts';
import { type Browser, openBrowser } from './browser.ts';
import { lettersOf, takeCode, takeLetters } from './letters.ts';
import {
  ANA,
  ANA_AGAIN,
  BEN,
  boardNewcomers,
  CLOSED,
  HELD,
  newcomer,
  newcomersContract,
} from './newcomers.ts';
import { softAuthenticator } from './soft-authenticator.ts';

const PASSWORD = 'four quiet orange doors';
const TERMS = '2026-01';
const DANA = {
  contractNumber: 'LMF-1001',
  dateOfBirth: '1986-04-12',
  ssnLastFour: '0001',
  zip: '97201',
};
const FINISH = { userName: null, password: PASSWORD, passkey: null, termsVersion: TERMS };

export function registrationSuite(engine: Engine): void {
  let portal: TestPortal;
  let people: Readonly<Record<'ana' | 'ben' | 'again', string>>;
  const start = Date.UTC(2026, 10, 2, 15);
  beforeAll(async () => {
    portal = await openTestPortal({ engine });
    const { store } = portal.shell;
    await boardNewcomers(store);
    people = {
      ana: await newcomer(store, 'N-1', 'borrower'),
      ben: await newcomer(store, 'N-1', 'co-borrower'),
      again: await newcomer(store, 'N-2', 'borrower'),
    };
    await store.query('create table person_before as select * from person');
    await store.query('create table party_before as select * from contract_party');
  });
  afterAll(async () => {
    const { store } = portal.shell;
    await store.query('drop table person_before');
    await store.query('drop table party_before');
    await portal.end();
  });
  const clean = async (): Promise<void> => {
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
      'invitation',
      'terms_accepted',
      'person_change',
    ]) {
      await store.query(`delete from ${table}`);
    }
    const mine = `('${Object.values(people).join("','")}')`;
    for (const table of ['credential', 'login', 'passkey']) {
      await store.query(`delete from ${table} where person_id in ${mine}`);
    }
    await store.query(
      `update person p set key_id = b.key_id, sealed = b.sealed from person_before b
       where p.person_id = b.person_id and p.sealed <> b.sealed`,
    );
    await store.query('delete from contract_party');
    await store.query('insert into contract_party select * from party_before');
  };
  beforeEach(clean);

  const codeOf = (answer: { body: string; statusCode: number }): string =>
    (JSON.parse(answer.body) as { code?: string }).code ?? String(answer.statusCode);
  const sessions = async (): Promise<number> =>
    (await portal.shell.store.query('select token_hash from session')).length;
  const invited = async (personId: string): Promise<string> => {
    const codes = new Map<string, string>();
    const { store } = portal.shell;
    const counts = await invitePeople(
      portal.shell,
      { numbers: ['LMF-3001'], again: true },
      async ({ name, code }) => void codes.set(name, code),
      async () => undefined,
    );
    expect(counts.letters).toBeGreaterThan(0);
    expect(await store.query('select 1 from access_log')).not.toEqual([]);
    return codes.get(personId === people.ana ? 'Ana Ríos' : 'Ben Ríos') ?? '';
  };
  const confirm = async (browser: Browser, email: string): Promise<void> => {
    await takeLetters(portal);
    const sent = await browser.call('setRegistrationEmail', { email });
    expect(sent.statusCode, sent.body).toBe(200);
    const body = { way: 'new-mail-code', code: await takeCode(portal) };
    expect(codeOf(await browser.call('proveCeremonyCode', body))).toBe('200');
  };
  const begun = async (facts: object): Promise<Browser> => {
    const browser = openBrowser(portal.app);
    const answer = await browser.call('registerByFacts', facts);
    expect(answer.statusCode, answer.body).toBe(202);
    return browser;
  };

  describe('a person of a boarded contract', () => {
    test('gets in by the facts, and every other address is told', async () => {
      const browser = await begun(ANA);
      await confirm(browser, 'ana.new@example.com');
      expect(await sessions()).toBe(0);
      const answer = await browser.call('finishRegistration', { ...FINISH, userName: 'ana.r' });
      expect(answer.json()).toMatchObject({ session: { userName: 'ana.r', firstName: 'Ana' } });
      const letters = await takeLetters(portal);
      expect(letters.map(({ template, channel, to }) => [template, channel, to])).toEqual(
        expect.arrayContaining([
          ['account-opened', 'mail', 'ana.new@example.com'],
          ['account-opened-notice', 'mail', 'ana@larkspur.example'],
          ['account-opened-notice', 'text', '+15035550111'],
        ]),
      );
      expect(letters).toHaveLength(3);
      const { store } = portal.shell;
      const terms = await store.query('select person_id, version from terms_accepted');
      expect(terms).toEqual([{ person_id: people.ana, version: TERMS }]);
      const changes = await store.query('select fields, who from person_change');
      expect(changes).toEqual([{ fields: 'email', who: 'registration' }]);
      const again = openBrowser(portal.app);
      const typed = { login: 'ANA.new@example.com', password: PASSWORD };
      expect(codeOf(await again.call('signIn', typed))).toBe('second-proof-needed');
    });

    test('by a code to the email on file, which is confirmed by it', async () => {
      const browser = openBrowser(portal.app);
      const typed = { name: 'Ana Rios', email: 'ana@larkspur.example', by: 'mail-code' };
      await browser.call('registerOnFile', { ...typed, contractNumber: 'lmf-3001' });
      const body = { way: 'mail-code', code: await takeCode(portal) };
      const step = await browser.call('proveCeremonyCode', body);
      expect(step.json()).toMatchObject({ ceremony: { next: 'open' } });
      const answer = await browser.call('finishRegistration', FINISH);
      expect(answer.json()).toMatchObject({ session: { userName: 'ana@larkspur.example' } });
    });

    test('by a code to the telephone on file, and then another email', async () => {
      const browser = openBrowser(portal.app);
      const typed = { name: 'Ana Ríos', email: 'a@example.com', by: 'text-code' };
      await browser.call('registerOnFile', { ...typed, contractNumber: 'LMF-3001' });
      const body = { way: 'text-code', code: await takeCode(portal) };
      const step = await browser.call('proveCeremonyCode', body);
      expect(step.json()).toMatchObject({ ceremony: { ways: ['new-mail-code'] } });
      expect(codeOf(await browser.call('finishRegistration', FINISH))).toBe('proof-not-asked');
      await confirm(browser, 'a@example.com');
      expect(codeOf(await browser.call('finishRegistration', FINISH))).toBe('200');
    });

    test('by a letter, without a password, once', async () => {
      const code = await invited(people.ben);
      const typed = { code: ` ${code.toLowerCase().replaceAll('-', ' ')} ` };
      const browser = openBrowser(portal.app);
      expect((await browser.call('registerByLetter', typed)).statusCode).toBe(202);
      await confirm(browser, 'ben@example.com');
      const device = softAuthenticator();
      const asked = await browser.call('askRegistrationPasskey');
      const passkey = device.make(asked.json() as { options: Record<string, unknown> }).credential;
      const done = await browser.call('finishRegistration', { ...FINISH, password: null, passkey });
      expect(done.json()).toMatchObject({ session: { userName: 'ben@example.com' } });
      const other = openBrowser(portal.app);
      expect(codeOf(await other.call('registerByLetter', typed))).toBe('registration-refused');
      const options = await other.call('askPasskey');
      const answer = device.answer(options.json() as { options: Record<string, unknown> });
      const back = await other.call('provePasskey', answer);
      expect(back.json()).toMatchObject({ session: { userName: 'ben@example.com' } });
    });

    test('whose letter is 21 days old asks for another one', async () => {
      const code = await invited(people.ana);
      portal.clock.nowMs = start + 21 * 86_400_000;
      const late = await openBrowser(portal.app).call('registerByLetter', { code });
      expect(codeOf(late)).toBe('registration-refused');
    });

    test('and the other party of the contract both have accounts of their own', async () => {
      for (const [facts, email, userName] of [
        [ANA, 'family@example.com', null],
        [BEN, 'family@example.com', 'ben.rios'],
      ] as const) {
        const browser = await begun(facts);
        await confirm(browser, email);
        if (userName !== null) {
          expect(codeOf(await browser.call('finishRegistration', FINISH))).toBe('user-name-needed');
        }
        const answer = await browser.call('finishRegistration', { ...FINISH, userName });
        expect(answer.statusCode, answer.body).toBe(200);
        const list = await browser.call('listContracts');
        expect(list.json()).toMatchObject({
          contracts: [{ contractId: newcomersContract('N-1') }],
        });
      }
    });

    test('who is known by another contract is recognized, and signs in as before', async () => {
      const first = await begun(ANA);
      await confirm(first, 'ana@larkspur.example');
      await first.call('finishRegistration', FINISH);
      const second = await begun(ANA_AGAIN);
      await confirm(second, 'ana@larkspur.example');
      expect(codeOf(await second.call('finishRegistration', FINISH))).toBe('known-already');
      const list = await first.call('listContracts');
      expect((list.json() as { contracts: unknown[] }).contracts).toHaveLength(2);
    });

    test('adds another contract of their own later, and nobody else’s', async () => {
      const browser = await begun(ANA);
      await confirm(browser, 'ana@larkspur.example');
      await browser.call('finishRegistration', FINISH);
      expect(codeOf(await browser.call('addContract', BEN))).toBe('registration-refused');
      const added = await browser.call('addContract', ANA_AGAIN);
      expect(added.json()).toEqual({ contractId: newcomersContract('N-2') });
      expect(codeOf(await browser.call('addContract', ANA_AGAIN))).toBe('registration-refused');
    });

    test('who has an account is told so by the email on file, not on the screen', async () => {
      const answer = await openBrowser(portal.app).call('registerByFacts', DANA);
      expect(codeOf(answer)).toBe('registration-refused');
      expect(await takeLetters(portal)).toMatchObject([
        { template: 'registered-already', to: 'dana@larkspur.example' },
      ]);
    });
  });

  test('what is asked for at the end is refused by name', async () => {
    const browser = await begun(ANA);
    await confirm(browser, 'ana@larkspur.example');
    const finish = async (change: object): Promise<string> =>
      codeOf(await browser.call('finishRegistration', { ...FINISH, ...change }));
    expect(await finish({ termsVersion: null })).toBe('terms-not-accepted');
    expect(await finish({ termsVersion: '2025-01' })).toBe('terms-not-accepted');
    expect(await finish({ userName: 'dana' })).toBe('user-name-taken');
    expect(await finish({ password: 'ana rios' })).toBe('password-not-taken');
    expect(await finish({ password: null })).toBe('invalid-input');
    expect(await finish({ userName: 'dana@larkspur.example' })).toBe('invalid-input');
    expect(await sessions()).toBe(0);
    expect(await finish({})).toBe('200');
  });

  test('a code for one email does not confirm another', async () => {
    const browser = await begun(ANA);
    await browser.call('setRegistrationEmail', { email: 'mine@example.com' });
    const code = await takeCode(portal);
    await browser.call('setRegistrationEmail', { email: 'dana@larkspur.example' });
    const answer = await browser.call('proveCeremonyCode', { way: 'new-mail-code', code });
    expect(codeOf(answer)).toBe('code-wrong');
  });

  describe('the unknown, the registered, the wrong, the held and the closed', () => {
    const STRANGERS: readonly (readonly [string, typeof ANA, string])[] = [
      ['unknown', { ...ANA, contractNumber: 'LMF-9999' }, 'Ana Ríos'],
      ['registered', DANA, 'Dana Whitfield'],
      ['wrong', { ...ANA, zip: '97211' }, 'Nobody Known'],
      ['held', HELD, 'Hal Held'],
      ['closed', CLOSED, 'Cleo Closed'],
    ];
    const told = ({ statusCode, body }: { statusCode: number; body: string }): string =>
      `${statusCode} ${body.replace(/RB-[\w-]+/, 'RB')}`;

    test('are told the same by facts and by letter, to the byte', async () => {
      const answers = new Set<string>();
      for (const [, facts] of STRANGERS) {
        answers.add(told(await openBrowser(portal.app).call('registerByFacts', facts)));
      }
      const code = await invited(people.ana);
      await portal.shell.store.query(
        `update invitation set person_id = (select person_id from login l limit 1)`,
      );
      for (const typed of [code, 'AAAA-BBBB-CCCC']) {
        const answer = await openBrowser(portal.app).call('registerByLetter', { code: typed });
        answers.add(told(answer));
      }
      expect([...answers]).toHaveLength(1);
    });

    test('go the same way by a code to what is on file, and never come in', async () => {
      const walks: string[][] = [];
      for (const [, { contractNumber }, name] of STRANGERS) {
        const browser = openBrowser(portal.app);
        const typed = { name, email: 'x@example.com', contractNumber, by: 'mail-code' };
        const way = 'mail-code';
        const answers = [await browser.call('registerOnFile', typed)];
        for (let n = 0; n < 6; n += 1) {
          answers.push(await browser.call('proveCeremonyCode', { way, code: '99999999' }));
          answers.push(await browser.call('sendCeremonyCode', { way }));
        }
        answers.push(await browser.call('setRegistrationEmail', { email: 'x@example.com' }));
        answers.push(await browser.call('finishRegistration', FINISH));
        walks.push(answers.map(told));
      }
      // Held and closed people have letters of their own contracts; here nobody gets a code.
      const codes = (await lettersOf(portal)).filter(
        ({ template }) => template === 'one-time-code',
      );
      expect(codes).toEqual([]);
      for (const walk of walks) expect(walk).toEqual(walks[0]);
    });

    test('and who guesses at one contract has to wait', async () => {
      const wrong = { ...ANA, ssnLastFour: '9999' };
      const answers: string[] = [];
      for (let n = 0; n < 8; n += 1) {
        answers.push(codeOf(await openBrowser(portal.app).call('registerByFacts', wrong)));
      }
      expect(answers.slice(5)).toEqual([
        'registration-refused',
        'too-many-attempts',
        'too-many-attempts',
      ]);
      expect(codeOf(await openBrowser(portal.app).call('registerByFacts', DANA))).toBe(
        'registration-refused',
      );
    });
  });

  type Act = 'facts' | 'wrong-facts' | 'letter' | 'on-file' | 'code' | 'email' | 'reset' | 'finish';
  const ACTS: readonly Act[] = [
    'facts',
    'wrong-facts',
    'letter',
    'on-file',
    'code',
    'email',
    'reset',
    'finish',
  ];

  async function act(browser: Browser, what: Act, letter: string): Promise<boolean> {
    const ok = async (id: string, body: unknown): Promise<boolean> =>
      (await browser.call(id, body)).statusCode < 300;
    switch (what) {
      case 'facts':
        return ok('registerByFacts', ANA);
      case 'wrong-facts':
        return ok('registerByFacts', { ...ANA, dateOfBirth: '1990-06-05' });
      case 'letter':
        return ok('registerByLetter', { code: letter });
      case 'on-file':
        return ok('registerOnFile', {
          name: 'Ana Ríos',
          email: 'a@example.com',
          contractNumber: 'LMF-3001',
          by: 'text-code',
        });
      case 'code': {
        const last = (await lettersOf(portal)).findLast(({ values }) => 'code' in values);
        const code = String(last?.values.code ?? '111111');
        const way = last?.channel === 'text' ? 'text-code' : 'new-mail-code';
        return ok('proveCeremonyCode', { way, code });
      }
      case 'email':
        return ok('setRegistrationEmail', { email: 'a@example.com' });
      case 'reset':
        return ok('setCeremonyPassword', { password: PASSWORD });
      case 'finish':
        return ok('finishRegistration', FINISH);
    }
  }

  test('whatever is tried in whatever order, no session is there before the proofs', async () => {
    const walk = fc.array(fc.constantFrom(...ACTS), { maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(walk, async (acts) => {
        await clean();
        const letter = await invited(people.ana);
        await takeLetters(portal);
        const browser = openBrowser(portal.app);
        let proofs = new Set<string>();
        for (const what of acts) {
          const did = await act(browser, what, letter);
          expect(did && (what === 'wrong-facts' || what === 'reset')).toBe(false);
          // Each way begins anew.
          if (did && what === 'on-file') proofs = new Set();
          if (did && (what === 'facts' || what === 'letter')) proofs = new Set([what]);
          if (did && what === 'code') proofs.add(`code ${proofs.size}`);
          const open = await sessions();
          expect(open, acts.join(' ')).toBe(did && what === 'finish' ? 1 : 0);
          if (open > 0) {
            expect(proofs.size).toBe(2);
            break;
          }
        }
      }),
      { numRuns: effort(300), seed: 20_261_130 },
    );
  }, 300_000);
}
