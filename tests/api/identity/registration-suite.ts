/**
 * Goal: whoever is on a boarded contract gets in by themselves, a stranger never, and nobody learns
 * who is a customer.
 * Method: each way is walked by the operations; random walks over all steps must never find a
 * session before the proofs; what is told to five kinds of strangers is compared byte by byte.
 */
import type { Engine } from '@roadbook/server/testing/test-store';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { takeCode, takeLetters } from './letters.ts';
import { ANA, ANA_AGAIN, BEN, newcomersContract } from './newcomers.ts';
import {
  codeOf,
  DANA,
  FINISH,
  openRegistrationBook,
  REGISTER_PASSWORD,
  type RegistrationBook,
  TERMS,
} from './registration-book.ts';
import { strangersOfRegistration } from './registration-strangers.ts';
import { softAuthenticator } from './soft-authenticator.ts';

export function registrationSuite(engine: Engine): void {
  let book: RegistrationBook;
  beforeAll(async () => {
    book = await openRegistrationBook(engine);
  });
  afterAll(() => book.end());
  beforeEach(() => book.clean());

  describe('a person of a boarded contract', () => {
    test('gets in by the facts, and every other address is told', async () => {
      const browser = await book.begun(ANA);
      await book.confirm(browser, 'ana.new@example.com');
      expect(await book.sessions()).toBe(0);
      const answer = await browser.call('finishRegistration', { ...FINISH, userName: 'ana.r' });
      expect(answer.json()).toMatchObject({ session: { userName: 'ana.r', firstName: 'Ana' } });
      const letters = await takeLetters(book.portal);
      expect(letters.map(({ template, channel, to }) => [template, channel, to])).toEqual(
        expect.arrayContaining([
          ['account-opened', 'mail', 'ana.new@example.com'],
          ['account-opened-notice', 'mail', 'ana@larkspur.example'],
          ['account-opened-notice', 'text', '+15035550111'],
        ]),
      );
      expect(letters).toHaveLength(3);
      const { store } = book.portal.shell;
      const terms = await store.query('select person_id, version from terms_accepted');
      expect(terms).toEqual([{ person_id: book.people.ana, version: TERMS }]);
      const changes = await store.query('select fields, who from person_change');
      expect(changes).toEqual([{ fields: 'email', who: 'registration' }]);
      const again = openBrowser(book.portal.app);
      const typed = { login: 'ANA.new@example.com', password: REGISTER_PASSWORD };
      expect(codeOf(await again.call('signIn', typed))).toBe('second-proof-needed');
    });

    test('by a code to the email on file, which is confirmed by it', async () => {
      const browser = openBrowser(book.portal.app);
      const typed = { name: 'Ana Rios', email: 'ana@larkspur.example', by: 'mail-code' };
      await browser.call('registerOnFile', { ...typed, contractNumber: 'lmf-3001' });
      const body = { way: 'mail-code', code: await takeCode(book.portal) };
      const step = await browser.call('proveCeremonyCode', body);
      expect(step.json()).toMatchObject({ ceremony: { next: 'open' } });
      const answer = await browser.call('finishRegistration', FINISH);
      expect(answer.json()).toMatchObject({ session: { userName: 'ana@larkspur.example' } });
    });

    test('by a code to the telephone on file, and then another email', async () => {
      const browser = openBrowser(book.portal.app);
      const typed = { name: 'Ana Ríos', email: 'a@example.com', by: 'text-code' };
      await browser.call('registerOnFile', { ...typed, contractNumber: 'LMF-3001' });
      const body = { way: 'text-code', code: await takeCode(book.portal) };
      const step = await browser.call('proveCeremonyCode', body);
      expect(step.json()).toMatchObject({ ceremony: { ways: ['new-mail-code'] } });
      expect(codeOf(await browser.call('finishRegistration', FINISH))).toBe('proof-not-asked');
      await book.confirm(browser, 'a@example.com');
      expect(codeOf(await browser.call('finishRegistration', FINISH))).toBe('200');
    });

    test('by a letter, without a password, once', async () => {
      const code = await book.invited('Ben Ríos');
      const typed = { code: ` ${code.toLowerCase().replaceAll('-', ' ')} ` };
      const browser = openBrowser(book.portal.app);
      expect((await browser.call('registerByLetter', typed)).statusCode).toBe(202);
      await book.confirm(browser, 'ben@example.com');
      const device = softAuthenticator();
      const asked = await browser.call('askRegistrationPasskey');
      const passkey = device.make(asked.json() as { options: Record<string, unknown> }).credential;
      const done = await browser.call('finishRegistration', { ...FINISH, password: null, passkey });
      expect(done.json()).toMatchObject({ session: { userName: 'ben@example.com' } });
      const other = openBrowser(book.portal.app);
      expect(codeOf(await other.call('registerByLetter', typed))).toBe('registration-refused');
      const options = await other.call('askPasskey');
      const answer = device.answer(options.json() as { options: Record<string, unknown> });
      const back = await other.call('provePasskey', answer);
      expect(back.json()).toMatchObject({ session: { userName: 'ben@example.com' } });
    });

    test('whose letter is 21 days old asks for another one', async () => {
      const code = await book.invited('Ana Ríos');
      book.portal.clock.nowMs = book.start + 21 * 86_400_000;
      const late = await openBrowser(book.portal.app).call('registerByLetter', { code });
      expect(codeOf(late)).toBe('registration-refused');
    });

    test('and the other party of the contract both have accounts of their own', async () => {
      for (const [facts, email, userName] of [
        [ANA, 'family@example.com', null],
        [BEN, 'family@example.com', 'ben.rios'],
      ] as const) {
        const browser = await book.begun(facts);
        await book.confirm(browser, email);
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
      const first = await book.begun(ANA);
      await book.confirm(first, 'ana@larkspur.example');
      await first.call('finishRegistration', FINISH);
      const second = await book.begun(ANA_AGAIN);
      await book.confirm(second, 'ana@larkspur.example');
      expect(codeOf(await second.call('finishRegistration', FINISH))).toBe('known-already');
      const list = await first.call('listContracts');
      expect((list.json() as { contracts: unknown[] }).contracts).toHaveLength(2);
    });

    test('adds another contract of their own later, and nobody else’s', async () => {
      const browser = await book.begun(ANA);
      await book.confirm(browser, 'ana@larkspur.example');
      await browser.call('finishRegistration', FINISH);
      expect(codeOf(await browser.call('addContract', BEN))).toBe('registration-refused');
      const added = await browser.call('addContract', ANA_AGAIN);
      expect(added.json()).toEqual({ contractId: newcomersContract('N-2') });
      expect(codeOf(await browser.call('addContract', ANA_AGAIN))).toBe('registration-refused');
    });

    test('who has an account is told so by the email on file, not on the screen', async () => {
      const answer = await openBrowser(book.portal.app).call('registerByFacts', DANA);
      expect(codeOf(answer)).toBe('registration-refused');
      expect(await takeLetters(book.portal)).toMatchObject([
        { template: 'registered-already', to: 'dana@larkspur.example' },
      ]);
    });
  });

  test('what is asked for at the end is refused by name', async () => {
    const browser = await book.begun(ANA);
    await book.confirm(browser, 'ana@larkspur.example');
    const finish = async (change: object): Promise<string> =>
      codeOf(await browser.call('finishRegistration', { ...FINISH, ...change }));
    expect(await finish({ termsVersion: null })).toBe('terms-not-accepted');
    expect(await finish({ termsVersion: '2025-01' })).toBe('terms-not-accepted');
    expect(await finish({ userName: 'dana' })).toBe('user-name-taken');
    expect(await finish({ password: 'ana rios' })).toBe('password-not-taken');
    expect(await finish({ password: null })).toBe('invalid-input');
    expect(await finish({ userName: 'dana@larkspur.example' })).toBe('invalid-input');
    expect(await book.sessions()).toBe(0);
    expect(await finish({})).toBe('200');
  });

  test('a code for one email does not confirm another', async () => {
    const browser = await book.begun(ANA);
    await browser.call('setRegistrationEmail', { email: 'mine@example.com' });
    const code = await takeCode(book.portal);
    await browser.call('setRegistrationEmail', { email: 'dana@larkspur.example' });
    const answer = await browser.call('proveCeremonyCode', { way: 'new-mail-code', code });
    expect(codeOf(answer)).toBe('code-wrong');
  });

  strangersOfRegistration(() => book);
}
