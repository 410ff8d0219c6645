/**
 * Goal: at every door, a throttle, a hold and a closed person do what they must.
 * Method: a table of door by state; a cell without a test does not compile. The sign-on provider's
 * cells stand in desk/provider.test.ts, with the provider.
 */
import { insertPersonHold } from '@roadbook/server/people/holds/person-hold.sql';
import { uuidV7 } from '@roadbook/server/platform/database/uuid';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { send } from './call.ts';
import { checkProblem } from './check-problem.ts';
import { example } from './examples.ts';
import { openBrowser } from './identity/browser.ts';
import { takeCode } from './identity/letters.ts';
import { PASSWORD } from './people.ts';
import { openTestPortal, type TestPortal } from './test-portal.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal();
});
afterAll(() => portal.end());
beforeEach(async () => {
  const { store } = portal.shell;
  for (const table of ['throttle', 'person_hold', 'session', 'known_device', 'known_network']) {
    await store.query(`delete from ${table}`);
  }
  await store.query('update api_token set revoked_at = null');
  await store.query('delete from person_message');
  await store.query('delete from call_back');
});

const codeOf = (answer: LightMyRequestResponse): string | number =>
  answer.statusCode < 400 ? answer.statusCode : checkProblem(answer).code;

async function hold(kind: 'frozen' | 'closed'): Promise<void> {
  const { store, clock } = portal.shell;
  const personId = await portal.personId('dana');
  const told = { kind, untilMs: null, evidence: 'a test', decidedBy: 'a test' };
  await insertPersonHold(store, { personId, holdId: uuidV7(clock()), ...told }, clock());
}

const signIn = async (password: string) =>
  codeOf(await send(portal, 'signIn', { body: { login: 'dana', password } }));

const asGuest = async (zip: string) =>
  codeOf(await send(portal, 'findGuestContract', { body: { contractNumber: 'LMF-1001', zip } }));

/** Goes through a reset to its end; returns what the last step said. */
async function reset(): Promise<string | number> {
  const browser = openBrowser(portal.app);
  await portal.shell.store.query('update credential set waives_second = false');
  try {
    await browser.call('beginPasswordReset', { login: 'dana' });
    await browser.call('sendCeremonyCode', { way: 'mail-code' });
    const code = await takeCode(portal);
    await browser.call('proveCeremonyCode', { way: 'mail-code', code });
    await browser.call('proveCeremonyFacts', example('proveCeremonyFacts').body);
    return codeOf(await browser.call('setCeremonyPassword', { password: PASSWORD }));
  } finally {
    await portal.shell.store.query('update credential set waives_second = true');
  }
}

const sessionsOfDana = async (): Promise<number> => {
  const personId = await portal.personId('dana');
  const { store } = portal.shell;
  return (await store.query('select from session where person_id = $1', [personId])).length;
};

const byToken = async (token: string) =>
  codeOf(await send(portal, 'findContracts', { ...example('findContracts'), token }));

const deskSignIn = async () => codeOf(await send(portal, 'deskSignIn', example('deskSignIn')));

const askCall = async (cookie: string) =>
  codeOf(await send(portal, 'askCallBack', { ...example('askCallBack'), cookie }));

/** Asks a door until it has had enough; returns what it said the last time before and then. */
async function tooOften(most: number, ask: () => Promise<string | number>) {
  let before: string | number = 0;
  for (let n = 1; n <= most; n += 1) before = await ask();
  return [before, await ask()];
}

type State = 'throttle' | 'hold' | 'closed';
const DOORS: Readonly<Record<string, Readonly<Record<State, () => Promise<void>>>>> = {
  'sign-in': {
    throttle: async () => {
      const said = await tooOften(10, () => signIn('a guess'));
      expect(said).toEqual(['sign-in-refused', 'too-many-attempts']);
      expect(await signIn(PASSWORD)).toBe('too-many-attempts');
    },
    hold: async () => {
      await hold('frozen');
      expect(await signIn(PASSWORD)).toBe(200);
    },
    closed: async () => {
      await hold('closed');
      // Only somebody with the password learns that the account is closed.
      expect(await signIn('a guess')).toBe('sign-in-refused');
      expect(await signIn(PASSWORD)).toBe('access-closed');
      expect(await sessionsOfDana()).toBe(0);
    },
  },
  guest: {
    throttle: async () => {
      const said = await tooOften(5, () => asGuest('10001'));
      expect(said).toEqual(['guest-not-found', 'too-many-attempts']);
      expect(await asGuest('97201')).toBe('too-many-attempts');
    },
    hold: async () => {
      await hold('frozen');
      expect(await asGuest('97201')).toBe(200);
    },
    closed: async () => {
      await hold('closed');
      expect(await asGuest('97201')).toBe(200);
    },
  },
  reset: {
    throttle: async () => {
      const begin = async () =>
        codeOf(await send(portal, 'beginPasswordReset', { body: { login: 'dana' } }));
      expect((await tooOften(30, begin))[1]).toBe('too-many-attempts');
    },
    hold: async () => {
      await hold('frozen');
      expect(await reset()).toBe(200);
      expect(await sessionsOfDana()).toBe(1);
    },
    closed: async () => {
      await hold('closed');
      expect(await reset()).toBe('access-closed');
      expect(await sessionsOfDana()).toBe(0);
    },
  },
  token: {
    throttle: async () => {
      const unknown = `rb_integrator_${'A'.repeat(43)}`;
      const said = await tooOften(100, () => byToken(unknown));
      expect(said).toEqual(['token-refused', 'too-many-attempts']);
      // A right token is let in from the same network all the while.
      expect(await byToken(portal.token)).toBe(200);
    },
    hold: async () => {
      await hold('frozen');
      expect(await byToken(portal.token)).toBe(200);
    },
    closed: async () => {
      await portal.shell.store.query('update api_token set revoked_at = now()');
      expect(await byToken(portal.token)).toBe('token-refused');
    },
  },
  desk: {
    throttle: async () => {
      await portal.deskCookie('agent');
      const said = await tooOften(10, deskSignIn);
      expect(said).toEqual(['desk-sign-in-refused', 'too-many-attempts']);
    },
    hold: async () => {
      // A customer's hold is no reason to keep staff out.
      await hold('frozen');
      const cookie = await portal.deskCookie('agent');
      expect(codeOf(await send(portal, 'getDeskSession', { cookie }))).toBe(200);
    },
    closed: async () => {
      const cookie = await portal.deskCookie('agent');
      await portal.shell.store.query('update staff set disabled_at = now()');
      expect(codeOf(await send(portal, 'getDeskSession', { cookie }))).toBe('not-signed-in');
      expect(await deskSignIn()).toBe('desk-sign-in-refused');
      await portal.shell.store.query('update staff set disabled_at = null');
    },
  },
  'call-back': {
    throttle: async () => {
      const cookie = await portal.signIn('dana');
      const said = await tooOften(6, () => askCall(cookie));
      expect(said).toEqual(['call-back-waiting', 'too-many-attempts']);
    },
    hold: async () => {
      const cookie = await portal.signIn('dana');
      await hold('frozen');
      expect(await askCall(cookie)).toBe(201);
    },
    closed: async () => {
      const cookie = await portal.signIn('dana');
      await hold('closed');
      expect(await askCall(cookie)).toBe('not-signed-in');
    },
  },
};

describe.each(Object.entries(DOORS))('%s', (_door, cells) => {
  test.each(Object.entries(cells))('%s', async (_state, cell) => {
    expect.hasAssertions();
    await cell();
  });
});
