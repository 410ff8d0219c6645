/**
 * Goal: no door tells whether somebody is a customer, by bytes or by time.
 * Method: for each kind of person the answers of each door are compared byte by byte, and a
 * classifier by time over many of them must do no better than guessing.
 */
import { insertPersonHold } from '@roadbook/server/people/holds/person-hold.sql';
import { uuidV7 } from '@roadbook/server/platform/database/uuid';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { effort } from '../../house/effort.ts';
import { send } from '../call.ts';
import { openTestPortal, type TestPortal } from '../test-portal.ts';
import { aucAllowed, aucOf } from './auc.ts';
import { openBrowser } from './browser.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal();
  const { store, clock } = portal.shell;
  // Robin has passkeys only; the stranger is closed out, and their address was never confirmed.
  await store.query('update credential set waives_second = false');
  await store.query('update credential set password_hash = null where person_id = $1', [
    await portal.personId('robin'),
  ]);
  const told = { kind: 'closed', untilMs: null, evidence: 'a test', decidedBy: 'a test' } as const;
  const personId = await portal.personId('stranger');
  await insertPersonHold(store, { personId, holdId: uuidV7(clock()), ...told }, clock());
  await store.query(`delete from login where kind = 'email' and person_id = $1`, [personId]);
});
afterAll(() => portal.end());

async function forgetAll(): Promise<void> {
  await portal.shell.store.query('delete from throttle');
}
beforeEach(forgetAll);

const LOGINS = {
  known: 'dana',
  unknown: 'nobody',
  unconfirmed: 'sam@larkspur.example',
  closed: 'stranger',
  'passkey-only': 'robin',
} as const;
type Who = keyof typeof LOGINS;
const OTHERS = (Object.keys(LOGINS) as Who[]).filter((who) => who !== 'known');

/** The contracts that a guest may ask for; a wrong ZIP code belongs to neither. */
const NUMBERS: Readonly<Record<Who, string>> = {
  known: 'LMF-1001',
  unknown: 'LMF-9999',
  unconfirmed: 'LMF-1002',
  closed: 'LMF-1009',
  'passkey-only': 'LMF-2001',
};

type Answers = readonly LightMyRequestResponse[];
const signInWith =
  (password: string) =>
  async (who: Who): Promise<Answers> => [
    await send(portal, 'signIn', { body: { login: LOGINS[who], password } }),
  ];

const isSoak = effort(10) === 10;

/** Every door that somebody without a session may knock at. */
const DOORS: Readonly<Record<string, (who: Who) => Promise<Answers>>> = {
  'sign-in': signInWith('a wrong password'),
  'an empty password': signInWith(''),
  'a password of 10 kB': signInWith('x'.repeat(10_240)),
  // Nobody carries mail here: the letter waits in the outbox.
  reset: async (who) => {
    const browser = openBrowser(portal.app);
    return [
      await browser.call('beginPasswordReset', { login: LOGINS[who] }),
      await browser.call('sendCeremonyCode', { way: 'mail-code' }),
      await browser.call('proveCeremonyCode', { way: 'mail-code', code: '99999999' }),
    ];
  },
  'user name reminder': async (who) => [
    await send(portal, 'remindUserName', { body: { email: `${LOGINS[who]}@larkspur.example` } }),
  ],
  guest: async (who) => [
    await send(portal, 'findGuestContract', {
      body: { contractNumber: NUMBERS[who], zip: '10001' },
    }),
  ],
};

/** An answer without what chance makes: reference, time and the values of cookies. */
function bytesOf(answer: LightMyRequestResponse): string {
  const { date: _, 'set-cookie': __, ...headers } = answer.headers;
  const cookies = answer.cookies.map(({ name, value, ...rest }) => [name, value.length, rest]);
  const body = answer.body.replace(/RB-[\w-]+/g, 'RB');
  return JSON.stringify([answer.statusCode, headers, cookies, body]);
}

/** So often a door is measured before it is said to leak. */
const MEASURED_MOST = 3;

type Ask = (typeof DOORS)[keyof typeof DOORS];

/** How well an answer’s time tells each of the others from somebody known; 0.5 is not at all. */
async function aucsOf(ask: Ask, count: number): Promise<(readonly [Who, number])[]> {
  const times: Record<Who, number[]> = {
    known: [],
    unknown: [],
    unconfirmed: [],
    closed: [],
    'passkey-only': [],
  };
  for (let n = -5; n < count; n += 1) {
    const order = (Object.keys(times) as Who[]).toSorted(() => Math.random() - 0.5);
    for (const who of order) {
      await forgetAll();
      const startMs = performance.now();
      await ask(who);
      if (n >= 0) times[who].push(performance.now() - startMs);
    }
  }
  return OTHERS.map((who) => [who, aucOf(times.known, times[who])] as const);
}

describe.each(Object.entries(DOORS))('%s', (door, ask) => {
  test('answers everybody with the same bytes, and when throttled as well', async () => {
    const told = async (who: Who): Promise<string[]> => {
      await forgetAll();
      const answers = (await ask(who)).map(bytesOf);
      for (let n = 0; n < 40; n += 1) {
        const last = await ask(who);
        if (last[0]?.statusCode === 429) return [...answers, ...last.map(bytesOf)];
      }
      return answers;
    };
    const known = await told('known');
    for (const who of OTHERS) expect(await told(who), who).toEqual(known);
  });

  test('takes everybody as long', async () => {
    // A password costs its hash each time: on other days half as many as at the other doors.
    const count = effort(door === 'sign-in' && !isSoak ? 500 : 1_000);
    // A leak shows each time; a machine that is busy with something else does not.
    for (let measured = 1; ; measured += 1) {
      const found = await aucsOf(ask, count);
      console.log(door, count, found.map(([who, auc]) => `${who} ${auc.toFixed(3)}`).join(', '));
      const over = found.filter(([, auc]) => auc > aucAllowed(count));
      if (over.length === 0) return;
      if (measured === MEASURED_MOST) expect(over).toEqual([]);
    }
  }, 600_000);
});
