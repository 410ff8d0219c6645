import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../../testing/case-table.ts';
import { beginLife, closeThrough, decide, type Life, paymentOf } from '../../../testing/life.ts';
import { LEASE_TERMS, sampleLease, sampleLoan } from '../../../testing/sample-contracts.ts';
import { holdsOf } from '../../../testing/sample-hold.ts';
import type { Contract, ScheduledPayment } from '../../contract/contract.ts';
import { leaseAmountDue } from '../../lease/amount-due.ts';
import { leaseMaturityDate } from '../../lease/lease-calendar.ts';
import { loanAmountDue } from '../../loan/amount-due.ts';
import { payoffCents } from '../../loan/payoff.ts';
import { dollars, parseDollars, sumCents } from '../../money/cents.ts';
import { addDays, type BusinessDate, date } from '../../time/calendar.ts';
import { schedulePayment } from '../promise/schedule-payment.ts';
import { receivePayment } from '../receive-payment.ts';
import { type Act, standAfter, standingOn } from './stand-after.ts';
import type { PastDuePayment, Standing } from './standing.ts';

const cases = readFileSync(new URL('./cases/stand-after.txt', import.meta.url), 'utf8');

/** The sample lease with its first payment made at signing. */
const LEASE = sampleLease(LEASE_TERMS, { billed: 1 });
const CONTRACTS = { loan: sampleLoan(), lease: LEASE };

function paying(cents: bigint, on: BusinessDate): Act {
  const payment = paymentOf(cents, on, { source: 'customer', channel: 'bank-debit' });
  return { kind: 'payment', payment };
}

function promising(cents: bigint, on: BusinessDate): Act {
  const promise: ScheduledPayment = {
    scheduleId: 'p-1',
    amountCents: cents,
    on,
    purpose: 'regular',
    channel: 'bank-debit',
    methodId: 'm-1',
  };
  return { kind: 'promise', promise };
}

function after(life: Life<Contract>, act: Act): Standing {
  const outcome = standAfter(life.contract, act, life.businessDate);
  if (outcome.outcome !== 'stands') throw new Error(JSON.stringify(outcome));
  return outcome.standing;
}

function pastDueText({ dueDate, unpaidCents, fee }: PastDuePayment): string {
  const unpaid = `${dueDate} ${dollars(unpaidCents)}`;
  if (fee === null) return unpaid;
  const until = fee.state === 'avoidable' ? `by ${fee.payBy}` : 'falls';
  return `${unpaid} ${dollars(fee.feeCents)} ${until}`;
}

describe('where a customer stands after an act', () => {
  test('is what the table says', () => {
    checkTable(cases, (row) => {
      const contract = CONTRACTS[row.text('contract') as 'loan' | 'lease'];
      const life = closeThrough(beginLife<Contract>(contract), row.text('closed through'));
      const [verb, amount = '', days = '0'] = row.text('act').split(' ');
      const cents = parseDollars(amount)!;
      const today = life.businessDate;
      const act =
        verb === 'pay' ? paying(cents, today) : promising(cents, addDays(today, Number(days)));
      const standing = after(life, act);
      const { pastDue, toCome, promised, nextDueDate, nextPaymentCents } = standing;
      return {
        'past due':
          pastDue
            .filter(({ unpaidCents }) => unpaidCents > 5_00n)
            .map(pastDueText)
            .join('; ') || null,
        fees: standing.feesCents,
        'now due': standing.due.totalCents,
        next: nextDueDate === null ? null : `${nextDueDate} ${dollars(nextPaymentCents)}`,
        promised:
          promised.map((each) => `${each.on} ${dollars(each.amountCents)}`).join('; ') || null,
        'to come': toCome === null ? null : `${toCome.payments} × ${dollars(toCome.cents)}`,
      };
    });
  });

  const anyCase = fc.record({
    contract: fc.constantFrom<Contract>(sampleLoan(), LEASE),
    days: fc.integer({ min: 1, max: 110 }),
    before: fc.option(fc.bigInt({ min: 1n, max: 1_200_00n })),
    cents: fc.bigInt({ min: 1n, max: 2_000_00n }),
    ahead: fc.integer({ min: 0, max: 20 }),
  });
  type Case = typeof anyCase extends fc.Arbitrary<infer T> ? T : never;

  /** A life that has paid something, or nothing, and come to some day. */
  function lifeOf({ contract, days, before }: Case): Life<Contract> {
    let life = beginLife<Contract>(contract);
    const start = contract.facts.lastEffective;
    if (before !== null) {
      const { payment } = paying(before, life.businessDate) as Extract<Act, { kind: 'payment' }>;
      life = decide(life, receivePayment(life.contract, payment, life.businessDate, null));
    }
    return closeThrough(life, addDays(start, days));
  }

  function actOf({ cents, ahead }: Case, today: BusinessDate): Act {
    return ahead === 0 ? paying(cents, today) : promising(cents, addDays(today, ahead));
  }

  test('is what the contract’s own figures say once it is done', () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const life = lifeOf(given);
        const today = life.businessDate;
        const act = actOf(given, today);
        const foretold = after(life, act);
        const done = decide(
          life,
          act.kind === 'payment'
            ? receivePayment(life.contract, act.payment, today, null)
            : schedulePayment(life.contract, (act as { promise: ScheduledPayment }).promise, today),
        ).contract;
        expect(foretold).toEqual(standingOn(done, today));
        const page =
          done.product === 'loan' ? loanAmountDue(done, today) : leaseAmountDue(done, today);
        expect(foretold.pastDueCents).toBe(page.pastDueCents);
        expect(foretold.feesCents).toBe(page.feesCents);
        expect([foretold.nextDueDate, foretold.nextPaymentCents]).toEqual([
          page.nextDueDate,
          page.nextPaymentCents,
        ]);
        if (done.product === 'loan') {
          expect(foretold.owed.totalCents).toBe(payoffCents(done, today));
        }
        expect(foretold.promised).toHaveLength(done.facts.promises.length);
      }),
      { numRuns: 150 },
    );
  });

  test('tells the parts of what is past due, and they add up', () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const life = lifeOf(given);
        const { pastDue, pastDueCents, due, feesCents, holdover } = after(
          life,
          actOf(given, life.businessDate),
        );
        expect(sumCents(pastDue.map(({ unpaidCents }) => unpaidCents))).toBe(pastDueCents);
        expect(due.totalCents).toBe(pastDueCents + feesCents + (holdover?.cents ?? 0n));
        const days = pastDue.map(({ dueDate }) => dueDate);
        expect(days).toEqual([...new Set(days)].toSorted());
      }),
      { numRuns: 150 },
    );
  });

  test('names a late fee that comes, to the cent, when nobody pays, and not a day earlier', () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const life = lifeOf(given);
        const { lateFee, pastDue } = standingOn(life.contract, life.businessDate);
        const falls = pastDue.filter(({ fee }) => fee?.state === 'falls');
        fc.pre(lateFee !== null && falls.length === 0);
        const { payBy, feeCents, dueDate } = lateFee!;
        const feesOf = (lived: Life<Contract>) =>
          standingOn(lived.contract, lived.businessDate).feesCents;
        const before = closeThrough(life, payBy);
        const assessed = closeThrough(life, addDays(payBy, 1));
        expect(feesOf(before)).toBe(feesOf(life));
        expect(feesOf(assessed) - feesOf(life)).toBe(feeCents);
        const line = assessed.history.findLast(({ kind }) => kind === 'late-fee')?.lines[0];
        expect(line?.inputs.dueDate).toBe(dueDate);
      }),
      { numRuns: 150 },
    );
  });

  test('threatens nobody with a fee that a hold stops', () => {
    const life = closeThrough(beginLife<Contract>(sampleLoan()), '2026-02-20');
    const held = { ...life.contract, holds: holdsOf('bankruptcy 2026-02-18') } as Contract;
    expect(standingOn(life.contract, life.businessDate).lateFee).not.toBeNull();
    const { lateFee, pastDue } = standingOn(held, life.businessDate);
    expect([lateFee, pastDue[0]?.fee]).toEqual([null, null]);
  });
});

describe('a car kept past the end of its lease', () => {
  test('costs rent by the day, and what has run up is due', () => {
    let life = beginLife<Contract>(
      sampleLease(LEASE_TERMS, { asOf: date('2029-01-08'), billed: 36 }),
    );
    const maturity = leaseMaturityDate(LEASE_TERMS);
    life = closeThrough(life, addDays(maturity, 8));
    const { holdover, due } = standingOn(life.contract, addDays(maturity, 9));
    // 443.46 / 30 × 9, and no tax on it in this contract.
    expect(holdover).toEqual({ since: maturity, days: 9, perDayCents: 14_78n, cents: 133_04n });
    expect(due.lines.map(({ label, cents }) => [label, cents])).toEqual([['holdover', 133_04n]]);
    expect(standingOn(life.contract, maturity).holdover).toBeNull();
  });
});
