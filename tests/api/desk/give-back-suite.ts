/**
 * Goal: a lease is ended at the desk and in the portal, from the quote to the closed contract, and
 * every act of it is refused where it must be.
 * Method: one lease a journey, over HTTP, on both databases; the ledger is proved at the end.
 */

import { createHash } from 'node:crypto';
import { receiveCar } from '@roadbook/domain/lease-end/case/receive-car';
import type { StaffRole } from '@roadbook/domain/person/staff-role';
import { contractIdOf } from '@roadbook/server/boarding/board-record';
import { loadParties } from '@roadbook/server/boarding/read/party/party-index';
import { closeOpenDay } from '@roadbook/server/book/day/close-day';
import { checkLedger } from '@roadbook/server/book/proof/check-ledger';
import {
  appointmentsOf,
  insertAppointment,
} from '@roadbook/server/lease-end/appointments/appointment.sql';
import { runGiveBack } from '@roadbook/server/lease-end/give-back/give-back';
import { uuidV7 } from '@roadbook/server/platform/database/uuid';
import { boardText, DEAL, leaseFile } from '@roadbook/server/testing/sample-book';
import type { Engine } from '@roadbook/server/testing/test-store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, refused, send } from '../call.ts';
import { example } from '../examples.ts';
import { openTestPortal, type TestPortal } from '../test-portal.ts';

type GiveBack = {
  stage: string;
  quote: { quoteId: string; totalCents: string; todayCents: string; isGood: boolean } | null;
  receipt: { handOverId: string; on: string } | null;
  bills: {
    isLast: boolean;
    totalCents: string;
    lines: { lineId: string; leftCents: string; dispute: { disputeId: string } | null }[];
  }[];
  owedCents: string;
  disputedCents: string;
  refundCents: string;
};

/** They mature on November 15, 2026, two weeks after the open day. */
const ENDING = {
  originationDate: '11/2023',
  originalFirstPaymentDate: '11/2023',
  scheduledTerminationDate: '10/2026',
};
const ASSETS = ['S-81', 'S-82', 'S-83', 'S-84'] as const;
const VIN = '1M8GDM9AXKP042788';
const PARTIES = ASSETS.map(
  (asset, at) =>
    `LMF-208${at},${asset},lessee,Dana,Whitfield,1986-04-12,900-10-0001,` +
    `dana@larkspur.example,${asset === 'S-84' ? VIN : ''}`,
);
const dent = {
  lineId: 'dent-1',
  rule: 'length-over',
  chargeCents: '30000',
  evidence: 'report 7, photo 2',
};

export function giveBackOn(engine: Engine): void {
  describe(`a car that is given back, ${engine}`, () => {
    let portal: TestPortal;
    let personId: string;
    let customer: string;
    let keys = 0;
    // The reason that was given stands for one session.
    const cookies = new Map<StaffRole, string>();

    beforeAll(async () => {
      portal = await openTestPortal({ engine });
      const refuse = ({ sentence }: { sentence: string }): void => {
        throw new Error(sentence);
      };
      const head =
        'contract_number,asset_number,role,first_name,last_name,date_of_birth,ssn,email,vin';
      const parties = await loadParties([Buffer.from([head, ...PARTIES].join('\n'))], refuse);
      const leases = leaseFile(ASSETS.map((assetNumber) => ({ ...ENDING, assetNumber })));
      await boardText(portal.shell.store, leases, { parties });
      personId = await portal.personId('dana');
      customer = await portal.signIn('dana');
      for (const role of ['agent', 'supervisor', 'operations'] as const) {
        const cookie = await portal.deskCookie(role);
        cookies.set(role, cookie);
        const body = { reason: 'customer-called', note: null };
        await call(portal, 'giveReason', { cookie, params: { personId }, body });
      }
    });
    afterAll(async () => {
      const { findings } = await checkLedger(portal.shell.store);
      expect(findings).toEqual([]);
      await portal.end();
    });

    const contractOf = (asset: (typeof ASSETS)[number]) => contractIdOf(DEAL, asset);
    const input = (
      role: StaffRole,
      contractId: string,
      body?: unknown,
      params: Record<string, string> = {},
    ) => {
      keys += 1;
      return {
        cookie: cookies.get(role) ?? '',
        params: { personId, contractId, ...params },
        ...(body === undefined ? {} : { body, key: `give-back-${keys}` }),
      };
    };
    const receive = (contractId: string, miles: number) =>
      runGiveBack(portal.shell, {
        contractId,
        act: 'car-received',
        key: `receipt-${contractId}`,
        input: [`${miles}`],
        decide: (contract, policy, businessDate, history) =>
          receiveCar(
            contract,
            {
              handOver: {
                handOverId: uuidV7(1),
                on: businessDate,
                miles,
                milesReason: null,
                hasNewDamage: false,
              },
              receivedBy: 'staff:dealer',
              form: 'f'.repeat(64),
              billId: uuidV7(2),
            },
            policy,
            businessDate,
            history,
          ),
      });
    const shown = (contractId: string) =>
      call<GiveBack>(portal, 'getGiveBack', { cookie: customer, params: { contractId } });

    type Work = { kind: string; itemKey: string; contractId: string; about: string };
    const work = async (contractId: string) => {
      const cookie = cookies.get('agent') ?? '';
      const { items } = await call<{ items: Work[] }>(portal, 'listWork', { cookie });
      return items.filter((each) => each.contractId === contractId);
    };
    type File = { proposals: object[]; promises: { state: string }[]; walk: object | null };
    const file = (role: StaffRole, contractId: string) =>
      call<File>(portal, 'getGiveBackFile', input(role, contractId));

    test('with a return quote it costs what the quote says', async () => {
      const contractId = contractOf('S-81');
      const quoted = await call<GiveBack>(
        portal,
        'issueReturnQuote',
        input('agent', contractId, { miles: 30_000, milesEvidence: 'photo', wear: [dent] }),
      );
      expect(quoted.quote).toMatchObject({ isGood: true });
      expect((await shown(contractId)).stage).toBe('with-customer');
      await receive(contractId, 30_400);
      const after = await shown(contractId);
      expect(after).toMatchObject({ stage: 'billed', owedCents: quoted.quote?.todayCents });
      await refused(
        portal,
        'issueFinalBill',
        'bill-already-complete',
        input('agent', contractId, { isLast: true, wear: [dent], thirdParty: [] }),
      );
    });

    test('without one the desk bills it, and two people take a disputed line off', async () => {
      const contractId = contractOf('S-82');
      await refused(
        portal,
        'issueFinalBill',
        'car-not-received',
        input('agent', contractId, { isLast: true, wear: [], thirdParty: [] }),
      );
      await receive(contractId, 30_000);
      const [due] = await work(contractId);
      expect(due).toMatchObject({ kind: 'bill-due', promisedOn: '2026-12-02', personId });
      const item = { kind: due?.kind ?? '', itemKey: due?.itemKey ?? '' };
      const cookie = cookies.get('agent') ?? '';
      await call(portal, 'takeWork', { cookie, params: item });
      const done = { cookie, params: item, body: { note: 'Billed.' } };
      await refused(portal, 'finishWork', 'work-not-yours', done);
      const billed = await call<GiveBack>(
        portal,
        'issueFinalBill',
        input('agent', contractId, { isLast: true, wear: [dent], thirdParty: [] }),
      );
      expect(await work(contractId)).toEqual([]);
      const objection = {
        cookie: customer,
        params: { contractId, lineId: 'dent-1' },
        body: { words: 'It was repaired in May.' },
        key: 'objection-1',
      };
      const disputed = await call<GiveBack>(portal, 'disputeBillLine', objection);
      expect(await call<GiveBack>(portal, 'disputeBillLine', objection)).toEqual(disputed);
      await refused(portal, 'disputeBillLine', 'bill-line-already-disputed', {
        ...objection,
        key: 'objection-2',
      });
      expect(disputed.disputedCents).toBe('30000');
      expect(await work(contractId)).toMatchObject([
        { kind: 'bill-dispute', about: 'dispute-open' },
      ]);
      const line = disputed.bills[0]?.lines.find(({ lineId }) => lineId === 'dent-1');
      const disputeId = line?.dispute?.disputeId ?? '';
      const decision = { outcome: 'dropped', reason: 'repaired' };
      type Decided = { state: string; giveBack: GiveBack };
      const decide = (role: StaffRole, body: object = decision) =>
        input(role, contractId, body, { disputeId });
      const first = await call<Decided>(portal, 'decideDispute', decide('agent'));
      expect(first).toMatchObject({ state: 'proposed', giveBack: { disputedCents: '30000' } });
      await refused(portal, 'decideDispute', 'second-person-needed', decide('agent'));
      const { proposals } = await file('supervisor', contractId);
      expect(proposals).toMatchObject([{ ...decision, disputeId, isMine: false }]);
      expect(await work(contractId)).toMatchObject([{ about: 'dispute-proposed' }]);
      const other = decide('supervisor', { outcome: 'dropped', reason: 'goodwill' });
      await refused(portal, 'decideDispute', 'proposal-differs', other);
      const second = await call<Decided>(portal, 'decideDispute', decide('supervisor'));
      expect(second).toMatchObject({ state: 'decided', giveBack: { disputedCents: '0' } });
      const { owedCents } = second.giveBack;
      expect(await work(contractId)).toEqual([]);
      expect((await file('agent', contractId)).promises.map(({ state }) => state)).toEqual([
        'kept',
        'kept',
      ]);
      const ofMonths = { cookie: cookies.get('supervisor') ?? '' };
      const { months } = await call<{ months: object[] }>(portal, 'listKeptPromises', ofMonths);
      expect(months).toContainEqual({
        month: '2026-11',
        promise: 'dispute',
        kept: 1,
        broken: 0,
        open: 0,
      });
      expect(BigInt(billed.owedCents) - BigInt(owedCents)).toBe(30_000n);
    });

    test('goodwill, the sale and the night bring it to its end', async () => {
      const contractId = contractOf('S-82');
      const before = await shown(contractId);
      for (const { lineId } of before.bills.flatMap(({ lines }) => lines)) {
        if (lineId === 'dent-1') continue;
        const body = { toCents: '0', reason: 'goodwill' };
        await call(portal, 'creditBillLine', input('supervisor', contractId, body, { lineId }));
      }
      type History = { transactions: { kind: string }[] };
      const own = { cookie: customer, params: { contractId } };
      const history = await call<History>(portal, 'listTransactions', own);
      const kinds = history.transactions.map(({ kind }) => kind);
      expect(kinds).toEqual(
        expect.arrayContaining(['bill-dispute-decided', 'final-bill', 'car-received']),
      );
      const sale = { priceCents: '1750000', buyer: 'auction', evidence: 'lot 12' };
      await call(portal, 'recordCarSale', input('operations', contractId, sale));
      const refund = { refundCents: '100' };
      await refused(
        portal,
        'recordRefund',
        'refund-over-owed',
        input('operations', contractId, refund),
      );
      await refused(portal, 'recordCarSale', 'not-permitted', input('agent', contractId, sale));
    });

    test('a receipt of the wrong car is taken back, and the quote with a reason', async () => {
      const contractId = contractOf('S-83');
      const body = { miles: 30_000, milesEvidence: 'photo', wear: [] };
      const { quote } = await call<GiveBack>(
        portal,
        'issueReturnQuote',
        input('agent', contractId, body),
      );
      await receive(contractId, 30_000);
      const { receipt } = await shown(contractId);
      const params = { handOverId: receipt?.handOverId ?? '' };
      const back = await call<GiveBack>(
        portal,
        'takeBackCarReceipt',
        input('supervisor', contractId, { reason: 'wrong-car' }, params),
      );
      expect(back).toMatchObject({ stage: 'with-customer', receipt: null, bills: [] });
      const quoteId = quote?.quoteId ?? '';
      const taken = await call<GiveBack>(
        portal,
        'withdrawReturnQuote',
        input('supervisor', contractId, { reason: 'wrong-reading' }, { quoteId }),
      );
      expect(taken.quote).toBeNull();
      expect(await call(portal, 'getCustomerGiveBack', input('agent', contractId))).toMatchObject({
        quote: null,
      });
      await refused(portal, 'getGiveBack', 'give-back-not-for-a-loan', {
        cookie: customer,
        params: { contractId: contractIdOf(DEAL, 'L-1') },
      });
    });

    test('the dealer finds a car by its VIN, and both sign its receipt', async () => {
      const contractId = contractOf('S-84');
      const cookie = await portal.deskCookie('dealer');
      const found = await call<{ contractId: string; hasQuote: boolean }>(
        portal,
        'findCarToReceive',
        { cookie, body: { vin: VIN.toLowerCase() } },
      );
      expect(found).toMatchObject({ contractId, hasQuote: false, receivedOn: null });
      expect(JSON.stringify(found)).not.toMatch(/Whitfield|LMF/);
      await refused(portal, 'findCarToReceive', 'car-not-found', {
        cookie,
        body: { vin: '1M8GDM9AXKP042789' },
      });
      const params = { contractId };
      const said = example('previewCarReceipt').body as { miles: number; on: string };
      const look = (changes: object) => ({ cookie, params, body: { ...said, ...changes } });
      const early = look({ on: '2026-08-02' });
      await refused(portal, 'previewCarReceipt', 'hand-over-too-early', early);
      await refused(portal, 'previewCarReceipt', 'hand-over-in-future', look({ on: '2026-11-03' }));
      await refused(portal, 'previewCarReceipt', 'invalid-input', look({ miles: 1_000_000_000 }));
      await refused(portal, 'previewCarReceipt', 'car-not-found', look({ vin: `${VIN}X` }));
      await refused(portal, 'previewCarReceipt', 'not-permitted', {
        ...look({}),
        cookie: cookies.get('agent') ?? '',
      });
      const preview = await call<{ owedCents: string }>(portal, 'previewCarReceipt', look({}));
      // Lower than the lessee told: asked, then taken with a reason and marked.
      const told = { miles: 29_900, on: '2026-10-30' };
      await call(portal, 'tellOdometer', {
        cookie: customer,
        params,
        body: told,
        key: 'told-84-1',
      });
      type Looked = { isNotActual: boolean };
      const lower = look({ miles: 10_000 });
      await refused(portal, 'previewCarReceipt', 'reading-contradicts', lower);
      const reasoned = look({ miles: 10_000, milesReason: 'odometer-replaced' });
      expect((await call<Looked>(portal, 'previewCarReceipt', reasoned)).isNotActual).toBe(true);
      const needless = look({ milesReason: 'checked' });
      expect((await call<Looked>(portal, 'previewCarReceipt', needless)).isNotActual).toBe(false);
      const booked = {
        contract_id: contractId,
        appointment_id: uuidV7(84),
        person_id: personId,
        kind: 'return',
        place_id: 'north',
        starts_at: '2026-11-02T15:00:00Z',
        ends_at: '2026-11-02T15:30:00Z',
        key_id: null,
        sealed: null,
      } as const;
      await insertAppointment(portal.shell.store, booked, '2026-10-20T12:00:00Z');
      const signed = { ...look({ customerSigns: true, dealerSigns: true }), key: 'hand-over-1' };
      type Recorded = { owedCents: string; form: string; handOverId: string };
      const taken = await call<Recorded>(portal, 'recordCarReceipt', signed);
      expect(taken.owedCents).toBe(preview.owedCents);
      // The same once more is the same receipt and the same form.
      expect(await call(portal, 'recordCarReceipt', signed)).toEqual(taken);
      const appointments = await appointmentsOf(portal.shell.store, contractId);
      expect(appointments.map(({ state, sequence }) => ({ state, sequence }))).toEqual([
        { state: 'done', sequence: 1 },
      ]);
      const other = { ...signed, key: 'hand-over-2' };
      await refused(portal, 'recordCarReceipt', 'car-already-received', other);
      const form = await send(portal, 'getReturnForm', { cookie: customer, params });
      expect(createHash('sha256').update(form.body).digest('hex')).toBe(taken.form);
      for (const words of [VIN, '30,000 miles', '49 CFR 580.7', 'Dana Whitfield', 'Alex Dealer']) {
        expect(form.body).toContain(words);
      }
      const printed = await send(portal, 'getDealerReturnForm', { cookie, params });
      expect(printed.body).toBe(form.body);
      await refused(portal, 'getReturnForm', 'contract-not-found', {
        cookie: await portal.signIn('stranger'),
        params,
      });
      expect(await shown(contractId)).toMatchObject({ stage: 'received' });
    });

    test('the days close over it', async () => {
      await closeOpenDay(portal.shell.store, portal.shell.clock);
      expect((await shown(contractOf('S-83'))).stage).toBe('with-customer');
    });
  });
}
