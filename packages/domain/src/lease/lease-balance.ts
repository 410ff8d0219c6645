import type { LeaseAgreement } from '../contract/lease-terms.ts';
import { type Breakdown, breakdown, line } from '../money/breakdown.ts';
import type { Cents } from '../money/cents.ts';
import { roundHalfUp } from '../money/round.ts';
import { type BusinessDate, daysBetween } from '../time/calendar.ts';
import { leaseMaturityDate, periodOn, periodStart } from './lease-calendar.ts';
import { RATE_SCALE } from './pricing.ts';

/** One period of a lease by the constant-yield method. */
export type LeasePeriod = {
  readonly number: number;
  readonly rentCents: Cents;
  /** The balance the rent is earned on: after the payment of this period when in advance. */
  readonly earningCents: Cents;
  /** The adjusted lease balance at the end of the period, before the next payment. */
  readonly endBalanceCents: Cents;
};

const schedules = new WeakMap<LeaseAgreement, readonly LeasePeriod[]>();

/**
 * Every period of the lease: rent = earning balance × r, rounded, with the unrounded r throughout;
 * the last period takes the residue so that the balance ends at the residual value. Terms are
 * immutable, so the schedule is worked out once for each.
 * Source: Federal Reserve, Keys to Vehicle Leasing (18,800.00 over 48 → 18,686.70 after one
 * period).
 */
export function leaseSchedule(terms: LeaseAgreement): readonly LeasePeriod[] {
  const known = schedules.get(terms);
  if (known !== undefined) return known;
  const periods: LeasePeriod[] = [];
  let balance = terms.adjustedCapitalizedCostCents;
  for (let number = 1; number <= terms.termMonths; number += 1) {
    const paid = paidAtStart(terms, number);
    const earningCents = balance - paid;
    const paidAtEnd = terms.timing === 'arrears' ? terms.basePaymentCents : 0n;
    const last = number === terms.termMonths;
    const rentCents = last
      ? terms.residualValueCents + paidAtEnd - earningCents
      : roundHalfUp(earningCents * terms.implicitRateE18, RATE_SCALE);
    balance = earningCents + rentCents - paidAtEnd;
    periods.push({ number, rentCents, earningCents, endBalanceCents: balance });
  }
  schedules.set(terms, periods);
  return periods;
}

function paidAtStart(terms: LeaseAgreement, number: number): Cents {
  if (terms.timing === 'arrears') return 0n;
  if (terms.timing === 'single-payment' && number > 1) return 0n;
  return terms.basePaymentCents;
}

/**
 * The adjusted lease balance on a day: the unamortised part of the capitalized cost, as if every
 * payment had been made on its due date. Unpaid payments are added and prepaid ones credited by
 * whoever quotes it. Between due dates rent is earned by the day (`pro-rata`) or the whole period's
 * rent counts as earned (`period`), as the contract says.
 */
export function adjustedLeaseBalance(terms: LeaseAgreement, on: BusinessDate): Breakdown {
  const schedule = leaseSchedule(terms);
  if (on >= leaseMaturityDate(terms)) {
    return breakdown([line('residual-value', 'lease-matured', terms.residualValueCents)]);
  }
  const number = periodOn(terms, on);
  const period = schedule[number - 1];
  if (period === undefined) throw new RangeError(`no period ${number}`);
  const start = periodStart(terms, number - 1);
  const end = periodStart(terms, number);
  const days = daysBetween(start, end);
  const elapsed = Math.max(0, daysBetween(start, on));
  const earned =
    terms.betweenDueDates === 'period'
      ? period.rentCents
      : roundHalfUp(period.rentCents * BigInt(elapsed), BigInt(days));
  const inputs = {
    period: number.toString(),
    rentChargeCents: period.rentCents.toString(),
    daysElapsed: elapsed.toString(),
    daysInPeriod: days.toString(),
  };
  return breakdown([
    line('lease-balance', 'constant-yield', period.earningCents, {
      period: number.toString(),
      adjustedCapitalizedCostCents: terms.adjustedCapitalizedCostCents.toString(),
      basePaymentCents: terms.basePaymentCents.toString(),
      residualValueCents: terms.residualValueCents.toString(),
    }),
    line('rent-earned', `rent-${terms.betweenDueDates}`, earned, inputs),
  ]);
}
