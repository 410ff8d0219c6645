import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CaseRow, checkTable } from '../../testing/case-table.ts';
import { beginLife, closeThrough, type Life, paymentOf, payOn, post } from '../../testing/life.ts';
import {
  DEMO_POLICY,
  FIVE_PERCENT,
  leaseTerms,
  loanTerms,
  sampleLease,
  sampleLoan,
} from '../../testing/sample-contracts.ts';
import { holdsOf } from '../../testing/sample-hold.ts';
import type { Contract } from '../contract/contract.ts';
import type { LateFeeRule, ServicingPolicy } from '../contract/servicing-policy.ts';
import { balanceOf } from '../ledger/balances.ts';
import { loanAmountDue } from '../loan/amount-due.ts';
import { dollars, parseDollars } from '../money/cents.ts';
import { addDays, date } from '../time/calendar.ts';
import { liveEntries } from './replay.ts';

const read = (name: string): string =>
  readFileSync(new URL(`./cases/${name}.txt`, import.meta.url), 'utf8');

const RULES: Record<string, { lateFee: LateFeeRule | null; graceDays: number }> = {
  '5 % after 15': { lateFee: FIVE_PERCENT, graceDays: 15 },
  '2 % after 10': { lateFee: { ...FIVE_PERCENT, ratePpb: 20_000_000n }, graceDays: 10 },
  'min 5.00 after 10': { lateFee: { ...FIVE_PERCENT, minimumCents: 5_00n }, graceDays: 10 },
  'max 20.00 after 10': { lateFee: { ...FIVE_PERCENT, maximumCents: 20_00n }, graceDays: 10 },
  'whole after 15': { lateFee: { ...FIVE_PERCENT, base: 'whole-installment' }, graceDays: 15 },
  'whole and tax after 10': {
    lateFee: { ...FIVE_PERCENT, base: 'whole-installment', withTax: true },
    graceDays: 10,
  },
  '5 % after 10': { lateFee: FIVE_PERCENT, graceDays: 10 },
  none: { lateFee: null, graceDays: 10 },
};

/** Every fee that stands, with the day it is effective. */
function feesOf(life: Life<Contract>): string {
  return liveEntries(life.history)
    .filter(({ kind, lines }) => kind === 'late-fee' && lines.length > 0)
    .map(({ effectiveDate, lines }) => `${effectiveDate} ${dollars(lines[0]!.cents)}`)
    .join('; ');
}

/** Lives through the money of a row, written as `date amount`, and closes to its last day. */
function live(contract: Contract, row: CaseRow): Life<Contract> {
  let life = beginLife(contract);
  for (const money of row.list('money')) {
    const [on = '', amount = ''] = money.split(' ');
    life = payOn(life, on, parseDollars(amount)!);
  }
  return closeThrough(life, row.text('closed through'));
}

describe('late fees', () => {
  test('of a loan are assessed as the table says', () => {
    checkTable(read('late-fees-of-loans'), (row) => {
      const policy = { ...DEMO_POLICY, ...RULES[row.text('rule')]! };
      const holds = holdsOf(row.text('hold'));
      const life = live({ ...sampleLoan(loanTerms({ policy })), holds }, row);
      const owed = balanceOf(life.contract.balances, 'late-fees-receivable');
      return { fees: feesOf(life) || null, 'fees owed': owed };
    });
  });

  test('of a lease look at its own payments, base and tax', () => {
    checkTable(read('late-fees-of-leases'), (row) => {
      const isTaxed = row.text('fee taxed') === 'yes';
      const tax = {
        method: 'each-payment' as const,
        jurisdiction: 'CO',
        ratePpb: 70_000_000n,
        taxable: isTaxed ? (['base-payment', 'late-fee'] as const) : (['base-payment'] as const),
      };
      const policy = { ...DEMO_POLICY, ...RULES[row.text('rule')]! };
      const life = live(sampleLease(leaseTerms({ policy, tax })), row);
      const owed = balanceOf(life.contract.balances, 'late-fees-receivable');
      return { fees: feesOf(life) || null, 'fees owed': owed };
    });
  });
});

describe('a late fee', () => {
  const anyMoney = fc.array(
    fc.record({
      day: fc.integer({ min: 1, max: 240 }),
      cents: fc.bigInt({ min: 1n, max: 900_00n }),
      lag: fc.integer({ min: 0, max: 40 }),
    }),
    { maxLength: 10 },
  );
  const contracts = fc.constantFrom<Contract>(
    sampleLoan(loanTerms({ policy: { ...DEMO_POLICY, chargeOffDays: null } })),
    sampleLease(),
  );

  test('falls at most once on an installment, whatever is paid and however late it posts', () => {
    fc.assert(
      fc.property(contracts, anyMoney, (contract, money) => {
        const start = contract.facts.lastEffective;
        let life = beginLife(contract);
        const byPosting = money.toSorted((a, b) => a.day + a.lag - (b.day + b.lag));
        for (const { day, cents, lag } of byPosting) {
          life = closeThrough(life, addDays(start, day + lag - 1));
          life = post(life, paymentOf(cents, addDays(start, day)));
        }
        life = closeThrough(life, addDays(start, 300));
        const fees = liveEntries(life.history).filter(({ kind }) => kind === 'late-fee');
        const numbers = fees.map(({ lines }) => lines[0]?.inputs.installment);
        expect(new Set(numbers).size).toBe(numbers.length);
      }),
      { numRuns: 40 },
    );
  });

  test('is the same however the money of its day is cut', () => {
    const feesDay = { loan: '2026-03-03', lease: '2026-01-21' };
    const parts = fc.array(fc.bigInt({ min: 1n, max: 400_00n }), { maxLength: 4 });
    fc.assert(
      fc.property(
        fc.constantFrom<Contract>(sampleLoan(), sampleLease()),
        parts,
        (contract, cut) => {
          const day = feesDay[contract.product];
          const paid = cut.reduce((life, cents) => payOn(life, day, cents), beginLife(contract));
          const unpaid = closeThrough(beginLife(contract), day);
          expect(feesOf(closeThrough(paid, day))).toBe(feesOf(unpaid));
        },
      ),
      { numRuns: 40 },
    );
  });

  test('never falls because a fee is unpaid', () => {
    const policy = { ...DEMO_POLICY, graceDays: 15 };
    let life = beginLife(sampleLoan(loanTerms({ policy })));
    life = payOn(life, '2026-03-05', 489_04n);
    for (const month of ['03', '04', '05', '06', '07']) {
      life = payOn(life, `2026-${month}-15`, 489_04n);
    }
    life = closeThrough(life, '2026-08-10');
    expect(feesOf(life)).toBe('2026-03-03 24.45');
    expect(balanceOf(life.contract.balances, 'late-fees-receivable')).toBe(24_45n);
  });

  test('never falls because the contract’s order paid another fee first', () => {
    const policy: ServicingPolicy = {
      ...DEMO_POLICY,
      waterfall: ['other-fees', 'due-principal', 'late-fees', 'principal'],
    };
    let life = beginLife(sampleLoan(loanTerms({ policy }), { otherFeesCents: 25_00n }));
    life = closeThrough(payOn(life, '2026-02-15', 489_04n), '2026-03-10');
    // 25.00 of the installment went to the fee: it is behind, and no late fee comes of it.
    expect(loanAmountDue(life.contract, date('2026-03-10')).pastDueCents).toBe(25_00n);
    expect(loanAmountDue(life.contract, date('2026-03-01')).lateFee?.payBy).toBe('2026-03-30');
    expect(feesOf(life)).toBe('');
    life = closeThrough(payOn(life, '2026-03-15', 489_04n), '2026-04-10');
    expect(feesOf(life)).toBe('');
    // Nothing for the third: the fee looks at its 489.04, not at the 25.00 as well.
    expect(feesOf(closeThrough(life, '2026-05-01'))).toBe('2026-05-01 24.45');
    // Once caught up, nothing is forgiven any more.
    life = closeThrough(payOn(life, '2026-04-15', 514_04n), '2026-05-10');
    expect(life.contract.facts.feesFirstCents).toBe(0n);
    life = closeThrough(payOn(life, '2026-05-15', 464_04n), '2026-05-31');
    expect(feesOf(life)).toBe('2026-05-31 1.25');
  });

  test('explains itself', () => {
    const life = closeThrough(beginLife(sampleLoan()), '2026-03-03');
    const fee = life.history.at(-1)!;
    expect(fee.lines).toEqual([
      {
        label: 'late-fee',
        rule: 'late-fee',
        cents: 24_45n,
        inputs: {
          installment: '1',
          dueDate: '2026-02-15',
          unpaidCents: '48904',
          graceDays: '15',
        },
      },
    ]);
    expect(fee.effectiveDate).toBe(date('2026-03-03'));
  });
});
