/** Who must not get in by opening an account, and must not learn anything. */
import { registerByFacts } from '@roadbook/server/people/registration/begin-registration';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effort } from '../../house/effort.ts';
import { type Browser, openBrowser } from './browser.ts';
import { lettersOf, takeLetters } from './letters.ts';
import { ANA, CLOSED, HELD } from './newcomers.ts';
import {
  codeOf,
  DANA,
  FINISH,
  REGISTER_PASSWORD,
  type RegistrationBook,
} from './registration-book.ts';

/** A browser that nobody has seen. */
const NOWHERE = { device: null, userAgent: '', earlierToken: null, ceremonyToken: null } as const;

export function strangersOfRegistration(book: () => RegistrationBook): void {
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
        answers.add(told(await openBrowser(book().portal.app).call('registerByFacts', facts)));
      }
      const code = await book().invited('Ana Ríos');
      await book().portal.shell.store.query(
        `update invitation set person_id = (select person_id from login l limit 1)`,
      );
      for (const typed of [code, 'AAAA-BBBB-CCCC']) {
        const answer = await openBrowser(book().portal.app).call('registerByLetter', {
          code: typed,
        });
        answers.add(told(answer));
      }
      expect([...answers]).toHaveLength(1);
    });

    test('go the same way by a code to what is on file, and never come in', async () => {
      const walks: string[][] = [];
      for (const [, { contractNumber }, name] of STRANGERS) {
        const browser = openBrowser(book().portal.app);
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
      const codes = (await lettersOf(book().portal)).filter(
        ({ template }) => template === 'one-time-code',
      );
      expect(codes).toEqual([]);
      for (const walk of walks) expect(walk).toEqual(walks[0]);
    });

    test('a lender may ask for the whole number, and then its end is not enough', async () => {
      const { portal } = book();
      const lender = {
        ...portal.shell.lender,
        registration: { ssn: 'full', terms: [] },
      } as const;
      const shell = { ...portal.shell, lender };
      const visitor = { ...NOWHERE, network: '198.51.100.7' };
      const begin = (facts: Parameters<typeof registerByFacts>[2]) =>
        registerByFacts(shell, visitor, facts).then(
          () => 'begun',
          (fault: Error) => fault.message,
        );
      expect(await begin(ANA)).toBe('registration-refused');
      expect(await begin({ ...ANA, ssn: '800100011' })).toBe('registration-refused');
      expect(await begin({ ...ANA, ssn: '900100011' })).toBe('begun');
    });

    test('without a mail server everybody is told so at once', async () => {
      const { portal } = book();
      const shell = { ...portal.shell, post: { mail: false, text: false } };
      const visitor = { ...NOWHERE, network: '198.51.100.7' };
      for (const facts of [ANA, DANA]) {
        await expect(registerByFacts(shell, visitor, facts)).rejects.toThrow('registration-away');
      }
    });

    test('and who guesses at one contract has to wait', async () => {
      const wrong = { ...ANA, ssnLastFour: '9999' };
      const answers: string[] = [];
      for (let n = 0; n < 8; n += 1) {
        answers.push(codeOf(await openBrowser(book().portal.app).call('registerByFacts', wrong)));
      }
      expect(answers.slice(5)).toEqual([
        'registration-refused',
        'too-many-attempts',
        'too-many-attempts',
      ]);
      expect(codeOf(await openBrowser(book().portal.app).call('registerByFacts', DANA))).toBe(
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
        const last = (await lettersOf(book().portal)).findLast(({ values }) => 'code' in values);
        const code = String(last?.values.code ?? '111111');
        const way = last?.channel === 'text' ? 'text-code' : 'new-mail-code';
        return ok('proveCeremonyCode', { way, code });
      }
      case 'email':
        return ok('setRegistrationEmail', { email: 'a@example.com' });
      case 'reset':
        return ok('setCeremonyPassword', { password: REGISTER_PASSWORD });
      case 'finish':
        return ok('finishRegistration', FINISH);
    }
  }

  test('whatever is tried in whatever order, no session is there before the proofs', async () => {
    const walk = fc.array(fc.constantFrom(...ACTS), { maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(walk, async (acts) => {
        await book().clean();
        const letter = await book().invited('Ana Ríos');
        await takeLetters(book().portal);
        const browser = openBrowser(book().portal.app);
        let proofs = new Set<string>();
        for (const what of acts) {
          const did = await act(browser, what, letter);
          expect(did && (what === 'wrong-facts' || what === 'reset')).toBe(false);
          // Each way begins anew.
          if (did && what === 'on-file') proofs = new Set();
          if (did && (what === 'facts' || what === 'letter')) proofs = new Set([what]);
          if (did && what === 'code') proofs.add(`code ${proofs.size}`);
          const open = await book().sessions();
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
