/** Every operation of getting in, called happily once, for the test of every operation. */

import { invitePeople } from '@roadbook/server/people/invitations/invite-people';
import { confirmCallCode } from '@roadbook/server/people/recovery/recovery-call';
import { type TOTP, URI } from 'otpauth';
import { describe, expect, test } from 'vitest';
import { type Input, send } from '../call.ts';
import { example, NO_SUCH_ID } from '../examples.ts';
import { giveAddress } from '../people.ts';
import { cookieOf, type TestPortal } from '../test-portal.ts';
import { takeCode, takeLetters } from './letters.ts';
import { ANA, ANA_AGAIN, boardNewcomers } from './newcomers.ts';
import { softAuthenticator } from './soft-authenticator.ts';

type Parts = {
  readonly portal: () => TestPortal;
  readonly call: <T>(id: string, input?: Input) => Promise<T>;
  /** What was called, by name. */
  readonly called: Set<string>;
};

export function gettingInOperations({ portal, call, called }: Parts): void {
  describe('a customer who looks after the way in', () => {
    let own: { cookie: string };
    /** A step that gives the session another token. */
    const step = async (id: string, input: Input = example(id)): Promise<void> => {
      called.add(id);
      const answer = await send(portal(), id, { ...input, cookie: own.cookie });
      expect(answer.statusCode, answer.body).toBe(200);
      own = { cookie: cookieOf(answer) };
    };
    type Asked = { options: Record<string, unknown> };

    test('proves it again, by password and by a code', async () => {
      own = { cookie: await portal().signIn('robin') };
      await step('stepUpByPassword');
      await portal().shell.store.query('update credential set waives_second = false');
      expect(await call('getStepUp', own)).toMatchObject({ isEnough: false, ways: ['mail-code'] });
      await call('sendStepUpCode', { ...own, ...example('sendStepUpCode') });
      await step('stepUpByCode', { body: { way: 'mail-code', code: await takeCode(portal()) } });
      await portal().shell.store.query('update credential set waives_second = true');
    });

    test('sets up an app and recovery codes', async () => {
      const { uri } = await call<{ uri: string }>('beginAuthenticator', own);
      const totp = URI.parse(uri) as TOTP;
      const code = totp.generate({ timestamp: portal().clock.nowMs });
      await call('confirmAuthenticator', { ...own, body: { code } });
      const { codes } = await call<{ codes: string[] }>('makeRecoveryCodes', own);
      expect(codes).toHaveLength(10);
      await call('removeAuthenticator', own);
    });

    test('adds a passkey, uses it, names it, removes it', async () => {
      const device = softAuthenticator();
      const body = device.make(await call<Asked>('beginPasskey', own));
      await call('addPasskey', { ...own, body });
      const params = { passkeyId: device.id };
      await call('renamePasskey', { ...own, params, body: { name: 'My key' } });
      const act = { act: 'passkey', about: '' };
      const asked = await call<Asked>('askStepUpPasskey', { ...own, body: act });
      await step('stepUpByPasskey', { body: { ...device.answer(asked), act } });
      called.add('askPasskey');
      const begun = await send(portal(), 'askPasskey');
      const at = `roadbook-ceremony=${begun.cookies[0]?.value}`;
      const answer = { cookie: at, body: device.answer(begun.json() as Asked) };
      expect(await call('provePasskey', answer)).toMatchObject({ session: { userName: 'robin' } });
      await call('removePasskey', { ...own, params });
    });

    test('sees the open sessions, ends them, and sets another password', async () => {
      type Listed = { sessions: { sessionId: string; isThis: boolean }[] };
      const { sessions } = await call<Listed>('getSecurity', own);
      const other = sessions.find(({ isThis }) => !isThis);
      await call('endSession', { ...own, params: { sessionId: other?.sessionId ?? '' } });
      await call('endOtherSessions', own);
      await call('changePassword', { ...own, ...example('changePassword') });
    });
  });

  describe('somebody who is not signed in', () => {
    const ceremony = async (answer: { cookies: { name: string; value: string }[] }) => {
      const found = answer.cookies.find(({ name }) => name === 'roadbook-ceremony');
      return `roadbook-ceremony=${found?.value}`;
    };
    const begin = async (): Promise<string> => {
      called.add('beginPasswordReset');
      const answer = await send(portal(), 'beginPasswordReset', example('beginPasswordReset'));
      expect(answer.statusCode).toBe(202);
      return ceremony(answer);
    };

    test('sets a new password by a code and the facts, and is in', async () => {
      const own = { cookie: await begin() };
      expect(await call('getCeremony', own)).toMatchObject({ next: 'prove', mail: null });
      await call('sendCeremonyCode', { ...own, ...example('sendCeremonyCode') });
      const body = { way: 'mail-code', code: await takeCode(portal()) };
      const step = await call<{ ceremony: { ways: string[] } }>('proveCeremonyCode', {
        ...own,
        body,
      });
      expect(step.ceremony.ways).toEqual(['facts']);
      await call('proveCeremonyFacts', { ...own, ...example('proveCeremonyFacts') });
      const done = await call('setCeremonyPassword', { ...own, ...example('setCeremonyPassword') });
      expect(done).toMatchObject({ ceremony: null, session: { userName: 'dana' } });
    });

    test('who lost everything comes back by letter, or by a call', async () => {
      const { shell } = portal();
      await giveAddress(shell.store, await portal().personId('dana'));
      called.add('beginLostEverything');
      const begun = example('beginLostEverything');
      const own = { cookie: await ceremony(await send(portal(), 'beginLostEverything', begun)) };
      expect(await call('getRecoveryAsked', own)).toMatchObject({ letterOn: null, call: null });
      expect(await call('askRecoveryLetter', own)).toMatchObject({ letterOn: '2026-11-02' });
      const asked = { ...own, ...example('askRecoveryCall') };
      expect(await call('askRecoveryCall', asked)).toMatchObject({
        call: { promisedOn: '2026-11-03' },
      });
      const { code } = (await call<{ call: { code: string } }>('getRecoveryAsked', own)).call;
      const heard = { personId: await portal().personId('dana'), staffId: NO_SUCH_ID, code };
      await confirmCallCode(shell, heard);
      expect(await call('proveRecovery', { ...own, body: { code } })).toMatchObject({
        ceremony: { next: 'wait' },
      });
    });

    test('opens an account, by each of the three ways, and adds another contract', async () => {
      await boardNewcomers(portal().shell.store);
      const rules = await call<{ terms: { version: string } }>('getRegistration');
      const codes: string[] = [];
      await invitePeople(
        portal().shell,
        { numbers: [ANA.contractNumber], again: false },
        async (letter) => void codes.push(letter.code),
        async () => undefined,
      );
      const { contractNumber } = ANA;
      const onFile = { contractNumber, name: 'Ana Ríos', email: 'ana@larkspur.example' };
      const bodies: Readonly<Record<string, unknown>> = {
        registerByLetter: { code: codes[0] },
        registerOnFile: { ...onFile, by: 'mail-code' },
        registerByFacts: ANA,
      };
      let own = { cookie: '' };
      for (const [id, body] of Object.entries(bodies)) {
        called.add(id);
        const answer = await send(portal(), id, { body });
        expect(answer.statusCode, answer.body).toBe(202);
        own = { cookie: await ceremony(answer) };
      }
      await takeLetters(portal());
      await call('setRegistrationEmail', { ...own, body: { email: onFile.email } });
      const body = { way: 'new-mail-code', code: await takeCode(portal()) };
      await call('proveCeremonyCode', { ...own, body });
      await call<{ options: object }>('askRegistrationPasskey', own);
      called.add('finishRegistration');
      const { version: termsVersion } = rules.terms;
      const finish = { userName: 'ana', password: 'four quiet orange doors', passkey: null };
      const done = await send(portal(), 'finishRegistration', {
        ...own,
        body: { ...finish, termsVersion },
      });
      expect(done.json()).toMatchObject({ session: { userName: 'ana' } });
      const added = { cookie: cookieOf(done), body: ANA_AGAIN };
      expect(await call('addContract', added)).toMatchObject({ contractId: expect.anything() });
    });

    test('asks for the user name', async () => {
      expect(await call('remindUserName', example('remindUserName'))).toEqual({});
    });
  });
}
