/** What each act of giving a car back writes into the books, amount by amount. */
import { describe, expect, test } from 'vitest';
import { LEASE_TERMS, leaseTerms, sampleLease } from '../../../testing/sample-contracts.ts';
import type { LeaseContract } from '../../contract/contract.ts';
import type { BillLine } from '../../contract/give-back.ts';
import type { LeaseTerms } from '../../contract/lease-terms.ts';
import { begin, type Step } from '../../contract/record.ts';
import { date } from '../../time/calendar.ts';
import { applyAct, dayOfAct } from './apply-act.ts';
import { applyHeldMoney } from './apply-held-money.ts';
import { applyBill, receivableOf } from './charge-bill.ts';
import { applyCredit } from './credit-line.ts';
import { applyRefund } from './pay-refund.ts';
import { applyHandOver } from './receive-car.ts';

const on = date('2029-01-20');
const taxed: LeaseTerms = leaseTerms({
  tax: { ...LEASE_TERMS.tax, taxable: ['base-payment', 'disposition-fee', 'holdover'] },
  securityDepositCents: 450_00n,
});

/** Ten days past maturity, everything paid, nothing of the ten days billed yet. */
function kept(terms: LeaseTerms): LeaseContract {
  return sampleLease(terms, { asOf: date('2029-01-10'), billed: 36 });
}

function written(step: Step<LeaseContract>): string[] {
  return step.entries.flatMap(({ kind, postings }) =>
    postings.map(({ debit, credit, cents }) => `${kind}: ${debit} / ${credit} ${cents}`),
  );
}

const handOver = { handOverId: 'h', on, miles: 35_000, milesReason: null, hasNewDamage: false };
const fee: BillLine = {
  lineId: 'disposition-fee',
  charge: 'disposition-fee',
  rule: 'disposition',
  inputs: {},
  chargeCents: 395_00n,
  taxCents: 27_65n,
  evidence: 'contract',
  decidedBy: 'rule',
};
const toll: BillLine = {
  ...fee,
  lineId: 'toll',
  charge: 'third-party',
  chargeCents: 12_50n,
  taxCents: 0n,
};
const offer: BillLine = { ...fee, lineId: 'offer', chargeCents: -100_00n, taxCents: -7_00n };
const bill = { billId: 'b', issuedOn: on, isLast: true, lines: [offer, fee, toll] };

describe('the books of a car that is given back', () => {
  test('a receipt in holdover bills ten days of rent and moves the car at its residual', () => {
    const step = applyHandOver(begin(kept(taxed)), handOver);
    expect(written(step)).toEqual([
      'holdover-billed: holdover-receivable / holdover-income 14782',
      'holdover-billed: holdover-receivable / tax-payable 1035',
      'car-received: vehicle-held-for-sale / vehicle-under-lease 1989000',
    ]);
    expect(step.contract).toMatchObject({ status: 'turned-in', facts: { lastEffective: on } });
  });

  test('a receipt before the last payment posts it, on its own due date', () => {
    const early = sampleLease(taxed, { asOf: date('2028-12-01'), billed: 35 });
    const step = applyHandOver(begin(early), { ...handOver, on: date('2028-12-05') });
    expect(written(step)).toEqual([
      'lease-payment-due: lease-payments-receivable / lease-income 44346',
      'lease-payment-due: depreciation / vehicle-under-lease 34043',
      'lease-payment-due: tax-receivable / tax-payable 3104',
      'car-received: vehicle-held-for-sale / vehicle-under-lease 1989000',
    ]);
    expect(step.contract.facts.open).toMatchObject([{ number: 36, dueDate: '2028-12-10' }]);
  });

  test('a lease paid at once brings the rest of its months into the books', () => {
    const single = leaseTerms({ timing: 'single-payment', basePaymentCents: 14_500_00n });
    const lease = sampleLease(single, { asOf: date('2028-12-01'), billed: 1 });
    const step = applyHandOver(begin(lease), { ...handOver, on: date('2028-12-05') });
    expect(step.contract.facts.periodsBooked).toBe(36);
    expect(written(step).at(-1)).toBe(
      'car-received: vehicle-held-for-sale / vehicle-under-lease 1989000',
    );
  });

  test('a bill charges line by line, lowers by waivers, and uses the deposit', () => {
    const back = applyHandOver(begin(kept(taxed)), handOver).contract;
    expect(written(applyBill(begin(back), bill))).toEqual([
      'final-bill: other-fees-receivable / fee-income 39500',
      'final-bill: other-fees-receivable / tax-payable 2765',
      'final-bill: third-party-receivable / cash 1250',
      'final-bill: waivers / other-fees-receivable 10000',
      'final-bill: tax-payable / other-fees-receivable 700',
      'held-money-applied: security-deposit / holdover-receivable 15817',
      'held-money-applied: security-deposit / third-party-receivable 1250',
      'held-money-applied: security-deposit / other-fees-receivable 27933',
    ]);
    expect(receivableOf(toll)).toBe('third-party-receivable');
  });

  test('what is left of a deposit waits to go back, but not before the last bill', () => {
    const back = applyHandOver(begin(kept(taxed)), handOver).contract;
    expect(written(applyHeldMoney(begin(back), on, false))).toEqual([
      'held-money-applied: security-deposit / holdover-receivable 15817',
    ]);
    expect(written(applyHeldMoney(begin(back), on, true))).toEqual([
      'held-money-applied: security-deposit / holdover-receivable 15817',
      'held-money-applied: security-deposit / unapplied 29183',
    ]);
  });

  test('a credit lowers what is owed first, and gives back what was paid', () => {
    const back = applyHandOver(begin(kept(taxed)), handOver).contract;
    const billed = applyBill(begin(back), { ...bill, lines: [fee] }).contract;
    const credit = {
      creditId: 'c',
      lineId: fee.lineId,
      on,
      chargeCents: 395_00n,
      taxCents: 27_65n,
      reason: 'dispute',
      decidedBy: 'd',
    } as const;
    expect(written(applyCredit(begin(billed), credit))).toEqual([
      'bill-credit: waivers / other-fees-receivable 13082',
      'bill-credit: waivers / unapplied 26418',
      'bill-credit: tax-payable / unapplied 2765',
    ]);
  });

  test('a refund takes what is owed back, and what was too much is owed again', () => {
    const back = applyHandOver(begin(kept(taxed)), handOver).contract;
    const free = applyHeldMoney(begin(back), on, true).contract;
    const refund = { refundId: 'r', on, refundCents: 300_00n };
    expect(written(applyRefund(begin(free), refund))).toEqual([
      'refund-paid: unapplied / cash 29183',
      'refund-paid: other-fees-receivable / cash 817',
    ]);
  });

  test('each act knows its day, and is done by its own rule', () => {
    const act = { act: 'car-received', handOver } as const;
    expect(dayOfAct(act)).toBe(on);
    expect(applyAct(begin(kept(taxed)), act).contract.status).toBe('turned-in');
  });
});
