import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../testing/case-table.ts';
import type { OpenLeasePayment } from '../contract/contract.ts';
import { dollars, parseDollars, sumCents } from '../money/cents.ts';
import { addMonths, date } from '../time/calendar.ts';
import { totalOf } from './lease-charge.ts';
import { applyToOpen } from './open-payments.ts';

const cases = readFileSync(new URL('./cases/open-payments.txt', import.meta.url), 'utf8');

function openPayment(number: number, baseCents: bigint, taxCents: bigint): OpenLeasePayment {
  return { number, dueDate: addMonths(date('2026-01-10'), number - 1), baseCents, taxCents };
}

const anyOpen = fc
  .array(fc.tuple(fc.bigInt({ min: 0n, max: 900_00n }), fc.bigInt({ min: 0n, max: 90_00n })), {
    maxLength: 6,
  })
  .map((list) => list.map(([base, tax], index) => openPayment(index + 1, base, tax)));
const anyMoney = fc.bigInt({ min: 0n, max: 6_000_00n });

describe('money on open lease payments', () => {
  test('pays the oldest first, base and tax together', () => {
    checkTable(cases, (row) => {
      const open = row.list('open').map((each, index) => {
        const [base = '', tax = ''] = each.split('+');
        return openPayment(index + 1, parseDollars(base)!, parseDollars(tax)!);
      });
      const applied = applyToOpen(open, row.cents('money'));
      const still = applied.open.map((p) => `${dollars(p.baseCents)}+${dollars(p.taxCents)}`);
      return {
        base: applied.baseCents,
        tax: applied.taxCents,
        'still open': still.join('; ') || null,
        left: applied.leftCents,
      };
    });
  });

  test('is never made or lost, nor is what is owed', () => {
    fc.assert(
      fc.property(anyOpen, anyMoney, (open, money) => {
        const applied = applyToOpen(open, money);
        expect(applied.baseCents + applied.taxCents + applied.leftCents).toBe(money);
        const sum = (list: readonly OpenLeasePayment[]) => ({
          base: sumCents(list.map(({ baseCents }) => baseCents)),
          tax: sumCents(list.map(({ taxCents }) => taxCents)),
        });
        expect(sum(applied.open).base + applied.baseCents).toBe(sum(open).base);
        expect(sum(applied.open).tax + applied.taxCents).toBe(sum(open).tax);
        if (applied.open.length > 0) expect(applied.leftCents).toBe(0n);
        for (const { baseCents, taxCents } of applied.open) {
          expect(baseCents >= 0n && taxCents >= 0n).toBe(true);
        }
      }),
    );
  });

  test('leaves at most one payment half paid, the oldest that is open', () => {
    fc.assert(
      fc.property(anyOpen, anyMoney, (open, money) => {
        const { open: still } = applyToOpen(open, money);
        still.slice(1).forEach((payment) => {
          expect(payment).toEqual(open.find(({ number }) => number === payment.number));
        });
      }),
    );
  });

  test('in two parts pays the same total as at once', () => {
    fc.assert(
      fc.property(anyOpen, anyMoney, anyMoney, (open, first, second) => {
        const twice = applyToOpen(applyToOpen(open, first).open, second);
        const once = applyToOpen(open, first + second);
        const left = (list: readonly OpenLeasePayment[]) => sumCents(list.map(totalOf));
        fc.pre(applyToOpen(open, first).leftCents === 0n);
        expect(left(twice.open)).toBe(left(once.open));
        expect(twice.leftCents).toBe(once.leftCents);
      }),
    );
  });
});
