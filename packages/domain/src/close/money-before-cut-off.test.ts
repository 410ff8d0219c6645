import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginLife, closeThrough, decide, paymentOf, post } from '../../testing/life.ts';
import { DEMO_POLICY, loanTerms, sampleLease, sampleLoan } from '../../testing/sample-contracts.ts';
import type { LoanContract } from '../contract/contract.ts';
import { balanceOf } from '../ledger/balances.ts';
import { boardLoan } from '../loan/board-loan.ts';
import { addDays, date } from '../time/calendar.ts';
import { closeContract } from './close-contract.ts';
import { liveDays } from './live-days.ts';

/** 16,000.00 at 6.49 % with 489.04 a month, boarded as of a cut-off. */
function boarded(cutOff: string, interestFrom: string, dueDay: number, satisfied: number) {
  const terms = loanTerms({
    firstDueDate: date(`2026-02-${dueDay}`),
    dueDay,
    installmentCents: 489_04n,
    policy: {
      ...DEMO_POLICY,
      graceDays: 10,
      lateFee: { ...DEMO_POLICY.lateFee!, maximumCents: 25_00n },
    },
  });
  return sampleLoan(terms, {
    asOf: date(cutOff),
    principalCents: 16_000_00n,
    interestFrom: date(interestFrom),
    satisfiedInstallments: satisfied,
  });
}

const newestLines = (life: ReturnType<typeof beginLife>) =>
  Object.fromEntries(
    life.history
      .findLast(({ kind }) => kind === 'payment')!
      .lines.map(({ label, cents }) => [label, cents]),
  );

describe('money received before the cut-off and forwarded after it', () => {
  const loan = boarded('2026-10-31', '2026-10-15', 15, 9);
  const life = closeThrough(beginLife(loan), '2026-11-01');

  test('counts from its own day: the boarded balances are those of that day', () => {
    const paid = post(life, paymentOf(489_04n, '2026-10-29'));
    expect(paid.contract.balances).not.toEqual(life.contract.balances);
    expect(newestLines(paid)).toMatchObject({ interest: 39_83n });
    expect(balanceOf(paid.contract.balances, 'principal')).toBe(16_000_00n - 449_21n);
  });

  test('counts from the cut-off, and says so, where interest was paid by then', () => {
    const paid = post(life, paymentOf(489_04n, '2026-10-10'));
    const entry = paid.history.findLast(({ kind }) => kind === 'payment')!;
    expect(entry.effectiveDate).toBe('2026-10-31');
    expect(entry.payment?.receivedOn).toBe('2026-10-10');
    expect(entry.memo).toEqual({ receivedOn: '2026-10-10', countedOn: '2026-10-31' });
    expect(newestLines(paid)).toMatchObject({ interest: 45_52n, 'counted-later': 0n });
  });

  test('of a lease counts from its own day', () => {
    const lease = sampleLease(undefined, { asOf: date('2026-03-31'), billed: 3 });
    const paid = post(
      closeThrough(beginLife(lease), '2026-04-02'),
      paymentOf(474_50n, '2026-03-20'),
    );
    expect(paid.history.findLast(({ kind }) => kind === 'payment')?.effectiveDate).toBe(
      '2026-03-20',
    );
  });

  test('leads to the same whichever of two is posted first', () => {
    const day = fc.integer({ min: 0, max: 30 }).map((days) => addDays(date('2026-10-15'), days));
    const cents = fc.bigInt({ min: 1_00n, max: 900_00n });
    fc.assert(
      fc.property(day, day, cents, cents, (one, two, a, b) => {
        fc.pre(one !== two);
        const open = closeThrough(beginLife(loan), '2026-11-20');
        const first = paymentOf(a, one);
        const second = paymentOf(b, two);
        const ab = post(post(open, first), second).contract;
        const ba = post(post(open, second), first).contract;
        expect(ab.balances).toEqual(ba.balances);
      }),
    );
  });
});

describe('the days between the cut-off and the boarding', () => {
  /** Due on the 10th, cut-off 2027-09-30, boarded on 2027-11-03. */
  const openDay = date('2027-11-03');
  const { terms } = boarded('2027-09-30', '2027-09-29', 10, 20) as LoanContract;
  const opening = boardLoan('loan-1', terms, {
    asOf: date('2027-09-30'),
    principalCents: 16_000_00n,
    unpaidInterestCents: 0n,
    otherFeesCents: 0n,
    interestFrom: date('2027-09-29'),
    satisfiedInstallments: 20,
    chargedOffCents: null,
    endedOn: null,
  });

  function boardedOn(day: string) {
    const decision = liveDays(opening, date('2027-09-30'), date(day));
    const start = { contract: decision.entries[0]!.after, businessDate: openDay, history: [] };
    return { ...decide(start, decision), businessDate: date(day) };
  }

  test.each(['2027-11-03', '2027-11-20'])('are lived in order, posted on %s', (postedOn) => {
    let life = boardedOn('2027-11-03');
    for (let on = openDay; on < date(postedOn); on = addDays(on, 1)) {
      life = {
        ...decide(life, closeContract(life.contract, { on })),
        businessDate: addDays(on, 1),
      };
    }
    life = post(post(life, paymentOf(489_04n, '2027-11-01')), paymentOf(1_000_00n, '2027-11-02'));
    expect(balanceOf(life.contract.balances, 'principal')).toBe(14_632_06n);
    expect(balanceOf(life.contract.balances, 'late-fees-receivable')).toBe(0n);
  });
});
