import type { TaxableCharge } from '../../contract/lease-terms.ts';
import { holdoverRent } from '../../lease/holdover.ts';
import {
  leaseMaturityDate,
  leasePaymentCount,
  leasePaymentsDueBy,
} from '../../lease/lease-calendar.ts';
import { chargeTax, leasePaymentOf, totalOf } from '../../lease/lease-charge.ts';
import { type Line, line } from '../../money/breakdown.ts';
import { type Cents, sumCents } from '../../money/cents.ts';
import { type BusinessDate, daysBetween } from '../../time/calendar.ts';
import { type EndKind, excessMilesLineOn } from './end-miles.ts';
import type { LeaseEndTelling } from './lease-end-telling.ts';

/** A charge and the tax on it, leaving out what is zero. */
export function charged(
  c: LeaseEndTelling,
  charge: TaxableCharge,
  given: Line,
  cents: Cents = chargeTax(c.terms.tax, charge, given.cents),
): Line[] {
  if (given.cents === 0n) return [];
  const { tax } = c.terms;
  if (cents === 0n) return [given];
  const inputs = { charge: given.label, taxableCents: given.cents.toString() };
  return [given, line('tax', 'tax-on-charge', cents, { ...inputs, ratePpb: `${tax.ratePpb}` })];
}

/** What is due and unpaid today: payments with their tax, and fees. */
export function owedLines(c: LeaseEndTelling): Line[] {
  const { open, feesCents } = c.account;
  const past = sumCents(open.map(totalOf));
  const lines: Line[] = [];
  if (past > 0n) {
    const numbers = open.map(({ number }) => number).join(', ');
    lines.push(line('past-due', 'lease-payments-past-due', past, { numbers }));
  }
  if (feesCents > 0n) lines.push(line('fees', 'fees-unpaid', feesCents));
  return lines;
}

/** What the lender holds of the lessee's money and gives back or counts. */
export function creditLines(c: LeaseEndTelling): Line[] {
  const { prepaidCents, depositCents } = c.account;
  const lines: Line[] = [];
  if (prepaidCents > 0n) lines.push(line('prepaid', 'prepaid-counts', -prepaidCents));
  if (depositCents > 0n) lines.push(line('deposit', 'deposit-returned', -depositCents));
  return lines;
}

/** The first lease payments still to come, up to and including those due on a day. */
export function paymentLines(c: LeaseEndTelling, until: BusinessDate): Line[] {
  const to = Math.max(c.account.dueSoFar, leasePaymentsDueBy(c.terms, until));
  const count = to - c.account.dueSoFar;
  return paymentsLine(c, 'payments-to-come', 'payments-until', count, { until });
}

/** The lease payments due after a day, which a car returned early still owes. */
export function remainingLines(c: LeaseEndTelling, after: BusinessDate): Line[] {
  const paid = Math.max(c.account.dueSoFar, leasePaymentsDueBy(c.terms, after));
  const count = leasePaymentCount(c.terms) - paid;
  return paymentsLine(c, 'remaining-payments', 'payments-after', count, { after });
}

function paymentsLine(
  c: LeaseEndTelling,
  label: string,
  rule: string,
  count: number,
  inputs: Readonly<Record<string, string>>,
): Line[] {
  if (count < 1) return [];
  const each = totalOf(leasePaymentOf(c.terms, 1));
  const numbers = { count: count.toString(), eachCents: each.toString() };
  return [line(label, rule, BigInt(count) * each, { ...inputs, ...numbers })];
}

/** The disposition fee, unless an offer that is taken up waives it. */
export function dispositionLines(c: LeaseEndTelling): Line[] {
  const cents = c.terms.endFees.dispositionCents;
  const lines = charged(c, 'disposition-fee', line('disposition-fee', 'disposition', cents));
  if (c.offer?.waivesDisposition !== true || lines.length === 0) return lines;
  const all = sumCents(lines.map((each) => each.cents));
  return [...lines, line('offer', 'disposition-waived', -all, { offer: c.offer.name })];
}

/** Miles and wear, each with its tax. */
export function conditionLines(c: LeaseEndTelling, endsOn: BusinessDate, kind: EndKind): Line[] {
  return [
    ...charged(c, 'excess-miles', excessMilesLineOn(c, endsOn, kind)),
    ...charged(c, 'excess-wear', line('excess-wear', 'wear-estimate', c.wearCents)),
  ];
}

/**
 * Rent for days after maturity without an extension, as far as it is not billed yet, and tax. What
 * is billed stands among the fees. No late fee comes on it.
 */
export function holdoverLines(c: LeaseEndTelling, until: BusinessDate): Line[] {
  const { terms, account } = c;
  const maturity = leaseMaturityDate(terms);
  const { through, billedCents } = account.holdover;
  const from = through ?? maturity;
  const days = daysBetween(from, until);
  if (days < 1) return [];
  const inputs = {
    days: days.toString(),
    basePaymentCents: terms.basePaymentCents.toString(),
    from,
  };
  const all = holdoverRent(terms, daysBetween(maturity, until));
  const rent = line('holdover', 'holdover-rent', all - billedCents, inputs);
  // As the close bills it: the tax on all of it, less what was billed of that.
  const taxOf = (cents: Cents) => chargeTax(terms.tax, 'holdover', cents);
  return charged(c, 'holdover', rent, taxOf(all) - taxOf(billedCents));
}
