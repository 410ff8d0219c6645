import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CaseRow, checkTable } from '../../../testing/case-table.ts';
import { paymentOf } from '../../../testing/life.ts';
import { DEMO_POLICY, loanTerms, sampleLoan } from '../../../testing/sample-contracts.ts';
import type { LoanContract } from '../../contract/contract.ts';
import type { PaymentPurpose } from '../../contract/payment-fact.ts';
import type { WaterfallLine } from '../../contract/servicing-policy.ts';
import { post } from '../../ledger/balances.ts';
import { postingUnlessZero } from '../../ledger/posting.ts';
import { sumCents } from '../../money/cents.ts';
import { receivePayment } from '../receive-payment.ts';
import { pour, pouredPostings, type Slot, takenBy } from './waterfall.ts';

const cases = readFileSync(new URL('./cases/waterfall.txt', import.meta.url), 'utf8');

const ORDERS: Record<string, readonly WaterfallLine[]> = {
  demo: DEMO_POLICY.waterfall,
  'other fees first': ['other-fees', 'due-principal', 'late-fees', 'principal'],
  'late before other fees': ['due-principal', 'late-fees', 'other-fees', 'principal'],
};

/** The sample loan in the state of a row. */
function loanOf(row: CaseRow): LoanContract {
  const waterfall = ORDERS[row.text('order')];
  if (waterfall === undefined) throw new RangeError(`no order ${row.text('order')}`);
  const loan = sampleLoan(loanTerms({ policy: { ...DEMO_POLICY, waterfall } }), {
    principalCents: row.cents('principal'),
    interestFrom: row.date('interest from'),
    unpaidInterestCents: row.cents('old interest'),
    otherFeesCents: row.cents('other fees'),
  });
  const lateFees = row.cents('late fees');
  return {
    ...loan,
    balances: post(
      loan.balances,
      postingUnlessZero('late-fees-receivable', 'fee-income', lateFees),
    ),
    facts: { ...loan.facts, paidTowardCents: row.cents('paid') },
  };
}

describe('a payment on a loan', () => {
  test('pays interest to its day, then by the contract’s order', () => {
    checkTable(cases, (row) => {
      const loan = loanOf(row);
      const money = row.cents('money');
      const purpose = row.text('purpose') as PaymentPurpose;
      const on = row.text('on');
      const outcome = receivePayment(loan, paymentOf(money, on, { purpose }), row.date('on'), null);
      if (outcome.outcome !== 'decided') throw new Error(JSON.stringify(outcome));
      const [entry] = outcome.entries;
      const after = entry!.after as LoanContract;
      const to = (label: string): bigint =>
        sumCents(entry!.lines.filter((each) => each.label === label).map(({ cents }) => cents));
      return {
        'to old interest': to('unpaid-interest'),
        'to interest': to('interest'),
        'to due principal': to('due-principal'),
        'to other fees': to('other-fees'),
        'to late fees': to('late-fees'),
        'to principal': to('principal'),
        unapplied: to('unapplied'),
        'written off': to('written-off'),
        counted: after.facts.paidTowardCents - loan.facts.paidTowardCents,
      };
    });
  });
});

describe('pouring money', () => {
  const slots = fc.array(fc.bigInt({ min: -100n, max: 500_00n }), { maxLength: 8 }).map((list) =>
    list.map(
      (maxCents, index): Slot => ({
        label: `slot-${index}`,
        rule: 'rule',
        account: 'principal',
        maxCents,
      }),
    ),
  );
  const money = fc.bigInt({ min: 0n, max: 2_000_00n });

  test('makes and loses nothing', () => {
    fc.assert(
      fc.property(money, slots, (cents, list) => {
        const poured = pour(cents, list);
        const labels = list.map(({ label }) => label);
        expect(takenBy(poured, labels) + poured.leftCents).toBe(cents);
        expect(sumCents(pouredPostings('cash', poured).map((each) => each.cents))).toBe(
          cents - poured.leftCents,
        );
        expect(poured.leftCents >= 0n).toBe(true);
      }),
    );
  });

  test('fills a slot before the next one gets a cent', () => {
    fc.assert(
      fc.property(money, slots, (cents, list) => {
        const poured = pour(cents, list);
        const full = (slot: Slot): boolean =>
          takenBy(poured, [slot.label]) === (slot.maxCents > 0n ? slot.maxCents : 0n);
        const firstShort = list.findIndex((slot) => !full(slot));
        if (firstShort === -1) return;
        expect(poured.leftCents).toBe(0n);
        for (const slot of list.slice(firstShort + 1))
          expect(takenBy(poured, [slot.label])).toBe(0n);
      }),
    );
  });
});
