/**
 * Goal: a person sees and changes what is on file, and nobody does it for them unseen.
 * Method: each change by API, with what it writes to history, letters, queue and feed.
 */
import { readFile } from 'node:fs/promises';
import { HELD_SQL, NOT_GIVEN } from '@roadbook/server/held/everything.sql';
import type { Engine } from '@roadbook/server/testing/test-store';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { call as callOperation, type Input, refused, send } from '../call.ts';
import { checkProblem } from '../check-problem.ts';
import { example } from '../examples.ts';
import { contractIds, giveAddress, giveSignIns, PASSWORD } from '../people.ts';
import { openTestPortal, type TestPortal } from '../test-portal.ts';
import { lettersOf, takeCode, takeLetters } from './letters.ts';

type Profile = {
  address: { street: string; state: string; country: string } | null;
  emails: { to: string; isMain: boolean }[];
  phones: { to: string; isMain: boolean }[];
  garaging: { contractId: string; address: { street: string } | null; from: string | null }[];
  notices: { topic: string; mail: boolean; text: boolean }[];
  history: { byPerson: boolean; fields: { field: string; before: string; after: string }[] }[];
};

export function profileSuite(engine: Engine): void {
  let portal: TestPortal;
  let cookie: string;
  const call = <T = Profile>(id: string, input: Input = {}): Promise<T> =>
    callOperation<T>(portal, id, { cookie, ...input });
  beforeAll(async () => {
    portal = await openTestPortal({ engine });
    await giveAddress(portal.shell.store, await portal.personId('dana'));
  });
  afterAll(() => portal.end());
  beforeEach(async () => {
    const { store } = portal.shell;
    for (const table of [
      'throttle',
      'person_message',
      'security_notice',
      'person_hold',
      'session',
    ]) {
      await store.query(`delete from ${table}`);
    }
    await giveSignIns(store);
    cookie = await portal.signIn('dana');
    const stepped = await send(portal, 'stepUpByPassword', {
      cookie,
      ...example('stepUpByPassword'),
    });
    cookie = `roadbook=${stepped.cookies.find(({ name }) => name === 'roadbook')?.value}`;
  });
  const toldOf = async () =>
    (await takeLetters(portal)).map(({ template, channel, to }) => `${template} ${channel} ${to}`);

  test('another address: by rule, in the history, told to the old email', async () => {
    const profile = await call('changeMailingAddress', example('changeMailingAddress'));
    expect(profile.address).toMatchObject({ street: '7 Birch Road', state: 'OR', country: 'US' });
    expect(profile.history[0]?.byPerson).toBe(true);
    const street = profile.history[0]?.fields.find(({ field }) => field === 'street');
    expect(street).toEqual({ field: 'street', before: '1 Alder Way', after: '7 Birch Road' });
    expect(await toldOf()).toEqual(['security-notice mail dana@larkspur.example']);
    const [row] = await portal.shell.store.query<{ sealed: Buffer }>('select * from person_change');
    expect(String(row?.sealed)).not.toContain('Birch');
    // The same once more is no change.
    const again = await call('changeMailingAddress', example('changeMailingAddress'));
    expect(again.history).toHaveLength(profile.history.length);
    expect(await toldOf()).toEqual([]);
  });

  test.each([
    ['a ZIP of four digits', { zip: '9720' }, 'body.zip', '9720'],
    ['a state that is none', { state: 'Atlantis' }, 'body.state', 'Atlantis'],
    ['no state at home', { state: null }, 'body.state', '(missing)'],
    ['a country that is none', { country: 'Nowhere' }, 'body.country', 'Nowhere'],
    [
      'a German code in Canada',
      { country: 'Canada', state: 'QC', zip: '10115' },
      'body.zip',
      '10115',
    ],
  ])('%s is told with field, value and rule', async (_what, wrong, field, value) => {
    const body = { ...(example('changeMailingAddress').body as object), ...wrong };
    const problem = await refused(portal, 'changeMailingAddress', 'invalid-input', {
      cookie,
      body,
    });
    expect(problem.errors).toContainEqual({ field, value, rule: expect.stringMatching(/\w/) });
  });

  test('an address abroad is kept as its country writes it', async () => {
    const body = { street: 'Invalidenstr. 1', city: 'Berlin', zip: '10115', country: 'Germany' };
    const { address } = await call('changeMailingAddress', { body });
    expect(address).toMatchObject({ country: 'DE', state: null, zip: '10115' });
  });

  test('a new email counts when its code comes back, and the old one is told', async () => {
    const address = 'dee@larkspur.example';
    await call('sendContactCode', example('sendContactCode'));
    const sent = await lettersOf(portal);
    expect(sent.map(({ to }) => to)).toEqual([address]);
    const code = await takeCode(portal);
    const add = { channel: 'mail', address, isMain: true };
    await refused(portal, 'addContact', 'code-wrong', {
      cookie,
      body: { ...add, code: code === '111111' ? '111112' : '111111' },
    });
    expect((await call('getProfile')).emails.map(({ to }) => to)).toEqual([
      'dana@larkspur.example',
    ]);
    const profile = await call('addContact', { body: { ...add, code } });
    expect(profile.emails).toEqual([
      { to: address, isMain: true },
      { to: 'dana@larkspur.example', isMain: false },
    ]);
    expect(await toldOf()).toEqual(['security-notice mail dana@larkspur.example']);
    // A code of this address counts for no other, and once.
    await refused(portal, 'addContact', 'code-used-up', {
      cookie,
      body: { ...add, address: 'thief@x.example', code },
    });
    const login = (email: string) =>
      send(portal, 'signIn', { body: { login: email, password: PASSWORD } });
    expect((await login(address)).statusCode).toBe(200);
    expect(checkProblem(await login('dana@larkspur.example')).code).toBe('sign-in-refused');
    const old = { body: { channel: 'mail', address: 'dana@larkspur.example' } };
    expect((await call('removeContact', old)).emails).toHaveLength(1);
    expect((await toldOf()).toSorted()).toEqual([
      'security-notice mail dana@larkspur.example',
      `security-notice mail ${address}`,
    ]);
    const last = { cookie, body: { channel: 'mail', address } };
    await refused(portal, 'removeContact', 'last-contact', last);
  });

  test('a lost way back warns the email that was on file until lately as well', async () => {
    const { addressesToWarn } = await import('@roadbook/server/people/profile/former-addresses');
    const { fileOf } = await import('@roadbook/server/people/proofs/proofs-on-file');
    const { shell, clock } = portal;
    const file = await fileOf(shell, await portal.personId('dana'));
    if (file.personId === null || file.person === null) throw new Error('Dana is not there');
    const warned = (nowMs: number) =>
      addressesToWarn(shell.store, shell.ring, file.personId ?? '', file.person ?? never(), nowMs);
    const now = (await warned(clock.nowMs)).map(({ to }) => to);
    expect(now).toContain('dana@larkspur.example');
    const later = (await warned(clock.nowMs + 91 * 86_400_000)).map(({ to }) => to);
    expect(later).not.toContain('dana@larkspur.example');
  });

  test('telephones are kept as +1 and digits; a wrong one is told with its rule', async () => {
    const wrong = { cookie, body: { channel: 'text', address: '12' } };
    const problem = await refused(portal, 'sendContactCode', 'invalid-input', wrong);
    expect(problem.errors[0]).toMatchObject({ field: 'body.address', value: '12' });
    const address = '+1 (614) 555-0142';
    await call('sendContactCode', { body: { channel: 'text', address } });
    const code = await takeCode(portal);
    const added = await call('addContact', { body: { channel: 'text', address, code } });
    expect(added.phones.map(({ to }) => to)).toContain('+16145550142');
    const body = { channel: 'text', address: '+16145550142' };
    expect((await call('makeContactMain', { body })).phones[0]).toEqual({
      to: '+16145550142',
      isMain: true,
    });
  });

  test('a car that is kept elsewhere is in the history, the queue and the feed', async () => {
    const params = { contractId: contractIds.lease };
    const moved = await call('changeGaraging', { ...example('changeGaraging'), params });
    const own = moved.garaging.find(({ contractId }) => contractId === contractIds.lease);
    expect(own).toMatchObject({ address: { street: '7 Birch Road' }, from: '2026-11-02' });
    expect(await toldOf()).toHaveLength(1);
    await call('changeGaraging', { ...example('changeGaraging'), params });
    const { moves } = await callOperation<{ moves: { moveId: string; contractNumber: string }[] }>(
      portal,
      'listGaragingMoves',
      { token: portal.token },
    );
    expect(moves.map(({ contractNumber }) => contractNumber)).toEqual(['LMF-2001']);
    const query = { after: moves[0]?.moveId ?? '' };
    const rest = { token: portal.token, query };
    expect(await callOperation(portal, 'listGaragingMoves', rest)).toEqual({ moves: [] });
    const agent = await portal.deskCookie('agent');
    const { items } = await callOperation<{ items: { kind: string; itemKey: string }[] }>(
      portal,
      'listWork',
      { cookie: agent },
    );
    const item = items.find(({ kind }) => kind === 'garaging');
    const work = { cookie: agent, params: { kind: 'garaging', itemKey: item?.itemKey ?? '' } };
    await callOperation(portal, 'takeWork', work);
    await callOperation(portal, 'finishWork', { ...example('finishWork'), ...work });
    const foreign = { ...example('changeGaraging'), params: { contractId: contractIds.foreign } };
    await refused(portal, 'changeGaraging', 'contract-not-found', { cookie, ...foreign });
  });

  test('what somebody declines is not told, and what keeps the account safe is', async () => {
    const body = { topic: 'account', channel: 'mail', wanted: false };
    const profile = await call('chooseNotice', { body });
    expect(profile.notices.find(({ topic }) => topic === 'account')?.mail).toBe(false);
    expect(await toldOf()).toEqual([expect.stringMatching(/^security-notice mail /)]);
    const { noticePeople } = await import('@roadbook/server/people/notices/notice-people.sql');
    const people = await noticePeople(portal.shell.store, [contractIds.lease]);
    expect(people[0]?.choices).toBe('account:mail:false');
  });

  test('what to be called, the language and the time zone', async () => {
    expect(await call('changeHowToTalk', example('changeHowToTalk'))).toMatchObject({
      preferredName: 'Dee',
      language: 'es',
      timeZone: 'America/Denver',
    });
    const body = { preferredName: null, language: 'en', timeZone: 'Mars/Olympus' };
    await refused(portal, 'changeHowToTalk', 'invalid-input', { cookie, body });
  });

  const GUARDED = [
    'changeMailingAddress',
    'changeHowToTalk',
    'sendContactCode',
    'addContact',
    'removeContact',
    'makeContactMain',
    'chooseNotice',
    'exportProfile',
    'exportProfilePage',
  ];
  describe('without a fresh proof, or for a day after a recovery', () => {
    test.each(GUARDED)('%s is refused', async (id) => {
      const fresh = await portal.signIn('dana');
      portal.clock.nowMs += 6 * 60_000;
      await refused(portal, id, 'step-up-needed', { ...example(id), cookie: fresh });
      const { store } = portal.shell;
      const until = new Date(portal.clock.nowMs + 3_600_000).toISOString();
      await store.query(
        `insert into person_hold (person_id, hold_id, kind, from_at, until_at, evidence, decided_by)
         values ($1, gen_random_uuid(), 'recovering', '2026-01-01', $2, 'test', 'test')`,
        [await portal.personId('dana'), until],
      );
      await refused(portal, id, 'data-held-until', { ...example(id), cookie: fresh });
      const held = await callOperation<{ isHeld: boolean; heldUntil: string }>(
        portal,
        'getProfile',
        {
          cookie: fresh,
        },
      );
      expect(held).toMatchObject({ isHeld: true, heldUntil: until });
      portal.clock.nowMs -= 6 * 60_000;
    });
  });

  describe('everything that is held of a person', () => {
    test('is given as JSON and to read, and no number of theirs is whole', async () => {
      await call('addPaymentMethod', example('addPaymentMethod'));
      const whole = await call<{ parts: { part: string; rows: object[] }[] }>('exportProfile');
      expect(whole.parts.map(({ part }) => part)).toEqual(Object.keys(HELD_SQL));
      const text = JSON.stringify(whole);
      expect(text).toContain('Whitfield');
      expect(text).toContain('•••0001');
      expect(text).not.toContain('900100001');
      expect(text).not.toContain('000123456789');
      expect(text).not.toContain('Okafor');
      const page = await call<string>('exportProfilePage');
      expect(page).toContain('<h2>Bank accounts</h2>');
      expect(page).toContain('Kept for 400 days.');
      expect(page).not.toMatch(/<script|000123456789/);
    });

    test('leaves out no table that names a person', async () => {
      const schema = await readFile(
        new URL('../../../packages/server/src/platform/database/schema.sql', import.meta.url),
        'utf8',
      );
      const tables = [...schema.matchAll(/create table (\w+) \(([^;]*)\);/g)]
        .filter(([, , columns = '']) => /^\s*person_id /m.test(columns))
        .map(([, name = '']) => name);
      expect(tables.length).toBeGreaterThan(20);
      const read = Object.values(HELD_SQL).join('\n');
      const missing = tables.filter((name) => {
        return !new RegExp(`from ${name}\\b`).test(read) && !(name in NOT_GIVEN);
      });
      expect(missing).toEqual([]);
    });
  });
}

function never(): never {
  throw new Error('nobody');
}
