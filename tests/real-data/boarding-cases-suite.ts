/**
 * Goal: what went wrong elsewhere when contracts were taken over goes right here.
 * Method: the small files of the shared cases go through the importer, and each contract is then
 * what its file says, by values that were worked out by hand.
 */
import { createReadStream } from 'node:fs';
import { basename, join } from 'node:path';
import type { Contract } from '@roadbook/domain/contract/contract';
import { leaseAmountDue } from '@roadbook/domain/lease/amount-due';
import { leaseMaturityDate } from '@roadbook/domain/lease/lease-calendar';
import { balanceOf, creditOf } from '@roadbook/domain/ledger/balances';
import { unpostedInterest } from '@roadbook/domain/loan/accrual';
import { date } from '@roadbook/domain/time/calendar';
import { contractIdOf } from '@roadbook/server/boarding/board-record';
import type { RatesWritten } from '@roadbook/server/boarding/read/boarding-item';
import { readContractsCsv } from '@roadbook/server/boarding/read/csv/read-contracts-csv';
import { loadParties } from '@roadbook/server/boarding/read/party/party-index';
import { readEx102 } from '@roadbook/server/boarding/read/xml/read-ex102';
import { checkLedger } from '@roadbook/server/book/proof/check-ledger';
import { readContract } from '@roadbook/server/book/read/read-contract';
import { liveOn } from '@roadbook/server/testing/boarding/live-on';
import { boardText, DEAL } from '@roadbook/server/testing/sample-book';
import { OPEN_DAY } from '@roadbook/server/testing/test-lender';
import { type Engine, openTestStore, type TestStore } from '@roadbook/server/testing/test-store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWithSharedData } from '../house/shared-data.ts';

export function boardingCasesOn(engine: Engine): void {
  describeWithSharedData(`cases of boarding, ${engine}`, (data) => {
    let opened: TestStore;
    beforeAll(async () => {
      opened = await openTestStore(engine);
    });
    afterAll(async () => {
      const { findings } = await checkLedger(opened.store);
      await opened.end();
      expect(findings).toEqual([]);
    });

    const board = async (path: string, rates: RatesWritten | null = null, parties?: string) => {
      const stream = createReadStream(join(data, 'cases', path));
      const read = path.endsWith('.csv') ? readContractsCsv : readEx102;
      const index =
        parties === undefined
          ? null
          : await loadParties(createReadStream(join(data, 'cases', parties)), (reject) => {
              throw new Error(JSON.stringify(reject));
            });
      const items = read(stream, rates ?? 'fraction');
      return boardText(opened.store, basename(path), { items, rates, parties: index });
    };
    const contractOf = async (asset: string): Promise<Contract> => {
      const stored = await readContract(opened.store, contractIdOf(DEAL, asset));
      if (stored === null) throw new Error(`${asset} is not boarded`);
      return stored.contract;
    };
    const leaseOf = async (asset: string) => {
      const contract = await contractOf(asset);
      if (contract.product !== 'lease') throw new Error(`${asset} is a lease`);
      return contract;
    };
    const lateFees = ({ balances }: Contract) => balanceOf(balances, 'late-fees-receivable');

    test('BL-01: rates that fit only as percents are asked about, then read as said', async () => {
      const asked = await board('BL-01/loans.csv');
      expect(asked.summary).toMatchObject({ read: 0, question: { about: 'rates', percent: 3 } });
      const { summary } = await board('BL-01/loans.csv', 'percent');
      expect(summary).toMatchObject({ boarded: 3, rejected: 0 });
      const loan = await contractOf('P-2');
      expect(loan.terms).toMatchObject({ annualRatePpb: 9_000_000n });
      // 18 days of 20,893.13 at 0.9 %.
      expect(loan.product === 'loan' && unpostedInterest(loan, date('2026-11-02'))).toBe(9_27n);
    });

    test('BL-03: a prepaid lease has nothing due before its end', async () => {
      const { summary } = await board('BL-03/leases.xml');
      expect(summary).toMatchObject({ boarded: 2, rejected: 0 });
      expect(summary.assumed.timing).toBeUndefined();
      for (const asset of ['PP-1', 'PP-2']) {
        const lease = await leaseOf(asset);
        expect(lease.terms.timing).toBe('single-payment');
        const { contract } = liveOn(lease, OPEN_DAY, date('2027-03-20'));
        if (contract.product !== 'lease') throw new Error('a lease');
        const due = leaseAmountDue(contract, date('2027-03-20'));
        expect([due.pastDueCents, due.nextPaymentCents, due.feesCents]).toEqual([0n, 0n, 0n]);
        expect(contract.status).toBe('active');
      }
      expect((await leaseOf('PP-1')).terms.basePaymentCents).toBe(15_120_00n);
    });

    test('BL-04: three payments are paid ahead, and the next one is due in February', async () => {
      await board('BL-04/lease.xml');
      const lease = await leaseOf('AH-1');
      expect(creditOf(lease.balances, 'prepaid-lease-payments')).toBe(1_296_30n);
      const { contract } = liveOn(lease, OPEN_DAY, date('2027-02-14'));
      if (contract.product !== 'lease') throw new Error('a lease');
      const due = leaseAmountDue(contract, date('2027-02-14'));
      expect([due.pastDueCents, due.nextDueDate, lateFees(contract)]).toEqual([
        0n,
        '2027-02-15',
        0n,
      ]);
    });

    test('BL-05: an extended lease runs on to the end of its extension', async () => {
      await board('BL-05/lease.xml');
      const lease = await leaseOf('EX-1');
      expect(leaseMaturityDate(lease.terms)).toBe('2027-02-15');
      const { contract, written } = liveOn(lease, OPEN_DAY, date('2027-02-14'));
      const due = written.filter((each) => each.endsWith('lease-payment-due'));
      expect(due.map((each) => each.slice(0, 10))).toEqual([
        '2026-11-15',
        '2026-12-15',
        '2027-01-15',
      ]);
      expect(contract.status).toBe('active');
    });

    test('BL-07: a repossessed car boards on hold, and no late fee falls', async () => {
      await board('BL-07/loan.xml');
      const loan = await contractOf('RP-1');
      expect(loan.holds.map(({ kind }) => kind)).toEqual(['repossession']);
      const { contract } = liveOn(loan, OPEN_DAY, date('2026-12-11'));
      expect(lateFees(contract)).toBe(0n);
    });

    test('BL-10: readings that cannot be are left out and said', async () => {
      const { summary, rejects } = await board('BL-10/leases.xml', null, 'BL-10/parties.csv');
      expect(summary).toMatchObject({ boarded: 4, valuesLeftOut: 3 });
      expect(rejects.map(({ record, rule }) => `${record} ${rule}`)).toEqual([
        'OD-2 reading-below-delivery',
        'OD-3 reading-in-future',
        'OD-4 reading-before-lease',
      ]);
    });

    test('BL-11: what is assumed of a used car’s odometer says so', async () => {
      await board('BL-11/lease.xml', null, 'BL-11/parties.csv');
      const { terms } = await leaseOf('US-1');
      expect(terms.assumed.find(({ term }) => term === 'deliveryOdometer')).toMatchObject({
        reason: 'used-car-lender-default',
      });
    });

    test('BL-23: a payment below the interest boards with a remark', async () => {
      const { summary } = await board('BL-23/loan.xml');
      expect(summary).toMatchObject({ boarded: 1, remarks: { 'payment-below-interest': 1 } });
    });

    test('BL-30: credit balances are owed back', async () => {
      const { summary } = await board('BL-30/loan.xml');
      expect(summary).toMatchObject({ boarded: 2, creditCents: 24_68n, endBalanceCents: -24_68n });
      for (const asset of ['CB-1', 'CB-2']) {
        const { status, balances } = await contractOf(asset);
        expect([status, creditOf(balances, 'refunds-payable')]).toEqual(['closed', 12_34n]);
      }
    });

    test.each([
      ['edgar-submission.xml', 0],
      ['leading-blank.xml', 0],
      ['two-files-in-one.xml', 1],
    ])('BL-31: %s is read, and nothing is dropped in silence', async (name, defects) => {
      const { summary, rejects } = await board(`BL-31/${name}`);
      expect(summary).toMatchObject({ boarded: 1, rejected: 0, fileDefects: defects });
      expect(rejects.map(({ rule }) => rule)).toEqual(defects === 0 ? [] : ['content-after-end']);
    });
  });
}
