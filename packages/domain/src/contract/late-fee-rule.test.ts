import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../testing/case-table.ts';
import { DEMO_POLICY } from '../../testing/sample-contracts.ts';
import { parseDollars } from '../money/cents.ts';
import { addDays, date, daysBetween } from '../time/calendar.ts';
import { lastDueDateDecided, lastTimelyDay, lateFeeDay, lateFeeOn } from './late-fee-rule.ts';
import type { LateFeeRule, ServicingPolicy } from './servicing-policy.ts';
import { waterfallDefect } from './servicing-policy.ts';

const cases = readFileSync(new URL('./cases/late-fee.txt', import.meta.url), 'utf8');

const withRule = (lateFee: LateFeeRule | null, graceDays = 10): ServicingPolicy => ({
  ...DEMO_POLICY,
  graceDays,
  lateFee,
});

describe('the amount of a late fee', () => {
  test('follows the rule of the contract', () => {
    checkTable(cases, (row) => {
      const maximum = row.text('maximum');
      const rule: LateFeeRule = {
        base: row.text('base of') as LateFeeRule['base'],
        withTax: false,
        ratePpb: row.percent('rate'),
        flatCents: row.cents('flat'),
        minimumCents: row.cents('minimum'),
        maximumCents: maximum === '-' ? null : parseDollars(maximum),
      };
      const policy = withRule(rule, row.count('grace'));
      return {
        fee: lateFeeOn(policy, row.cents('installment'), row.cents('unpaid')),
        'timely through': lastTimelyDay(policy, date('2026-03-15')),
        'assessed at the close of': lateFeeDay(policy, date('2026-03-15')),
      };
    });
  });

  const anyRule = fc.record({
    base: fc.constantFrom('unpaid-part', 'whole-installment'),
    withTax: fc.boolean(),
    ratePpb: fc.bigInt({ min: 0n, max: 200_000_000n }),
    flatCents: fc.bigInt({ min: 0n, max: 50_00n }),
    minimumCents: fc.bigInt({ min: 0n, max: 20_00n }),
    maximumCents: fc.option(fc.bigInt({ min: 20_00n, max: 80_00n })),
  });
  const amounts = fc
    .tuple(fc.bigInt({ min: 1n, max: 3_000_00n }), fc.bigInt({ min: 0n, max: 100n }))
    .map(([whole, percent]) => ({ whole, unpaid: (whole * percent) / 100n }));

  test('lies between its minimum and its maximum, and grows with what is unpaid', () => {
    fc.assert(
      fc.property(anyRule, amounts, (rule, { whole, unpaid }) => {
        const policy = withRule(rule as LateFeeRule);
        const fee = lateFeeOn(policy, whole, unpaid);
        if (unpaid === 0n) {
          expect(fee).toBe(0n);
          return;
        }
        expect(fee >= rule.minimumCents).toBe(true);
        if (rule.maximumCents !== null) expect(fee <= rule.maximumCents).toBe(true);
        expect(lateFeeOn(policy, whole, unpaid + 1n) >= fee).toBe(true);
        if (rule.base === 'whole-installment') expect(lateFeeOn(policy, whole, 1n)).toBe(fee);
      }),
    );
  });

  test('is nothing without a rule', () => {
    expect(lateFeeOn(withRule(null), 489_04n, 489_04n)).toBe(0n);
  });

  test('is assessed by a day on just the due dates that the day is said to decide', () => {
    const days = fc.integer({ min: -120, max: 120 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), days, (graceDays, distance) => {
        const policy = withRule(null, graceDays);
        const due = date('2026-01-31');
        const on = addDays(due, distance);
        expect(due <= lastDueDateDecided(policy, on)).toBe(lateFeeDay(policy, due) <= on);
      }),
    );
  });

  test('comes the day after the last timely one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), (graceDays) => {
        const policy = withRule(null, graceDays);
        const due = date('2026-01-31');
        expect(daysBetween(due, lastTimelyDay(policy, due))).toBe(graceDays);
        expect(daysBetween(lastTimelyDay(policy, due), lateFeeDay(policy, due))).toBe(1);
      }),
    );
  });
});

describe('a waterfall list', () => {
  test.each([
    [['due-principal', 'other-fees', 'late-fees', 'principal'], null],
    [['other-fees', 'due-principal', 'late-fees', 'principal'], null],
    [['due-principal', 'late-fees', 'other-fees', 'principal'], null],
    [['late-fees', 'due-principal', 'other-fees', 'principal'], 'late fees may not be paid before'],
    [['other-fees', 'late-fees', 'due-principal', 'principal'], 'late fees may not be paid before'],
    [['due-principal', 'principal', 'other-fees', 'late-fees'], 'comes last'],
    [['due-principal', 'other-fees', 'late-fees'], 'names each of'],
    [['due-principal', 'due-principal', 'late-fees', 'principal'], 'names each of'],
  ] as const)('%j', (list, defect) => {
    if (defect === null) expect(waterfallDefect(list)).toBeNull();
    else expect(waterfallDefect(list)).toContain(defect);
  });
});
