/**
 * Goal: somebody comes in at the desk with two proofs, and with less nobody does.
 * Method: invitation, sign-in and own security, each operation called at least once, on both
 * databases.
 */
import { OPERATIONS } from '@roadbook/api/operations/all';
import { inviteStaff } from '@roadbook/server/desk/staff/invite';
import { totpCode } from '@roadbook/server/people/authenticator/totp';
import type { Engine } from '@roadbook/server/testing/test-store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call as callOperation, type Input, refused, send } from '../call.ts';
import { openTestPortal, type TestPortal } from '../test-portal.ts';

/** Needs a browser with passkeys; tests/browser/desk.browser.test.ts has one. */
const WITH_PASSKEYS = ['deskProvePasskey', 'addOwnPasskey'];
const STRONG = 'four quiet bees in a jar';

export function deskSignInOn(engine: Engine): void {
  let portal: TestPortal;
  const called = new Set<string>(WITH_PASSKEYS);
  const call = <T = Record<string, never>>(id: string, input: Input = {}): Promise<T> => {
    called.add(id);
    return callOperation<T>(portal, id, input);
  };
  const as = (role: Parameters<TestPortal['deskCookie']>[0]) => portal.deskCookie(role);
  const query = <R>(sql: string) => portal.shell.store.query<R>(sql);

  beforeAll(async () => {
    portal = await openTestPortal({ engine });
  });
  afterAll(async () => {
    const all = OPERATIONS.filter(({ path }) =>
      /^\/api\/v1\/desk\/(?:session|invitation|security)/.test(path),
    );
    expect(all.map(({ id }) => id).filter((id) => !called.has(id))).toEqual([]);
    await portal.end();
  });

  describe(`somebody who is invited, ${engine}`, () => {
    const person = { name: 'Ann Example', email: 'ann@larkspur.example', role: 'agent' } as const;
    let secret: string;
    const cookiesOf = (answer: Awaited<ReturnType<typeof send>>) =>
      answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const code = (steps = 0) => totpCode(secret, portal.clock.nowMs + steps * 30_000);

    test('sets a password and a second proof, once', async () => {
      const invited = await inviteStaff(portal.shell, person, 'test');
      if (invited.outcome !== 'invited') throw new Error('not invited');
      const { token } = invited;
      const seen = await call<{ authenticator: { secret: string } }>('lookAtStaffInvitation', {
        body: { token },
      });
      expect(seen).toMatchObject(person);
      secret = seen.authenticator.secret;
      await call('staffInvitationPasskey', { body: { token } });
      const body = (password: string, typed: string) => ({
        token,
        password,
        proof: { kind: 'authenticator', code: typed },
      });
      const weak = { body: body('short', code()) };
      await refused(portal, 'acceptStaffInvitation', 'staff-password-weak', weak);
      const wrong = { body: body(STRONG, '000000') };
      await refused(portal, 'acceptStaffInvitation', 'proof-refused', wrong);
      await call('acceptStaffInvitation', { body: body(STRONG, code()) });
      const again = { body: body(STRONG, code(1)) };
      await refused(portal, 'acceptStaffInvitation', 'invitation-refused', again);
    });

    test('signs in by password and code; the password alone opens nothing', async () => {
      portal.clock.nowMs += 60_000;
      called.add('deskSignIn');
      const body = { email: 'ANN@larkspur.example', password: STRONG };
      const first = await send(portal, 'deskSignIn', { body });
      expect(first.json()).toEqual({ oneOf: ['authenticator'] });
      const cookie = cookiesOf(first);
      expect(cookie).not.toMatch(/roadbook-desk=/);
      await refused(portal, 'getDeskSession', 'not-signed-in', { cookie });
      called.add('deskProveCode');
      const proved = await send(portal, 'deskProveCode', { cookie, body: { code: code() } });
      expect(proved.statusCode, proved.body).toBe(200);
      const session = cookiesOf(proved);
      expect(await call('getDeskSession', { cookie: session })).toMatchObject(person);
      const flags = String(proved.headers['set-cookie']);
      expect(flags).toMatch(/roadbook-desk=[^;]+;.*HttpOnly; SameSite=Lax/);
      // The same code again, in a sign-in of its own: it was used.
      const second = cookiesOf(await send(portal, 'deskSignIn', { body }));
      const used = { cookie: second, body: { code: code() } };
      await refused(portal, 'deskProveCode', 'proof-refused', used);
      await call('deskSignOut', { cookie: session });
      await refused(portal, 'getDeskSession', 'not-signed-in', { cookie: session });
    });

    test('has five tries for a code, then begins again', async () => {
      const body = { email: person.email, password: STRONG };
      const cookie = cookiesOf(await send(portal, 'deskSignIn', { body }));
      const wrong = { cookie, body: { code: '000000' } };
      for (let tries = 0; tries < 5; tries += 1) {
        await refused(portal, 'deskProveCode', 'proof-refused', wrong);
      }
      await refused(portal, 'deskProveCode', 'sign-in-expired', wrong);
    });

    test('is answered like nobody when the password is wrong', async () => {
      const ask = async (email: string) => {
        const input = { body: { email, password: 'not the password' } };
        const { reference: _, ...rest } = await refused(
          portal,
          'deskSignIn',
          'desk-sign-in-refused',
          input,
        );
        return rest;
      };
      expect(await ask(person.email)).toEqual(await ask('nobody@larkspur.example'));
    });

    test('is slowed down after ten guesses at one account', async () => {
      const input = { body: { email: 'slow@larkspur.example', password: 'guess' } };
      for (let n = 0; n < 10; n += 1) {
        await refused(portal, 'deskSignIn', 'desk-sign-in-refused', input);
      }
      await refused(portal, 'deskSignIn', 'too-many-attempts', input);
      await query('delete from throttle');
    });

    test('keeps a second proof, and ends a session elsewhere', async () => {
      await call('deskPasskeyOptions');
      const cookie = await as('auditor');
      await as('auditor');
      type Own = { sessions: { sessionId: string; isThisOne: boolean }[] };
      const own = await call<Own>('getOwnSecurity', { cookie });
      const other = own.sessions.find(({ isThisOne }) => !isThisOne);
      const params = { sessionId: other?.sessionId ?? '' };
      await call('endOwnSession', { cookie, params });
      await refused(portal, 'endOwnSession', 'proof-not-found', { cookie, params });
      await call('ownPasskeyOptions', { cookie });
      const rows = await query<{ proof_id: string; staff_id: string }>(
        'select proof_id, staff_id from staff_proof',
      );
      await query(`update staff_proof set staff_id = (select staff_id from staff
        where role = 'auditor')`);
      const only = { cookie, params: { proofId: rows[0]?.proof_id ?? '' } };
      await refused(portal, 'removeOwnProof', 'last-proof', only);
      await query(`insert into staff_proof (proof_id, staff_id, kind, name, made_at)
        select gen_random_uuid(), staff_id, 'passkey', 'Other', now() from staff
        where role = 'auditor'`);
      await call('removeOwnProof', only);
      await refused(portal, 'removeOwnProof', 'proof-not-found', only);
    });
  });
}
