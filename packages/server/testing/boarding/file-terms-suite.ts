/** What a contracts file says of ends, terms, odometers and rates, and what is told of it. */
import type { Contract } from '@roadbook/domain/contract/contract';
import { creditOf } from '@roadbook/domain/ledger/balances';
import { date } from '@roadbook/domain/time/calendar';
import { describe, expect, test } from 'vitest';
import { readContractsCsv } from '../../src/boarding/read/csv/read-contracts-csv.ts';
import { boardText, leaseFile, loanFile } from '../sample-book.ts';
import { TEST_LENDER } from '../test-lender.ts';
import type { Engine } from '../test-store.ts';
import { assumedOf, boardingOf, dueOn, type Elements, LEVEL_LOAN } from './board-one.ts';

export function checkFileTermsOn(engine: Engine): void {
  describe(`what a file states, ${engine}`, () => {
    const { boardLoan, boardLease, contractOf, store } = boardingOf(engine);

    describe('a balance at the end', () => {
      test('below zero is owed back, with a code of the end or without', async () => {
        const credit = { reportingPeriodActualEndBalanceAmount: '-12.34' };
        const { contract, summary } = await boardLoan('B-1', { ...credit, zeroBalanceCode: '1' });
        expect(contract.status).toBe('closed');
        expect(creditOf(contract.balances, 'refunds-payable')).toBe(12_34n);
        expect(summary).toMatchObject({
          creditCents: 12_34n,
          endBalanceCents: -12_34n,
          remarks: {},
        });
        const { contract: other, summary: said } = await boardLoan('B-2', credit);
        expect(creditOf(other.balances, 'refunds-payable')).toBe(12_34n);
        expect(said.remarks).toEqual({ 'credit-balance-without-end': 1 });
      });

      test.each([
        ['B-3', '9.65', '1', 9_65n],
        ['B-4', '0.02', '99', 2n],
        ['B-5', '12000.00', '3', 12_000_00n],
        ['B-6', '12000.00', '5', 12_000_00n],
      ])('%s of %s with code %s is closed with a memo', async (asset, balance, code, memo) => {
        const { contract, summary } = await boardLoan(asset, {
          reportingPeriodActualEndBalanceAmount: balance,
          zeroBalanceCode: code,
        });
        expect(contract.status).toBe('closed');
        expect(contract.balances.every((cents) => cents === 0n)).toBe(true);
        expect(summary.memoCents).toBe(memo);
        expect(assumedOf(contract, 'endBalance')).toMatchObject({ value: `${memo}` });
      });

      test('that is large and said to be paid off is refused as the file has it', async () => {
        const text = loanFile([{ ...LEVEL_LOAN, assetNumber: 'B-7', zeroBalanceCode: '1' }]);
        const { summary, rejects } = await boardText(store(), text);
        expect(summary).toMatchObject({ boarded: 0, rejectedCents: 16_000_00n });
        expect(rejects).toMatchObject([
          { rule: 'zero-balance-code-with-balance', value: '1, with a balance of 16000.00' },
        ]);
      });
    });

    test('the last payment of a balloon loan is what the others leave', async () => {
      const { contract } = await boardLoan('L-1', {
        paymentTypeCode: '4',
        originalInterestRatePercentage: '0',
        loanMaturityDate: '01/2027',
        originalLoanTerm: '27',
        reportingPeriodScheduledPaymentAmount: '500.00',
        reportingPeriodActualEndBalanceAmount: '9000.00',
      });
      expect(contract.terms).toMatchObject({
        schedule: { segments: [{ installmentCents: 500_00n }], finalInstallmentCents: 8_000_00n },
      });
    });

    describe('the rhythm of the payments', () => {
      const scheduleOf = (contract: Contract) =>
        contract.product === 'loan' ? contract.terms.schedule : null;

      test('is two weeks by its code, from the first day that the file states', async () => {
        const { contract, summary } = await boardLoan('W-1', {
          paymentTypeCode: '1',
          firstPaymentDay: '11-08-2024',
          reportingPeriodScheduledPaymentAmount: '225.60',
        });
        expect(summary.remarks).toEqual({});
        expect(scheduleOf(contract)?.segments).toMatchObject([
          { rhythm: { every: 'bi-weekly' }, firstDueDate: '2024-11-08', count: 130 },
        ]);
        expect(assumedOf(contract, 'installmentCount')).toMatchObject({ value: '130' });
        // Due on 6, 20 November and so on: two of them fall due before December.
        expect(dueOn(contract, date('2026-12-01')).pastDueCents).toBe(2n * 225_60n);
      });

      test('in weeks, without a first day, stands where the oldest unpaid one does', async () => {
        const { contract } = await boardLoan('W-2', {
          paymentTypeCode: '1',
          currentDelinquencyStatus: '10',
          reportingPeriodScheduledPaymentAmount: '225.60',
        });
        const due = dueOn(contract, date('2026-10-31'));
        expect([due.daysPastDue, due.pastDueCents]).toEqual([10, 225_60n]);
      });

      test('is a quarter by its code', async () => {
        const { contract } = await boardLoan(
          'W-3',
          { paymentTypeCode: '3', reportingPeriodScheduledPaymentAmount: '1473.21' },
          9,
        );
        expect(scheduleOf(contract)?.segments).toMatchObject([
          { rhythm: { every: 'quarterly', dueDay: 9 }, count: 20 },
        ]);
      });

      test('is twice a month in our column, on two days', async () => {
        const half = {
          paymentFrequency: 'semi-monthly',
          reportingPeriodScheduledPaymentAmount: '244.40',
        };
        const { contract } = await boardLoan('W-4', { ...half, secondDueDay: '18' }, 3);
        expect(scheduleOf(contract)?.segments[0].rhythm).toEqual({
          every: 'semi-monthly',
          dueDays: [3, 18],
        });
        const { contract: other } = await boardLoan('W-5', half, 20);
        expect(scheduleOf(other)?.segments[0].rhythm).toMatchObject({ dueDays: [5, 20] });
        expect(assumedOf(other, 'secondDueDay')).toMatchObject({ value: '5' });
      });

      test('of a lease is the month: another one is refused, an unnamed one remarked', async () => {
        const text = leaseFile([{ assetNumber: 'W-6', paymentTypeCode: '1' }]);
        const { rejects } = await boardText(store(), text);
        expect(rejects).toMatchObject([{ rule: 'payment-rhythm-not-serviced', value: '1' }]);
        const { summary } = await boardLease('W-7', { paymentTypeCode: '98' });
        expect(summary.remarks).toEqual({ 'payment-type-other': 1 });
      });
    });

    test('what the file or the lender states is not assumed', async () => {
      const csv =
        'product,assetNumber,reportingPeriodEndingDate,originalLoanTerm,loanMaturityDate,' +
        'originalInterestRatePercentage,reportingPeriodActualEndBalanceAmount,dayCount,' +
        'reportingPeriodScheduledPaymentAmount,firstPaymentDay,reportingPeriodEndDate,' +
        'acquisitionCost,originalLeaseTermNumber,scheduledTerminationDate,' +
        'originalFirstPaymentDate,contractResidualValue,leaseTiming,leaseAccounting,' +
        'securityDepositAmount,boughtMiles,capitalizedCostReductionAmount\n' +
        'loan,S-1,2026-10-31,60,2030-03,0.064912345,18250.42,30/360,473.00,2025-04-09' +
        ',,,,,,,,,,,\n' +
        'lease,S-2,,,,,,,443.46,,2026-10-31,32145.50,36,2027-04,2024-05,19890.00,arrears,' +
        'finance,500.00,3000,3600.00\n';
      const items = readContractsCsv([Buffer.from(csv)]);
      const { summary } = await boardText(store(), '', { items });
      expect(summary).toMatchObject({ boarded: 2, rejected: 0 });
      const loan = await contractOf('S-1');
      expect(loan.terms).toMatchObject({
        annualRatePpb: 64_912_345n,
        dayCount: '30/360',
        schedule: { segments: [{ rhythm: { dueDay: 9 }, firstDueDate: '2025-04-09' }] },
      });
      const lease = await contractOf('S-2');
      expect(lease.terms).toMatchObject({
        timing: 'arrears',
        startsOn: '2024-04-15',
        accounting: 'finance',
        securityDepositCents: 500_00n,
        capitalizedCostReductionCents: 3_600_00n,
        mileage: { boughtMiles: 3000 },
      });
      expect(creditOf(lease.balances, 'security-deposit')).toBe(500_00n);
      const assumed = [loan, lease].flatMap(({ terms }) => terms.assumed.map(({ term }) => term));
      expect(assumed).not.toContain('dayCount');
      expect(assumed).not.toContain('timing');
    });

    test('a lender’s own defaults stand where the file is silent', async () => {
      const boarding = {
        ...TEST_LENDER.boarding,
        dayCount: '30/360',
        leaseTiming: 'arrears',
      } as const;
      const lender = { ...TEST_LENDER, boarding };
      await boardText(store(), loanFile([{ ...LEVEL_LOAN, assetNumber: 'D-1' }]), { lender });
      await boardText(store(), leaseFile([{ assetNumber: 'D-2' }]), { lender });
      const loan = await contractOf('D-1');
      expect(assumedOf(loan, 'dayCount')).toMatchObject({ value: '30/360' });
      const lease = await contractOf('D-2');
      expect(assumedOf(lease, 'timing')).toMatchObject({ value: 'arrears' });
    });

    describe('odometer readings that cannot be', () => {
      test.each([
        ['O-1', '310', '2026-10-01', 'reading-below-delivery'],
        ['O-2', '20020', '2027-06-01', 'reading-in-future'],
        ['O-3', '20020', '2019-01-05', 'reading-before-lease'],
      ])('%s: %s on %s is left out and said', async (asset, miles, on, rule) => {
        const party = { delivery_odometer: '12000', odometer_reading: miles, odometer_read_on: on };
        const { contract, summary, rejects } = await boardLease(asset, {}, party);
        expect(summary).toMatchObject({ boarded: 1, rejected: 0, valuesLeftOut: 1 });
        expect(rejects).toMatchObject([{ rule, record: asset }]);
        expect(contract.product === 'lease' && contract.facts.readings).toEqual([]);
      });
    });

    test('a used car’s odometer at delivery is assumed for another reason', async () => {
      const { contract } = await boardLease('U-1', { vehicleNewUsedCode: '2' });
      const assumed = assumedOf(contract, 'deliveryOdometer');
      expect(assumed).toMatchObject({ reason: 'used-car-lender-default' });
    });

    test('elements that were not used are counted, and recorded if they matter', async () => {
      const { contract, summary } = await boardLoan('N-1', {
        originatorName: 'Larkspur',
        modificationTypeCode: '4',
        paymentExtendedNumber: '0',
        recoveredAmount: '75.00',
      });
      expect(summary.notUsed).toMatchObject({ originatorName: 1, modificationTypeCode: 1 });
      const recorded = contract.terms.assumed.filter(({ reason }) => reason === 'stated-not-used');
      expect(recorded.map(({ term }) => term)).toEqual(['recoveredAmount', 'modificationTypeCode']);
    });

    describe('rates that fit only as percents', () => {
      const percents = (rate: string, payment: string): Elements => ({
        originalLoanAmount: '26000.00',
        originalInterestRatePercentage: rate,
        reportingPeriodInterestRatePercentage: rate,
        reportingPeriodScheduledPaymentAmount: payment,
      });

      test('of a whole file are asked about, and nothing boards', async () => {
        const text = loanFile([
          { ...LEVEL_LOAN, ...percents('0.9', '443.32'), assetNumber: 'R-1' },
          { ...LEVEL_LOAN, ...percents('1.0', '444.43'), assetNumber: 'R-2' },
        ]);
        const { summary } = await boardText(store(), text);
        expect(summary).toMatchObject({ read: 0, question: { about: 'rates', percent: 2 } });
        const said = await boardText(store(), text, { rates: 'fraction' });
        expect(said.summary).toMatchObject({ boarded: 0, rejected: 2 });
      });

      test('of one record among fractions is refused by name', async () => {
        const text = loanFile([
          { ...LEVEL_LOAN, assetNumber: 'R-3' },
          { ...LEVEL_LOAN, ...percents('0.9', '443.32'), assetNumber: 'R-4' },
        ]);
        const { summary, rejects } = await boardText(store(), text);
        expect(summary).toMatchObject({ question: null, boarded: 1, rejected: 1 });
        expect(rejects).toMatchObject([
          { rule: 'rate-contradicts-payment', value: '0.9', record: 'R-4' },
        ]);
      });
    });
  });
}
