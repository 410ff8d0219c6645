import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../testing/case-table.ts';
import { beginLife, closeThrough } from '../../testing/life.ts';
import { loanTerms, sampleLoan } from '../../testing/sample-contracts.ts';
import type { Hold } from '../contract/hold.ts';
import { balanceOf } from '../ledger/balances.ts';
import { sumCents } from '../money/cents.ts';
import { addDays, type BusinessDate, date } from '../time/calendar.ts';
import { unpostedInterest } from './accrual.ts';
import { lateFeesToCome, loanLateFeeQuestion } from './foresee-late-fees.ts';
import { payoffCents } from './payoff.ts';
import { payoffAhead } from './payoff-ahead.ts';

const cases = readFileSync(new URL('./cases/late-fees-to-come.txt', import.meta.url), 'utf8');

function holdsOf(text: string): Hold[] {
  if (text === '-') return [];
  const [kind, from, until] = text.split(' ');
  const proof = { party: null, evidence: 'e', decidedBy: 's' };
  return [
    {
      kind: kind as 'bankruptcy',
      from: from as BusinessDate,
      until: (until as BusinessDate) ?? null,
      ...proof,
    },
  ];
}

describe('late fees to come', () => {
  test('stand in the payoff of a day ahead, and it is the payoff when the day has come', () => {
    checkTable(cases, (row) => {
      const loan = { ...sampleLoan(), holds: holdsOf(row.text('hold')) };
      const on = row.date('on');
      const { totalCents } = payoffAhead(loan, on, date('2026-01-16'));
      const then = closeThrough(beginLife(loan), addDays(on, -1)).contract;
      expect(payoffCents(then, on)).toBe(totalCents);
      const toCome = sumCents(lateFeesToCome(loan, on).map((fee) => fee.line.cents));
      expect(balanceOf(then.balances, 'late-fees-receivable')).toBe(toCome);
      return { interest: unpostedInterest(loan, on), 'fees to come': toCome, payoff: totalCents };
    });
  });

  test('are none where the contract has no fee or has ended', () => {
    const { policy } = loanTerms();
    const free = sampleLoan(loanTerms({ policy: { ...policy, lateFee: null } }));
    expect(lateFeesToCome(free, date('2026-12-31'))).toEqual([]);
    expect(loanLateFeeQuestion({ ...sampleLoan(), status: 'closed' })).toBeNull();
  });
});
