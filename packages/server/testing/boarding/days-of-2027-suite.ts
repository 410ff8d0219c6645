/** Files of 2027 with values worked out by hand: on the cut-off day, and in the days after it. */
import { closeContract } from '@roadbook/domain/close/close-contract';
import type { Contract } from '@roadbook/domain/contract/contract';
import type { EntryDraft, RecordedEntry } from '@roadbook/domain/contract/decision';
import { balanceOf } from '@roadbook/domain/ledger/balances';
import { receivePayment } from '@roadbook/domain/payment/receive-payment';
import { addDays, type BusinessDate, date } from '@roadbook/domain/time/calendar';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contractIdOf } from '../../src/boarding/board-record.ts';
import { loadParties } from '../../src/boarding/read/party/party-index.ts';
import { openFirstDay } from '../../src/book/day/business-day.ts';
import { readContract } from '../../src/book/read/read-contract.ts';
import { readHistory } from '../../src/book/read/read-history.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import { boardText, DEAL, leaseFile, loanFile } from '../sample-book.ts';
import { type Engine, openEmptyStore, type TestStore } from '../test-store.ts';
import { dueOn } from './board-one.ts';
import { liveOn } from './live-on.ts';

const LOAN = {
  originationDate: '10/2024',
  originalLoanAmount: '25000.00',
  loanMaturityDate: '10/2029',
  originalFirstPaymentDate: '11/2024',
  reportingPeriodActualEndBalanceAmount: '16000.00',
  reportingPeriodScheduledPaymentAmount: '489.04',
  currentDelinquencyStatus: '0',
};

const LEASE = {
  originationDate: '05/2026',
  originalFirstPaymentDate: '05/2026',
  scheduledTerminationDate: '04/2029',
  paidThroughDate: '10-30-2027',
};

export function checkDaysOf2027On(engine: Engine): void {
  describe.each([
    ['2027-11-01', 'the day after the cut-off'],
    ['2027-11-03', 'three days after it'],
  ])(`a file of 2027-10-31, boarded on %s, ${engine}`, (openDay) => {
    const { board } = bookOpenedOn(engine, date(openDay));

    test.each([
      ['loan', 489_04n, 24_45n],
      ['lease', 443_46n, 22_17n],
    ] as const)(
      'of a %s: unpaid on the cut-off day, late after grace',
      async (product, due, fee) => {
        const period = {
          loan: {
            ...LOAN,
            reportingPeriodBeginningDate: '10-01-2027',
            reportingPeriodEndingDate: '10-31-2027',
            interestPaidThroughDate: '10-15-2027',
            nextReportingPeriodPaymentAmountDue: '978.08',
          },
          lease: {
            ...LEASE,
            reportingPeriodBeginDate: '10-01-2027',
            reportingPeriodEndDate: '10-31-2027',
            nextReportingPeriodPaymentAmountDue: '886.92',
          },
        }[product];
        const contract = await board(product, `D31-${product}`, period, 31);
        const asked = dueOn(contract, date('2027-11-03'));
        expect([asked.pastDueCents, asked.daysPastDue]).toEqual([due, 3]);
        const before = liveOn(contract, date(openDay), date('2027-11-10')).contract;
        expect(balanceOf(before.balances, 'late-fees-receivable')).toBe(0n);
        const after = liveOn(contract, date(openDay), date('2027-11-11')).contract;
        expect(balanceOf(after.balances, 'late-fees-receivable')).toBe(fee);
      },
    );
  });

  describe(`16,000.00 at 6.49 % of 2027-09-30, boarded on 2027-11-03, ${engine}`, () => {
    const { board, historyOf } = bookOpenedOn(engine, date('2027-11-03'));
    let contract: Contract;
    let history: readonly RecordedEntry[];
    beforeAll(async () => {
      const period = {
        reportingPeriodBeginningDate: '09-01-2027',
        reportingPeriodEndingDate: '09-30-2027',
        interestPaidThroughDate: '09-29-2027',
      };
      contract = await board('loan', 'D10', { ...LOAN, ...period }, 10);
      history = await historyOf(contract);
    });

    test.each(['2027-11-03', '2027-11-20'])('and payments posted on %s', (posted) => {
      let now = contract;
      const known = [...history];
      const take = (entries: readonly EntryDraft[], on: BusinessDate): void => {
        for (const entry of entries) {
          known.push({ ...entry, seq: entry.after.version, businessDate: on });
          now = entry.after;
        }
      };
      for (let on = date('2027-11-03'); on < date(posted); on = addDays(on, 1)) {
        take(closeContract(now, { on }).entries, on);
      }
      for (const [amountCents, receivedOn] of [
        [489_04n, '2027-11-01'],
        [1_000_00n, '2027-11-02'],
      ] as const) {
        const payment = {
          amountCents,
          receivedOn: date(receivedOn),
          purpose: 'regular',
          channel: 'lockbox',
          source: 'arrived',
          methodId: null,
        } as const;
        const outcome = receivePayment(now, payment, date(posted), known);
        if (outcome.outcome !== 'decided') throw new Error(outcome.outcome);
        take(outcome.entries, date(posted));
      }
      expect(balanceOf(now.balances, 'principal')).toBe(14_632_06n);
      expect(balanceOf(now.balances, 'late-fees-receivable')).toBe(0n);
    });
  });
}

/** A book whose first day is another than that of the other tests. */
function bookOpenedOn(engine: Engine, openDay: BusinessDate) {
  let opened: TestStore;
  beforeAll(async () => {
    opened = await openEmptyStore(engine);
    await migrate(opened.store);
    await openFirstDay(opened.store, openDay, Date.parse(`${openDay}T15:00:00Z`));
  });
  afterAll(() => opened.end());
  const board = async (
    product: Contract['product'],
    assetNumber: string,
    elements: Readonly<Record<string, string>>,
    dueDay: number,
  ): Promise<Contract> => {
    const role = product === 'loan' ? 'borrower' : 'lessee';
    const header = 'asset_number,role,first_name,last_name,due_day';
    const rows = `${header}\n${assetNumber},${role},Ada,Sample,${dueDay}`;
    const parties = await loadParties([Buffer.from(rows)], (reject) => {
      throw new Error(JSON.stringify(reject));
    });
    const file = (product === 'loan' ? loanFile : leaseFile)([{ ...elements, assetNumber }]);
    const { rejects } = await boardText(opened.store, file, { parties });
    expect(rejects).toEqual([]);
    const stored = await readContract(opened.store, contractIdOf(DEAL, assetNumber));
    if (stored === null) throw new Error(`${assetNumber} is not boarded`);
    return stored.contract;
  };
  const historyOf = ({ contractId, version }: Contract) =>
    readHistory(opened.store, contractId, version);
  return { board, historyOf };
}
