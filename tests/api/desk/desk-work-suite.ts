/**
 * Goal: the desk's operations do what their values say, on both databases.
 * Method: one day at the desk, each operation called at least once; status and body are held to
 * the operation's schema.
 */
import { OPERATIONS } from '@roadbook/api/operations/all';
import * as giveBackOperations from '@roadbook/api/operations/desk-give-back';
import * as handOverOperations from '@roadbook/api/operations/desk-hand-over';
import { makeSearchKeys } from '@roadbook/server/desk/search/make-search-keys';
import type { Engine } from '@roadbook/server/testing/test-store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call as callOperation, DESK_AUDIENCES, type Input, refused } from '../call.ts';
import { example } from '../examples.ts';
import { contractIds } from '../people.ts';
import { openTestPortal, type TestPortal } from '../test-portal.ts';

type Found = {
  customers: { personId: string; name: string; foundBy: string[] }[];
  problem: { reference: string; code: string; personId: string | null } | null;
};
type Item = { kind: string; itemKey: string; owner: string | null; isMine: boolean };

/** These are called in desk-sign-in-suite.ts and others' suites, passkeys in a browser. */
const SIGN_IN = /^\/api\/v1\/desk\/(?:session|invitation|security|appointments|places)/;
const GIVE_BACK = new Set(
  [giveBackOperations, handOverOperations].flatMap((each) =>
    Object.values(each).map(({ id }): string => id),
  ),
);
const ELSEWHERE = OPERATIONS.map(({ path, id }) => ({ path, id })).flatMap(({ path, id }) =>
  SIGN_IN.test(path) || GIVE_BACK.has(id) ? [id] : [],
);

export function deskWorkOn(engine: Engine): void {
  describe(`a day at the desk, ${engine}`, () => {
    let portal: TestPortal;
    let dana: string;
    const called = new Set<string>(ELSEWHERE);
    const call = <T = Record<string, never>>(id: string, input: Input = {}): Promise<T> => {
      called.add(id);
      return callOperation<T>(portal, id, input);
    };
    const as = (role: Parameters<TestPortal['deskCookie']>[0]) => portal.deskCookie(role);
    const query = <R>(sql: string) => portal.shell.store.query<R>(sql);

    beforeAll(async () => {
      portal = await openTestPortal({ engine });
      dana = await portal.personId('dana');
      await makeSearchKeys(portal.shell);
    });
    afterAll(async () => {
      const desk = OPERATIONS.filter(({ audience }) => DESK_AUDIENCES.includes(audience));
      expect(desk.map(({ id }) => id).filter((id) => !called.has(id))).toEqual([]);
      await portal.end();
    });

    describe('the search', () => {
      const cases: [text: string, by: string, names: string[]][] = [
        ['whit', 'name', ['Dana Whitfield', 'Robin Whitfield']],
        ['WHITFIELD, dana', 'name', ['Dana Whitfield']],
        ['LMF-1001', 'contract-number', ['Dana Whitfield', 'Robin Whitfield']],
        ['lmf-1009', 'contract-number', ['Sam Okafor']],
        ['0003', 'last-four', ['Sam Okafor']],
        ['stranger', 'user-name', ['Sam Okafor']],
        ['robin@larkspur.example', 'user-name', ['Robin Whitfield']],
        ['wh', 'name', []],
        ["' or 1=1 --", 'name', []],
      ];
      test.each(cases)('finds by %s', async (text, by, names) => {
        const cookie = await as('agent');
        const found = await call<Found>('searchCustomers', { cookie, body: { text } });
        expect(found.customers.map(({ name }) => name)).toEqual(names);
        for (const { foundBy } of found.customers) expect(foundBy).toContain(by);
      });

      test('finds a refusal by the reference that a customer reads out', async () => {
        const session = await portal.signIn('dana');
        const input = { ...example('getContract', contractIds.foreign), cookie: session };
        const { reference } = await refused(portal, 'getContract', 'contract-not-found', input);
        const cookie = await as('agent');
        const body = { text: reference.toLowerCase() };
        const found = await call<Found>('searchCustomers', { cookie, body });
        expect(found.problem).toMatchObject({
          reference,
          code: 'contract-not-found',
          personId: dana,
        });
        expect(found.customers.map(({ name }) => name)).toEqual(['Dana Whitfield']);
      });

      test('finds somebody by the new name after a change, and not by the old one', async () => {
        const { sealPerson, unsealPerson } = await import('@roadbook/server/people/person');
        const { store, ring } = portal.shell;
        const id = await portal.personId('stranger');
        const [row] = await store.query<{ person_id: string; key_id: string; sealed: Buffer }>(
          'select person_id, key_id, sealed from person where person_id = $1',
          [id],
        );
        if (row === undefined) throw new Error('nobody');
        const { keyId, sealed } = sealPerson(ring, id, {
          ...unsealPerson(ring, row),
          lastName: 'Zábranský',
          phone: '(555) 555-0123',
          street: '1 Alder Way',
        });
        await store.query('update person set key_id = $2, sealed = $3 where person_id = $1', [
          id,
          keyId,
          sealed,
        ]);
        expect(await makeSearchKeys(portal.shell)).toBe(1);
        expect(await makeSearchKeys(portal.shell)).toBe(0);
        const cookie = await as('agent');
        for (const [text, count] of [
          ['zabr', 1],
          ['555-0123', 1],
          ['+1 (555) 555-0123', 1],
          ['okafor', 0],
        ] as const) {
          const found = await call<Found>('searchCustomers', { cookie, body: { text } });
          expect(found.customers.length, text).toBe(count);
        }
      });
    });

    test('a customer is shown after a reason, and every look is written down', async () => {
      const cookie = await as('supervisor');
      const params = { personId: dana };
      await refused(portal, 'getCustomer', 'reason-needed', { cookie, params });
      const bare = { cookie, params, body: { reason: 'other', note: null } };
      await refused(portal, 'giveReason', 'reason-not-told', bare);
      const reason = { reason: 'fraud-check', note: 'A call from the bank.' };
      await call('giveReason', { cookie, params, body: reason });
      const shown = await call<{ masked: { email: string } }>('getCustomer', { cookie, params });
      expect(JSON.stringify(shown)).not.toMatch(/dana@larkspur|900-10|1986-04-12/);
      expect(shown.masked.email).toBe('d•••@larkspur.example');
      const clear = await call<{ email: string }>('showContactData', {
        cookie,
        params,
        body: reason,
      });
      expect(clear.email).toBe('dana@larkspur.example');
      const ofContract = { cookie, params: { ...params, contractId: contractIds.loan } };
      const seen = await call('getCustomerContract', ofContract);
      const session = await portal.signIn('dana');
      const own = { cookie: session, params: { contractId: contractIds.loan } };
      expect(seen).toEqual(await callOperation(portal, 'getContract', own));
      await call('listCustomerTransactions', ofContract);
      await call('getCustomerSchedule', ofContract);
      const foreign = { cookie, params: { ...params, contractId: contractIds.foreign } };
      await refused(portal, 'getCustomerContract', 'contract-not-found', foreign);
      // Another session of the same person gives a reason of its own.
      const again = { cookie: await as('supervisor'), params };
      await refused(portal, 'getCustomer', 'reason-needed', again);
      portal.clock.nowMs += 14 * 60_000;
      await call('getDeskSession', { cookie });
      portal.clock.nowMs += 14 * 60_000;
      await call('getDeskSession', { cookie });
      portal.clock.nowMs += 3 * 60_000;
      await refused(portal, 'getCustomer', 'reason-needed', { cookie, params });
      const rows = await query<{ what: string; reason: string }>(
        `select what, reason from access_log where person_id = '${dana}' order by access_id`,
      );
      const whats = rows.map(({ what, reason: why }) => `${what} ${why}`);
      for (const what of ['customer', 'contact-data', 'contract', 'transactions', 'schedule']) {
        expect(whats).toContain(`${what} fraud-check`);
      }
      await call('leaveCustomer', { cookie, params });
    });

    test('holds go through the ledger, without what somebody wrote', async () => {
      const cookie = await as('supervisor');
      const params = { personId: dana, contractId: contractIds.loan };
      await call('giveReason', { ...example('giveReason'), cookie, params: { personId: dana } });
      const evidence = 'A letter of Dana Whitfield, October 30.';
      const body = { kind: 'dispute', evidence, until: null };
      const place = { cookie, params, body, key: 'hold-0001' };
      const placed = await call<{ holds: object[] }>('placeContractHold', place);
      const decided = { kind: 'dispute', evidence, decidedBy: 'Test supervisor' };
      expect(placed.holds).toMatchObject([decided]);
      expect(await call('placeContractHold', place)).toEqual(placed);
      const twice = { ...place, key: 'hold-0002' };
      await refused(portal, 'placeContractHold', 'hold-already-placed', twice);
      const past = { ...place, key: 'hold-0003', body: { ...body, until: '2026-11-02' } };
      await refused(portal, 'placeContractHold', 'hold-until-past', past);
      const [entry] = await query<{ body: string }>(
        `select body from entry where kind = 'hold-placed'`,
      );
      expect(entry?.body).toMatch(/access-log:/);
      expect(entry?.body).not.toMatch(/Dana|October/);
      const lift = { cookie, params: { ...params, kind: 'dispute' }, body: { note: 'Settled.' } };
      const lifted = await call<{ holds: object[] }>('liftContractHold', {
        ...lift,
        key: 'lift-001',
      });
      expect(lifted.holds).toEqual([]);
      await refused(portal, 'liftContractHold', 'hold-not-found', { ...lift, key: 'lift-002' });
    });

    test('sessions of a customer end from the desk', async () => {
      const session = await portal.signIn('dana');
      const cookie = await as('agent');
      const params = { personId: dana };
      await call('giveReason', { ...example('giveReason'), cookie, params });
      const ended = await call<{ ended: number }>('endCustomerSessions', {
        cookie,
        params,
        body: { note: 'Lost the phone.' },
      });
      expect(ended.ended).toBeGreaterThan(0);
      await refused(portal, 'listContracts', 'not-signed-in', { cookie: session });
    });

    test('work is taken by one, handed back and done with a note', async () => {
      const agent = await as('agent');
      const other = await as('supervisor');
      const params = { personId: dana, contractId: contractIds.loan };
      const reason = { ...example('giveReason'), cookie: agent, params: { personId: dana } };
      await call('giveReason', reason);
      const book = { ...example('bookCallBack'), cookie: agent, params };
      const yesterday = { ...(book.body as object), promisedOn: '2026-11-01' };
      await refused(portal, 'bookCallBack', 'promise-past', { ...book, body: yesterday });
      const booked = await call<{ callBackId: string; promisedOn: string }>('bookCallBack', book);
      expect(booked.promisedOn).toBe('2026-11-03');
      expect(await call('bookCallBack', book)).toEqual(booked);
      const second = { ...book, key: 'another-key' };
      await refused(portal, 'bookCallBack', 'call-back-waiting', second);
      await query(`insert into set_aside values
        ('2026-11-01', '${contractIds.late}', 'a rule threw', now())`);
      await query(`insert into outbox (contract_id, seq, n, lane, topic, template, data, due_at,
        attempts, dead_at) values ('${contractIds.loan}', 1, 90, 1, 'payment', 'x', '{}', now(),
        9, now())`);
      const { items } = await call<{ items: Item[] }>('listWork', { cookie: agent });
      const kinds = items.map(({ kind }) => kind);
      expect(kinds).toEqual(expect.arrayContaining(['call-back', 'dead-letter', 'set-aside']));
      expect(kinds[0]).toBe('call-back');
      for (const { kind, itemKey } of items) {
        const item = { params: { kind, itemKey } };
        const done = { ...item, body: { note: 'All is well.' } };
        await refused(portal, 'finishWork', 'work-not-yours', { ...done, cookie: agent });
        await call('takeWork', { ...item, cookie: agent });
        await refused(portal, 'takeWork', 'work-taken', { ...item, cookie: other });
        await refused(portal, 'handBackWork', 'work-not-yours', { ...item, cookie: other });
        await call('handBackWork', { ...item, cookie: agent });
        await call('takeWork', { ...item, cookie: other });
        await call('finishWork', { ...done, cookie: other });
        await refused(portal, 'finishWork', 'work-not-found', { ...done, cookie: other });
      }
      expect(await call('listWork', { cookie: agent })).toEqual({ items: [] });
      const third = { ...book, key: 'after-the-call' };
      expect(await call('bookCallBack', third)).not.toEqual(booked);
    });

    test('a recovery code goes by letter, which somebody else prints, once', async () => {
      const agent = await as('agent');
      const stranger = await portal.personId('stranger');
      const params = { personId: stranger, contractId: contractIds.foreign };
      const reason = { ...example('giveReason'), cookie: agent, params: { personId: stranger } };
      await call('giveReason', reason);
      const start = { ...example('startRecovery'), cookie: agent, params };
      expect(await call('startRecovery', start)).toEqual({ expiresOn: '2026-11-23' });
      await refused(portal, 'startRecovery', 'recovery-waiting', start);
      const ofAgent = await call<{ items: Item[] }>('listWork', { cookie: agent });
      expect(ofAgent.items.map(({ kind }) => kind)).not.toContain('letter');
      const operations = await as('operations');
      const { items } = await call<{ items: Item[] }>('listWork', { cookie: operations });
      const letter = items.find(({ kind }) => kind === 'letter');
      const print = { cookie: operations, params: { letterId: letter?.itemKey ?? '' } };
      const printed = await call<{ code: string; address: string[] }>('printLetter', print);
      expect(printed.code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
      expect(printed.address[0]).toBe('1 Alder Way');
      await refused(portal, 'printLetter', 'letter-not-found', print);
      const [row] = await query<{ sealed: Buffer | null }>('select sealed from recovery_letter');
      expect(row?.sealed).toBeNull();
      const { invitationHash } = await import('@roadbook/server/people/invitation-code');
      const [kept] = await query<{ code_hash: Buffer; purpose: string }>(
        'select code_hash, purpose from invitation',
      );
      expect(kept?.purpose).toBe('recover');
      const hash = invitationHash(portal.shell.ring, printed.code.toLowerCase());
      expect(kept?.code_hash.equals(hash)).toBe(true);
    });

    test('a recovery call counts when the customer reads out the code of their page', async () => {
      const agent = await as('agent');
      const stranger = await portal.personId('stranger');
      const params = { personId: stranger, contractId: contractIds.foreign };
      const { makeCallCode } = await import('@roadbook/server/people/recovery/recovery-call');
      const code = await makeCallCode(portal.shell, params);
      const reason = { ...example('giveReason'), cookie: agent, params: { personId: stranger } };
      await call('giveReason', reason);
      const heard = { ...example('confirmRecoveryCall'), cookie: agent, params };
      await refused(portal, 'confirmRecoveryCall', 'call-code-wrong', heard);
      const right = { ...heard, body: { code, note: 'Called the number on file.' } };
      const waitUntil = new Date(portal.clock.nowMs + 48 * 3_600_000).toISOString();
      expect(await call('confirmRecoveryCall', right)).toEqual({ waitUntil });
    });

    test('an auditor reads who looked and why, and takes it along', async () => {
      const cookie = await as('auditor');
      type Log = { rows: { what: string; who: string; note: string; whoId: string }[] };
      const { rows } = await call<Log>('listAccessLog', { cookie });
      expect(rows.length).toBeGreaterThan(40);
      const placed = { cookie, query: { what: 'hold-placed' } };
      const holds = await call<Log>('listAccessLog', placed);
      expect(holds.rows[0]).toMatchObject({ what: 'hold-placed:dispute', who: 'Test supervisor' });
      const own = { cookie, query: { who: holds.rows[0]?.whoId ?? '' } };
      const theirs = await call<Log>('listAccessLog', own);
      expect(new Set(theirs.rows.map(({ who }) => who))).toEqual(new Set(['Test supervisor']));
      const day = { cookie, query: { from: '2026-11-03' } };
      expect((await call<Log>('listAccessLog', day)).rows).toEqual([]);
      portal.clock.nowMs += 1_000;
      const csv = await call<string>('exportAccessLog', { cookie });
      expect(csv.split('\r\n')[0]).toBe('When,Who,What,Reason,Note,Contract,Person');
      expect(csv).toMatch(/Test supervisor,hold-placed:dispute,,"A letter of Dana/);
      const after = await call<Log>('listAccessLog', { cookie });
      expect(after.rows[0]?.what).toBe('access-log-exported');
    });
  });
}
