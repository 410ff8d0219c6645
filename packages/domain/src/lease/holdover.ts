import type { LeaseContract } from '../contract/contract.ts';
import type { LeaseAgreement } from '../contract/lease-terms.ts';
import { record, type Step } from '../contract/record.ts';
import { isRunning } from '../contract/status.ts';
import { posting, postingUnlessZero } from '../ledger/posting.ts';
import { line, withoutZeros } from '../money/breakdown.ts';
import type { Cents } from '../money/cents.ts';
import { roundHalfUp } from '../money/round.ts';
import { addDays, type BusinessDate, daysBetween, laterOf } from '../time/calendar.ts';
import { leaseMaturityDate } from './lease-calendar.ts';
import { chargeTax } from './lease-charge.ts';

/** Days of a month when rent is charged by the day. */
const RENT_DAYS = 30n;

/**
 * Rent for days after maturity without an extension: the monthly base / 30 for each day, rounded
 * once over all of them. A lease paid at once counts the month's share of its payment. 9 days at
 * 415.00 are 124.50.
 */
export function holdoverRent(terms: LeaseAgreement, days: number): Cents {
  if (days < 1) return 0n;
  const months = terms.timing === 'single-payment' ? BigInt(terms.termMonths) : 1n;
  return roundHalfUp(terms.basePaymentCents * BigInt(days), RENT_DAYS * months);
}

/**
 * The next day at whose close rent of a kept car is billed; null where none will be. The date says
 * so, not the status: a lease whose charge-off is undone is only told tonight that its term ended.
 */
export function nextHoldoverDay({ status, terms, facts }: LeaseContract): BusinessDate | null {
  if (!isRunning(status) || terms.basePaymentCents === 0n) return null;
  const from = facts.holdover.through ?? leaseMaturityDate(terms);
  return addDays(from, 1);
}

/**
 * Bills the days of a car kept past maturity, up to the day that closes. No late fee falls on it.
 * It falls at the close of its day, so money of that day comes before it.
 */
export function billHoldover(step: Step<LeaseContract>, on: BusinessDate): Step<LeaseContract> {
  return billKept(step, on, addDays(on, 1));
}

/** The same on the day the car is given back: money at the counter comes after it. */
export function billLastHoldover(step: Step<LeaseContract>, on: BusinessDate): Step<LeaseContract> {
  return billKept(step, on, on);
}

function billKept(
  step: Step<LeaseContract>,
  on: BusinessDate,
  lastEffective: BusinessDate,
): Step<LeaseContract> {
  const { contract } = step;
  const next = nextHoldoverDay(contract);
  if (next === null || next > on) return step;
  const { terms, facts } = contract;
  const maturity = leaseMaturityDate(terms);
  const from = facts.holdover.through ?? maturity;
  const all = holdoverRent(terms, daysBetween(maturity, on));
  const rentCents = all - facts.holdover.billedCents;
  const taxOfAll = chargeTax(terms.tax, 'holdover', all);
  const taxCents = taxOfAll - chargeTax(terms.tax, 'holdover', facts.holdover.billedCents);
  const { jurisdiction, ratePpb } = terms.tax;
  const tax = { jurisdiction, ratePpb, taxableCents: rentCents, taxDate: on };
  const inputs = {
    days: daysBetween(from, on).toString(),
    basePaymentCents: terms.basePaymentCents.toString(),
    from,
  };
  return record(
    step,
    {
      kind: 'holdover-billed',
      effectiveDate: on,
      postings: [
        ...postingUnlessZero('holdover-receivable', 'holdover-income', rentCents),
        ...(taxCents === 0n
          ? []
          : [{ ...posting('holdover-receivable', 'tax-payable', taxCents), tax }]),
      ],
      lines: withoutZeros([
        line('holdover', 'holdover-rent', rentCents, inputs),
        line('tax', 'tax-on-charge', taxCents, {
          charge: 'holdover',
          taxableCents: rentCents.toString(),
          ratePpb: ratePpb.toString(),
        }),
      ]),
      memo: { from, through: on },
    },
    {
      facts: {
        ...facts,
        lastEffective: laterOf(facts.lastEffective, lastEffective),
        holdover: { through: on, billedCents: all },
      },
    },
  );
}
