import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../testing/case-table.ts';
import { beginLife, closeThrough } from '../../testing/life.ts';
import { loanTerms, sampleLoan } from '../../testing/sample-contracts.ts';
import type { LoanContract } from '../contract/contract.ts';
import { sumCents } from '../money/cents.ts';
import { addDays, type BusinessDate, date } from '../time/calendar.ts';
import { payoffCents } from './payoff.ts';
import { payoffAhead, payoffQuote } from './payoff-ahead.ts';
import { quotePayoff } from './quote-payoff.ts';

const cases = readFileSync(new URL('./cases/payoff-ahead.txt', import.meta.url), 'utf8');
const policy = loanTerms().policy;

/** The sample loan shortly before its last due date, 2031-01-15, with so much principal left. */
function atTheEnd(principalCents: bigint, graceDays = 15, satisfied = 59): LoanContract {
  const terms = loanTerms({ policy: { ...policy, graceDays } });
  return sampleLoan(terms, {
    asOf: date('2031-01-05'),
    interestFrom: date('2031-01-05'),
    principalCents,
    satisfiedInstallments: satisfied,
  });
}

const dayBefore = (on: BusinessDate): BusinessDate => addDays(on, -1);
const today = date('2031-01-06');

describe('the payoff of a day ahead', () => {
  test('is nothing after the evening that writes a small remainder off', () => {
    checkTable(cases, (row) => {
      const loan = atTheEnd(row.cents('principal'));
      const on = row.date('on');
      const { contract } = closeThrough(beginLife(loan), dayBefore(on));
      const quoted = quotePayoff(loan, on, today);
      return {
        payoff: payoffAhead(loan, on, today).totalCents,
        'of the day itself': payoffCents(contract, on),
        status: contract.status,
        quote: quoted.outcome === 'refused' ? quoted.code : 'quoted',
      };
    });
  });

  test('is the payoff of the day itself, whatever the closes until then do', () => {
    fc.assert(
      fc.property(
        fc
          .bigInt({ min: 1n, max: 600_00n })
          .chain((big) => fc.constantFrom(big, (big % 8_00n) + 1n)),
        fc.integer({ min: 0, max: 15 }),
        fc.integer({ min: 57, max: 59 }),
        fc.integer({ min: 0, max: 40 }),
        (principal, graceDays, satisfied, ahead) => {
          const loan = atTheEnd(principal, graceDays, satisfied);
          const on = addDays(today, ahead);
          const { lines, totalCents } = payoffAhead(loan, on, today);
          expect(sumCents(lines.map(({ cents }) => cents))).toBe(totalCents);
          const { contract } = closeThrough(beginLife(loan), dayBefore(on));
          if (contract.status !== 'charged-off') {
            expect(totalCents).toBe(payoffCents(contract, on));
          }
        },
      ),
    );
  });

  test('of every day of a quote is the same', () => {
    const loan = atTheEnd(4_00n);
    const { days } = payoffQuote(loan, today, today);
    expect(days.map(({ payoff }) => payoff.totalCents > 0n)).toEqual([
      ...Array.from({ length: 10 }, () => true),
      false,
    ]);
    for (const { on, payoff } of days) expect(payoff).toEqual(payoffAhead(loan, on, today));
  });
});
