import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CaseRow, checkTable } from '../../testing/case-table.ts';
import { beginLife, closeThrough, decide, payOn } from '../../testing/life.ts';
import { loanTerms, sampleLease, sampleLoan } from '../../testing/sample-contracts.ts';
import type { LoanContract } from '../contract/contract.ts';
import type { TermsChange } from '../contract/loan-terms.ts';
import { balanceOf } from '../ledger/balances.ts';
import { levelSchedule } from '../schedule/schedule.ts';
import { addDays, type BusinessDate, date, daysBetween } from '../time/calendar.ts';
import { loanAmountDue } from './amount-due.ts';
import { type ChangeAsked, changeTerms } from './change-terms.ts';
import {
  countOf,
  dueDateOf,
  installmentsDueBy,
  maturityDateOf,
  scheduledThrough,
} from './installment.ts';
import { payoffCents } from './payoff.ts';

const cases = readFileSync(new URL('./cases/change-terms.txt', import.meta.url), 'utf8');
const why = { reason: 'payday is the 1st', decidedBy: 'staff-1' };

function asked(text: string): ChangeAsked {
  const [what, n = ''] = text.split(' ');
  return what === 'day'
    ? { kind: 'due-day', dueDay: Number.parseInt(n, 10) }
    : { kind: 'extension', months: Number.parseInt(n, 10) };
}

function loanOf(row: CaseRow): LoanContract {
  const changes = row.list('before').map((each): TermsChange => {
    const [months = '', , on = ''] = each.split(' ');
    return { kind: 'extension', months: Number.parseInt(months, 10), on: date(on) };
  });
  const loan = sampleLoan({ ...loanTerms(), ...(changes.length === 0 ? {} : { changes }) });
  const paidTowardCents = scheduledThrough(loan.terms, row.count('paid'));
  return { ...loan, facts: { ...loan.facts, paidTowardCents } };
}

function changed(loan: LoanContract, wish: ChangeAsked, on: BusinessDate): LoanContract | string {
  const outcome = changeTerms(loan, wish, why, on);
  return outcome.outcome === 'not-changed'
    ? outcome.code
    : (outcome.entries.at(-1)?.after as LoanContract);
}

describe('moving the payments to come', () => {
  test('gives the dates of the table, or its refusal', () => {
    checkTable(cases, (row) => {
      const after = changed(loanOf(row), asked(row.text('asked')), row.date('on'));
      if (typeof after === 'string')
        return { next: null, 'and then': null, last: null, refused: after };
      const number = installmentsDueBy(after.terms, row.date('on')) + 1;
      const isLast = number === countOf(after.terms);
      return {
        next: dueDateOf(after.terms, number),
        'and then': isLast ? null : dueDateOf(after.terms, number + 1),
        last: maturityDateOf(after.terms),
        refused: null,
      };
    });
  });

  test('is refused for a lease, an ended loan, a promise and a rhythm of weeks', () => {
    const on = date('2026-02-16');
    const month: ChangeAsked = { kind: 'extension', months: 1 };
    expect(changeTerms(sampleLease(), month, why, on)).toMatchObject({ code: 'only-for-loans' });
    expect(changed({ ...sampleLoan(), status: 'closed' }, month, on)).toBe('contract-ended');
    expect(changed({ ...sampleLoan(), status: 'charged-off' }, month, on)).toBe('contract-ended');
    const promises = [
      {
        scheduleId: 's',
        amountCents: 1_00n,
        on: date('2026-02-20'),
        purpose: 'regular',
        channel: 'bank-debit',
        methodId: 'm',
      } as const,
    ];
    const promised = { ...sampleLoan(), facts: { ...sampleLoan().facts, promises } };
    expect(changed(promised, month, on)).toBe('promise-in-the-way');
    const { terms } = sampleLoan();
    const [segment] = terms.schedule.segments;
    const schedule = levelSchedule({ ...segment, rhythm: { every: 'weekly' } });
    expect(changed(sampleLoan({ ...terms, schedule }), month, on)).toBe('rhythm-without-due-day');
  });

  const wishes = fc.oneof(
    fc.record({ kind: fc.constant('due-day' as const), dueDay: fc.integer({ min: 1, max: 31 }) }),
    fc.record({ kind: fc.constant('extension' as const), months: fc.integer({ min: 1, max: 2 }) }),
  );
  const days = fc.integer({ min: 1, max: 1_700 }).map((n) => addDays(date('2026-01-16'), n));

  test('changes no amount, no date that has come, and keeps all dates in order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(wishes, days), { minLength: 1, maxLength: 5 }), (many) => {
        let loan = sampleLoan();
        const paidTowardCents = scheduledThrough(loan.terms, 58);
        loan = { ...loan, facts: { ...loan.facts, paidTowardCents } };
        for (const [wish, on] of many.toSorted((a, b) => daysBetween(b[1], a[1]))) {
          const after = changed(loan, wish, on);
          if (typeof after === 'string') continue;
          const count = countOf(loan.terms);
          expect(countOf(after.terms)).toBe(count);
          const due = installmentsDueBy(loan.terms, on);
          expect(installmentsDueBy(after.terms, on)).toBe(due);
          expect(payoffCents(after, on)).toBe(payoffCents(loan, on));
          expect(after.balances).toEqual(loan.balances);
          expect(loanAmountDue(after, on).pastDueCents).toBe(loanAmountDue(loan, on).pastDueCents);
          expect(loanAmountDue(after, on).daysPastDue).toBe(loanAmountDue(loan, on).daysPastDue);
          for (let number = 1; number <= count; number += 1) {
            const dueDate = dueDateOf(after.terms, number);
            if (number <= due) expect(dueDate).toBe(dueDateOf(loan.terms, number));
            if (number > 1) expect(dueDate > dueDateOf(after.terms, number - 1)).toBe(true);
            expect(scheduledThrough(after.terms, number)).toBe(
              scheduledThrough(loan.terms, number),
            );
          }
          loan = after;
        }
      }),
    );
  });

  test('moves the late fee, the aging and the end with it', () => {
    let life = payOn(beginLife(sampleLoan()), '2026-02-15', 489_04n);
    life = closeThrough(life, '2026-02-28');
    const outcome = changeTerms(
      life.contract,
      { kind: 'extension', months: 1 },
      why,
      life.businessDate,
    );
    if (outcome.outcome !== 'decided') throw new Error(outcome.code);
    life = decide(life, outcome);
    const fees = (on: string) =>
      balanceOf(closeThrough(life, on).contract.balances, 'late-fees-receivable');
    // Due on April 15 in place of March 15, with fifteen days of grace.
    expect([fees('2026-04-30'), fees('2026-05-01')]).toEqual([0n, 24_45n]);
    const inApril = closeThrough(life, '2026-04-15').contract;
    expect(loanAmountDue(inApril, date('2026-04-16')).daysPastDue).toBe(1);
    expect(maturityDateOf(life.contract.terms)).toBe('2031-02-15');
    // Money that was received before the change and is posted after it stays as it was decided.
    const late = payOn(closeThrough(life, '2026-03-31'), '2026-03-31', 100_00n);
    expect(late.contract.terms.schedule).toEqual(life.contract.terms.schedule);
  });
});
