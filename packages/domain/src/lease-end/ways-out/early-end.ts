import { adjustedLeaseBalance } from '../../lease/lease-balance.ts';
import { leaseMaturityDate, periodOn, periodStart } from '../../lease/lease-calendar.ts';
import { leasePaymentOf, totalOf } from '../../lease/lease-charge.ts';
import { type Breakdown, breakdown, type Line, line } from '../../money/breakdown.ts';
import { atLeastZero, type Cents, sumCents } from '../../money/cents.ts';
import { roundHalfUp } from '../../money/round.ts';
import { type BusinessDate, daysBetween } from '../../time/calendar.ts';
import { closed, type LeaseEndRefusal } from '../lease-end-refusal.ts';
import {
  charged,
  conditionLines,
  creditLines,
  dispositionLines,
  owedLines,
  remainingLines,
} from './end-lines.ts';
import type { LeaseEndTelling } from './lease-end-telling.ts';

/**
 * What ending the lease on a day before maturity costs when the car brings so much: adjusted lease
 * balance + past due + early-termination and disposition fees − realized value, never below zero,
 * then less what the lender holds. Where the contract caps it, never more than the remaining
 * payments and the charges of an ordinary end. Wear and miles are in the realized value already.
 * Payments due by that day count as paid. Until the car is sold the realized value is an estimate
 * (Reg M, 12 CFR 1013.4(g) and (l): the lessee may obtain an independent appraisal).
 * A servicemember pays by `servicememberEnd` instead.
 */
export function earlyEnd(
  c: LeaseEndTelling,
  on: BusinessDate,
  realizedCents: Cents,
): Breakdown | LeaseEndRefusal {
  const { terms, policy } = c;
  if (on < c.asOf) return closed('date-before-today', { on, today: c.asOf });
  const maturity = leaseMaturityDate(terms);
  if (on >= maturity) return closed('lease-matured', { maturity });
  if (c.servicemember) return servicememberEnd(c, on);
  const fee = terms.endFees.earlyTerminationCents;
  const owed = [
    ...adjustedLeaseBalance(terms, on).lines,
    ...owedLines(c),
    ...charged(c, 'early-termination', line('early-termination-fee', 'early-termination', fee)),
    ...dispositionLines(c),
    line('realized-value', 'realized-value-estimate', -realizedCents),
  ].filter((each) => each.cents !== 0n);
  const sum = totalOfLines(owed);
  const lines = [...owed];
  if (sum < 0n) lines.push(line('surplus', 'liability-floor', -sum));
  if (policy.earlyEnd.cappedAtRemainingPayments) {
    const cap = remainingYardstick(c, on);
    const over = atLeastZero(sum) - cap;
    if (over > 0n) lines.push(line('cap', 'remaining-payments-cap', -over, { capCents: `${cap}` }));
  }
  return breakdown([...lines, ...creditLines(c)]);
}

/** Remaining payments and the charges of an ordinary end: the most that a capped contract asks. */
function remainingYardstick(c: LeaseEndTelling, on: BusinessDate): Cents {
  return totalOfLines([
    ...owedLines(c),
    ...remainingLines(c, on),
    ...dispositionLines(c),
    ...conditionLines(c, on, 'early'),
  ]);
}

/**
 * The end of a lease under the SCRA (50 USC 3955): no early-termination charge; the rent is
 * pro-rated to the day, what was paid ahead of it comes back within 30 days, the capitalized cost
 * reduction for the periods not used among it; taxes, wear and miles stay owed. Below zero it is a
 * refund.
 */
function servicememberEnd(c: LeaseEndTelling, on: BusinessDate): Breakdown {
  const lines = [
    ...owedLines(c),
    ...conditionLines(c, on, 'early'),
    ...unusedRent(c, on),
    ...unearnedReduction(c, on),
    ...creditLines(c),
  ];
  return breakdown(lines.filter((each) => each.cents !== 0n));
}

/** The part of the current period's payment, paid in advance, that belongs to days not used. */
function unusedRent(c: LeaseEndTelling, on: BusinessDate): Line[] {
  const { terms } = c;
  const number = periodOn(terms, on);
  const start = periodStart(terms, number - 1);
  const days = daysBetween(start, periodStart(terms, number));
  const used = Math.max(0, daysBetween(start, on));
  const each = totalOf(leasePaymentOf(terms, 1));
  if (terms.timing === 'single-payment') return [singlePaymentUnused(c, on, each)];
  const inputs = { days: used.toString(), daysInPeriod: days.toString(), eachCents: `${each}` };
  if (terms.timing === 'advance') {
    const unused = roundHalfUp(each * BigInt(days - used), BigInt(days));
    return [line('unused-rent', 'rent-after-service-notice', -unused, inputs)];
  }
  const rent = roundHalfUp(each * BigInt(used), BigInt(days));
  return [line('rent-used', 'rent-to-service-notice', rent, inputs)];
}

/**
 * The part of the capitalized cost reduction that belongs to days not used: it is spread evenly
 * over the periods of the lease, and by days within the one that is under way.
 * 3,600.00 over 36 months, ended after 12: 2,400.00.
 */
function unearnedReduction({ terms }: LeaseEndTelling, on: BusinessDate): Line[] {
  const reduction = terms.capitalizedCostReductionCents;
  if (reduction === 0n) return [];
  const number = periodOn(terms, on);
  const start = periodStart(terms, number - 1);
  const days = BigInt(daysBetween(start, periodStart(terms, number)));
  const used = BigInt(Math.max(0, daysBetween(start, on)));
  const whole = BigInt(terms.termMonths - number);
  const unearned = roundHalfUp(
    reduction * (whole * days + days - used),
    days * BigInt(terms.termMonths),
  );
  const inputs = {
    reductionCents: reduction.toString(),
    periodsLeft: whole.toString(),
    days: used.toString(),
    daysInPeriod: days.toString(),
  };
  return [line('unearned-reduction', 'reduction-after-service-notice', -unearned, inputs)];
}

function singlePaymentUnused(c: LeaseEndTelling, on: BusinessDate, each: Cents): Line {
  const days = daysBetween(c.terms.startsOn, leaseMaturityDate(c.terms));
  const used = Math.max(0, daysBetween(c.terms.startsOn, on));
  const unused = roundHalfUp(each * BigInt(days - used), BigInt(days));
  const inputs = { days: used.toString(), daysInPeriod: days.toString(), eachCents: `${each}` };
  return line('unused-rent', 'rent-after-service-notice', -unused, inputs);
}

function totalOfLines(lines: readonly Line[]): Cents {
  return sumCents(lines.map((each) => each.cents));
}
