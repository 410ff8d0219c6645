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

const schedules = new WeakMap<LeaseAgreement, LeasePeriod[]>();

/**
 * Every period of the lease: rent = earning balance × r, rounded, with the unrounded r throughout;
 * the last period takes the residue so that the balance ends at the residual value.
 * Source: Federal Reserve, Keys to Vehicle Leasing (18,800.00 over 48 → 18,686.70 after one
 * period).
 */
export function leaseSchedule(terms: LeaseAgreement): readonly LeasePeriod[] {
  return periodsThrough(terms, terms.termMonths);
}

/**
 * The first periods, at least so many of them. Terms are immutable and each period follows from the
 * one before it, so each is worked out once, and none before somebody asks for it or a later one.
 */
function periodsThrough(terms: LeaseAgreement, count: number): readonly LeasePeriod[] {
  const periods = schedules.get(terms) ?? [];
  schedules.set(terms, periods);
  let balance = periods.at(-1)?.endBalanceCents ?? terms.adjustedCapitalizedCostCents;
  for (let number = periods.length + 1; number <= count; number += 1) {
    const period = periodFrom(terms, number, balance);
    periods.push(period);
    balance = period.endBalanceCents;
  }
  return periods;
}

function periodFrom(terms: LeaseAgreement, number: number, balance: Cents): LeasePeriod {
  const earningCents = balance - paidAtStart(terms, number);
  const paidAtEnd = terms.timing === 'arrears' ? terms.basePaymentCents : 0n;
  const rentCents =
    number === terms.termMonths
      ? terms.residualValueCents + paidAtEnd - earningCents
      : roundHalfUp(earningCents * terms.implicitRateE18, RATE_SCALE);
  return { number, rentCents, earningCents, endBalanceCents: earningCents + rentCents - paidAtEnd };
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
  if (on >= leaseMaturityDate(terms)) {
    return breakdown([line('residual-value', 'lease-matured', terms.residualValueCents)]);
  }
  const number = periodOn(terms, on);
  const period = periodsThrough(terms, number)[number - 1];
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
