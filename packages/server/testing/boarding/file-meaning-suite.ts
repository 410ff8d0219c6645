/** A contract does what its file says: paid ahead, prepaid, extended, held. */
import { leaseMaturityDate } from '@roadbook/domain/lease/lease-calendar';
import { balanceOf, creditOf } from '@roadbook/domain/ledger/balances';
import { date } from '@roadbook/domain/time/calendar';
import { describe, expect, test } from 'vitest';
import { OPEN_DAY } from '../test-lender.ts';
import type { Engine } from '../test-store.ts';
import { assumedOf, boardingOf, dueOn } from './board-one.ts';
import { liveOn } from './live-on.ts';

export function checkFileMeaningOn(engine: Engine): void {
  describe(`what a file means, ${engine}`, () => {
    const { boardLoan, boardLease } = boardingOf(engine);

    describe('a payment due on the cut-off day', () => {
      const day31 = { currentDelinquencyStatus: '0' };

      test('is unpaid where two payments are due next: late after its grace', async () => {
        const next = { nextReportingPeriodPaymentAmountDue: '978.08' };
        const { contract } = await boardLoan('C-1', { ...day31, ...next }, 31);
        const due = dueOn(contract, date('2026-11-03'));
        expect([due.pastDueCents, due.daysPastDue]).toEqual([489_04n, 3]);
        expect(assumedOf(contract, 'paymentDueOnCutOff')).toBeUndefined();
        const later = liveOn(contract, OPEN_DAY, date('2026-11-11'));
        expect(balanceOf(later.contract.balances, 'late-fees-receivable')).toBe(24_45n);
        expect(later.written).toEqual(['2026-11-11 late-fee']);
      });

      test('is paid where only the next payment is due', async () => {
        const next = { nextReportingPeriodPaymentAmountDue: '489.04' };
        const { contract } = await boardLoan('C-2', { ...day31, ...next }, 31);
        expect(dueOn(contract, date('2026-11-03')).pastDueCents).toBe(0n);
      });

      test('is paid in part where more than one and less than two are due next', async () => {
        const next = { nextReportingPeriodPaymentAmountDue: '689.04' };
        const { contract } = await boardLoan('C-3', { ...day31, ...next }, 31);
        expect(dueOn(contract, date('2026-11-03')).pastDueCents).toBe(200_00n);
      });

      test('is unpaid where the file leaves it open, which is recorded', async () => {
        const { contract } = await boardLoan('C-4', day31, 31);
        expect(dueOn(contract, date('2026-11-03')).pastDueCents).toBe(489_04n);
        expect(assumedOf(contract, 'paymentDueOnCutOff')).toMatchObject({
          value: 'unpaid',
          reason: 'file-silent-unpaid',
        });
      });

      test('tells the due day where no file states one', async () => {
        const next = { nextReportingPeriodPaymentAmountDue: '978.08' };
        const { contract } = await boardLoan('C-5', { ...day31, ...next });
        expect(contract.terms).toMatchObject({
          schedule: { segments: [{ rhythm: { every: 'monthly', dueDay: 31 } }] },
        });
        expect(dueOn(contract, date('2026-11-03')).pastDueCents).toBe(489_04n);
        expect(assumedOf(contract, 'dueDay')).toMatchObject({ reason: 'from-amount-due' });
      });

      test('of a lease: unpaid by the amount due, paid by the paid-through date', async () => {
        const party = { due_day: '31' };
        const two = {
          nextReportingPeriodPaymentAmountDue: '886.92',
          paidThroughDate: '10-30-2026',
        };
        const { contract } = await boardLease('C-6', two, party);
        expect(dueOn(contract, date('2026-11-03')).pastDueCents).toBe(443_46n);
        const paid = { paidThroughDate: '11-29-2026' };
        const { contract: other } = await boardLease('C-7', paid, party);
        expect(dueOn(other, date('2026-11-03')).pastDueCents).toBe(0n);
      });
    });

    describe('money paid ahead', () => {
      test('of a lease is held for the payments that the paid-through date covers', async () => {
        const { contract } = await boardLease('A-1', {
          nextReportingPeriodPaymentAmountDue: '0.00',
          paidThroughDate: '02-14-2027',
        });
        expect(creditOf(contract.balances, 'prepaid-lease-payments')).toBe(3n * 443_46n);
        const { contract: later } = liveOn(contract, OPEN_DAY, date('2027-02-14'));
        const due = dueOn(later, date('2027-02-14'));
        expect([due.pastDueCents, due.nextDueDate]).toEqual([0n, '2027-02-15']);
        expect(balanceOf(later.balances, 'late-fees-receivable')).toBe(0n);
      });

      test('of a loan satisfies what it covers, by date or by what is due next', async () => {
        const { contract: byDate } = await boardLoan('A-2', { paidThroughDate: '02-14-2027' }, 15);
        expect(dueOn(byDate, date('2027-01-20')).pastDueCents).toBe(0n);
        expect(dueOn(byDate, date('2027-02-16')).pastDueCents).toBe(489_04n);
        const nothing = { nextReportingPeriodPaymentAmountDue: '0.00' };
        const { contract: byAmount } = await boardLoan('A-3', nothing, 15);
        expect(dueOn(byAmount, date('2026-11-16')).pastDueCents).toBe(0n);
        expect(dueOn(byAmount, date('2026-12-16')).pastDueCents).toBe(489_04n);
        const part = { nextReportingPeriodPaymentAmountDue: '189.04' };
        const { contract: ofPart } = await boardLoan('A-4', part, 15);
        expect(dueOn(ofPart, date('2026-11-16')).pastDueCents).toBe(189_04n);
      });

      test('that is itself a due date names the payment that is still asked for', async () => {
        const { contract } = await boardLease('A-5', {
          nextReportingPeriodPaymentAmountDue: '443.46',
          paidThroughDate: '11-15-2026',
        });
        expect(creditOf(contract.balances, 'prepaid-lease-payments')).toBe(0n);
        expect(dueOn(contract, date('2026-11-16')).pastDueCents).toBe(443_46n);
      });
    });

    describe('a prepaid lease', () => {
      const prepaid = {
        acquisitionCost: '34000.00',
        contractResidualValue: '20000.00',
        originationDate: '11/2025',
        originalFirstPaymentDate: '11/2025',
        scheduledTerminationDate: '11/2028',
        paymentTypeCode: '4',
        paidThroughDate: '11-14-2028',
        nextReportingPeriodPaymentAmountDue: '0.00',
      };

      test.each([
        ['P-1', '15120.00', 15_120_00n, null],
        ['P-2', '420.00', 15_120_00n, 'from-monthly-payments'],
        ['P-3', '0.00', 14_000_00n, 'from-cost-and-residual'],
      ])('%s with a payment of %s has nothing due', async (asset, payment, paid, reason) => {
        const { contract } = await boardLease(asset, {
          ...prepaid,
          reportingPeriodScheduledPaymentAmount: payment,
        });
        expect(contract.terms).toMatchObject({ timing: 'single-payment', basePaymentCents: paid });
        expect(assumedOf(contract, 'timing')).toBeUndefined();
        expect(assumedOf(contract, 'basePayment')?.reason ?? null).toBe(reason);
        const { contract: later, written } = liveOn(contract, OPEN_DAY, date('2027-03-20'));
        expect(new Set(written.map((each) => each.slice(11)))).toEqual(
          new Set(['lease-period-begun']),
        );
        const due = dueOn(later, date('2027-03-20'));
        expect([due.pastDueCents, due.nextPaymentCents, due.feesCents]).toEqual([0n, 0n, 0n]);
      });
    });

    test('an extended lease runs on to its new end', async () => {
      const { contract, summary } = await boardLease('E-1', {
        originationDate: '11/2023',
        acquisitionCost: '28500.00',
        originalFirstPaymentDate: '11/2023',
        scheduledTerminationDate: '02/2027',
        contractResidualValue: '16200.00',
        reportingPeriodScheduledPaymentAmount: '415.00',
        nextReportingPeriodPaymentAmountDue: '415.00',
        paidThroughDate: '11-14-2026',
        leaseExtended: '3',
      });
      expect(summary.remarks).toEqual({});
      if (contract.product !== 'lease') throw new Error('a lease was boarded');
      expect(leaseMaturityDate(contract.terms)).toBe('2027-02-15');
      const { contract: later, written } = liveOn(contract, OPEN_DAY, date('2027-01-20'));
      expect(later.status).toBe('active');
      const due = written.filter((each) => each.endsWith('lease-payment-due'));
      expect(due.map((each) => each.slice(0, 10))).toEqual([
        '2026-11-15',
        '2026-12-15',
        '2027-01-15',
      ]);
    });

    describe('holds', () => {
      test('of a repossessed car stop late fees from the first day', async () => {
        const { contract } = await boardLoan('H-1', {
          currentDelinquencyStatus: '62',
          repossessedIndicator: 'true',
          interestPaidThroughDate: '08-28-2026',
        });
        expect(contract.holds).toMatchObject([{ kind: 'repossession', from: '2026-10-31' }]);
        const { contract: later } = liveOn(contract, OPEN_DAY, date('2026-12-20'));
        expect(balanceOf(later.balances, 'late-fees-receivable')).toBe(0n);
      });

      test('that the file names are placed, and none is placed on an ended loan', async () => {
        const { contract } = await boardLoan('H-2', { holds: 'bankruptcy' });
        expect(contract.holds.map(({ kind }) => kind)).toEqual(['bankruptcy']);
        const ended = { holds: 'bankruptcy', zeroBalanceCode: '4' };
        const { contract: charged } = await boardLoan('H-3', ended);
        expect(charged.holds).toEqual([]);
      });

      test('wait for a person where the file says what is not serviced', async () => {
        const { contract, summary } = await boardLoan('H-4', {
          interestCalculationTypeCode: '98',
          originalInterestRateTypeCode: '2',
          nextInterestRatePercentage: '0.0699',
          originalInterestOnlyTermNumber: '36',
        });
        expect(contract.holds).toMatchObject([
          {
            kind: 'boarding-review',
            evidence: 'boarding file: interest-not-simple, rate-changes, interest-only',
          },
        ]);
        expect(summary.remarks).toEqual({
          'interest-not-simple': 1,
          'rate-changes': 1,
          'interest-only': 1,
        });
        expect(assumedOf(contract, 'interestCalculationTypeCode')).toMatchObject({ value: '98' });
      });
    });
  });
}
