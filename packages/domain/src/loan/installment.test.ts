import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../testing/case-table.ts';
import { DEMO_POLICY, loanTerms, onlySegment } from '../../testing/sample-contracts.ts';
import { addDays, date } from '../time/calendar.ts';
import {
  countOf,
  dueDateOf,
  installmentOf,
  installmentsDueBy,
  maturityDateOf,
  satisfiedCount,
  scheduledThrough,
  toleranceOf,
  unpaidOf,
} from './installment.ts';

const read = (name: string): string =>
  readFileSync(new URL(`./cases/${name}.txt`, import.meta.url), 'utf8');

const anyTerms = fc
  .record({
    first: fc.integer({ min: 0, max: 3_000 }),
    dueDay: fc.integer({ min: 1, max: 31 }),
    installmentCount: fc.integer({ min: 1, max: 84 }),
    installmentCents: fc.bigInt({ min: 1n, max: 2_000_00n }),
    finalInstallmentCents: fc.bigInt({ min: 0n, max: 4_000_00n }),
  })
  .map(({ first, dueDay, ...rest }) => {
    const day = dueDay < 10 ? `0${dueDay}` : `${dueDay}`;
    const month = addDays(date('2020-01-01'), first).slice(0, 7);
    const wanted = ['31', '30', '29', '28'].find((d) => day >= d && isDate(`${month}-${d}`)) ?? day;
    return loanTerms({ ...rest, dueDay, firstDueDate: date(`${month}-${wanted}`) });
  });

function isDate(text: string): boolean {
  return new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
}

describe('due dates', () => {
  test('come on the due day of every month', () => {
    checkTable(read('due-dates'), (row) => {
      const terms = loanTerms({
        firstDueDate: row.date('first due'),
        dueDay: row.count('due day'),
        installmentCount: row.count('count'),
      });
      return {
        'due date': dueDateOf(terms, row.count('number')),
        maturity: maturityDateOf(terms),
        'due the day before': installmentsDueBy(terms, addDays(row.date('due date'), -1)),
        'due that day': installmentsDueBy(terms, row.date('due date')),
      };
    });
  });

  test('counted up to a day are those on or before it', () => {
    fc.assert(
      fc.property(anyTerms, fc.integer({ min: -100, max: 3_000 }), (terms, days) => {
        const on = addDays(onlySegment(terms).firstDueDate, days);
        let due = 0;
        for (let k = 1; k <= countOf(terms); k += 1) if (dueDateOf(terms, k) <= on) due = k;
        expect(installmentsDueBy(terms, on)).toBe(due);
      }),
    );
  });

  test('rise strictly, one in each month', () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        for (let k = 2; k <= countOf(terms); k += 1) {
          expect(dueDateOf(terms, k) > dueDateOf(terms, k - 1)).toBe(true);
        }
        expect(dueDateOf(terms, 1)).toBe(onlySegment(terms).firstDueDate);
      }),
    );
  });
});

describe('money counted toward installments', () => {
  test('satisfies the oldest first, with a tolerance that stays owed', () => {
    checkTable(read('satisfied'), (row) => {
      const terms = loanTerms({
        installmentCents: row.cents('installment'),
        finalInstallmentCents: row.cents('last'),
        installmentCount: row.count('count'),
      });
      const paid = row.cents('paid');
      const next = Math.min(satisfiedCount(terms, paid) + 1, countOf(terms));
      return {
        tolerance: toleranceOf(terms, 1),
        satisfied: satisfiedCount(terms, paid),
        'unpaid of the next': unpaidOf(terms, paid, next),
      };
    });
  });

  test('satisfies as many as the sums say, counted one by one', () => {
    fc.assert(
      fc.property(anyTerms, fc.bigInt({ min: 0n, max: 200_000_00n }), (terms, paid) => {
        let satisfied = 0;
        let sum = 0n;
        for (let k = 1; k <= countOf(terms); k += 1) {
          sum += installmentOf(terms, k).amountCents;
          expect(scheduledThrough(terms, k)).toBe(sum);
          if (sum <= paid + toleranceOf(terms, 1)) satisfied = k;
        }
        expect(satisfiedCount(terms, paid)).toBe(satisfied);
      }),
    );
  });

  test('and what is unpaid make up the schedule', () => {
    fc.assert(
      fc.property(anyTerms, fc.bigInt({ min: 0n, max: 200_000_00n }), (terms, paid) => {
        let unpaid = 0n;
        for (let k = 1; k <= countOf(terms); k += 1) unpaid += unpaidOf(terms, paid, k);
        const all = scheduledThrough(terms, countOf(terms));
        expect(unpaid).toBe(all > paid ? all - paid : 0n);
      }),
    );
  });

  test('never satisfies an installment of which more than the tolerance is missing', () => {
    const short = fc.bigInt({ min: 0n, max: 10_00n });
    fc.assert(
      fc.property(anyTerms, short, (terms, cents) => {
        fc.pre(countOf(terms) > 1 && onlySegment(terms).installmentCents > cents);
        const paid = onlySegment(terms).installmentCents - cents;
        const one = cents <= toleranceOf(terms, 1);
        expect(satisfiedCount(terms, paid) >= 1).toBe(one);
        expect(toleranceOf(terms, 1) <= DEMO_POLICY.toleranceCents).toBe(true);
      }),
    );
  });
});
