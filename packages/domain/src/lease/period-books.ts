import type { LeaseContract } from '../contract/contract.ts';
import type { LeaseTerms } from '../contract/lease-terms.ts';
import { record, type Step } from '../contract/record.ts';
import { type Posting, postingUnlessZero } from '../ledger/posting.ts';
import { allocate } from '../money/allocate.ts';
import { atLeastZero, type Cents, minCents, sumCents } from '../money/cents.ts';
import type { BusinessDate } from '../time/calendar.ts';
import { leaseSchedule } from './lease-balance.ts';
import { periodOn, periodStart } from './lease-calendar.ts';

/**
 * What period `number` does to the books besides the payment: the vehicle written down evenly to
 * its residual value, or the period's rent earned, the rest of the payment off the net investment.
 */
export function periodPostings({ terms }: LeaseContract, number: number, base: Cents): Posting[] {
  if (terms.accounting === 'operating') {
    const share = atLeastZero(depreciation(terms)[number - 1] ?? 0n);
    return [
      ...postingUnlessZero('lease-payments-receivable', 'lease-income', base),
      ...postingUnlessZero('depreciation', 'vehicle-under-lease', share),
    ];
  }
  const rent = leaseSchedule(terms)[number - 1]?.rentCents ?? 0n;
  // Next to no rate, rounding can leave the last period a cent or two less than none.
  const givenBack = atLeastZero(-rent);
  const earned = minCents(atLeastZero(rent), base);
  return [
    ...postingUnlessZero('lease-payments-receivable', 'rent-income', earned),
    ...postingUnlessZero('lease-payments-receivable', 'net-investment-in-lease', base - earned),
    ...postingUnlessZero('net-investment-in-lease', 'rent-income', atLeastZero(rent - earned)),
    ...postingUnlessZero('rent-income', 'net-investment-in-lease', givenBack),
  ];
}

/** The book value once the given number of periods is in the books. */
export function bookValueAfter(terms: LeaseTerms, periods: number): Cents {
  const cost = terms.adjustedCapitalizedCostCents;
  if (terms.accounting === 'operating')
    return cost - sumCents(depreciation(terms).slice(0, periods));
  return periods === 0 ? cost : (leaseSchedule(terms)[periods - 1]?.endBalanceCents ?? cost);
}

/** How many periods are in the books when so many payments have fallen due by a day. */
export function periodsBookedBy(terms: LeaseTerms, billed: number, on: BusinessDate): number {
  return terms.timing === 'single-payment' && billed > 0 ? periodOn(terms, on) : billed;
}

/** The first day of the next period that no payment brings into the books, or null. */
export function nextPeriodDay({ terms, facts }: LeaseContract): BusinessDate | null {
  const { billed, periodsBooked } = facts;
  const isOwnWork = terms.timing === 'single-payment' && billed > 0;
  return isOwnWork && periodsBooked < terms.termMonths ? periodStart(terms, periodsBooked) : null;
}

/**
 * A lease paid at once falls due once and is earned month by month all the same: one entry for each
 * later period that has begun by a day.
 */
export function beginPeriods(step: Step<LeaseContract>, on: BusinessDate): Step<LeaseContract> {
  let next = step;
  for (;;) {
    const day = nextPeriodDay(next.contract);
    if (day === null || day > on) return next;
    next = beginOne(next, day);
  }
}

/** The periods that no payment will bring into the books any more, on the day the car is back. */
export function beginAllPeriods(step: Step<LeaseContract>, on: BusinessDate): Step<LeaseContract> {
  let next = step;
  while (nextPeriodDay(next.contract) !== null) next = beginOne(next, on);
  return next;
}

function beginOne(step: Step<LeaseContract>, on: BusinessDate): Step<LeaseContract> {
  const { contract } = step;
  const number = contract.facts.periodsBooked + 1;
  return record(
    step,
    {
      kind: 'lease-period-begun',
      effectiveDate: on,
      postings: periodPostings(contract, number, 0n),
      memo: { period: number.toString() },
    },
    { facts: { ...contract.facts, periodsBooked: number } },
  );
}

function depreciation(terms: LeaseTerms): Cents[] {
  const months = Array.from({ length: terms.termMonths }, () => 1n);
  return allocate(terms.adjustedCapitalizedCostCents - terms.residualValueCents, months);
}
