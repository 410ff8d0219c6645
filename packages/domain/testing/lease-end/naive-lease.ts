/**
 * A lease told once more, one period at a time, for the naive doors: due dates written out as a
 * list, the balance walked from the start, tax as an exact fraction.
 */
import { type Day, daysFrom, monthsLater } from '../../../../tests/simulator/oracle/days.ts';
import {
  type Fraction,
  fraction,
  share,
  toCents,
} from '../../../../tests/simulator/oracle/fraction.ts';
import type { LeaseAgreement, TaxableCharge } from '../../src/contract/lease-terms.ts';

/** What is naively charged: a label of the domain and cents. */
export type NaiveLine = readonly [label: string, cents: bigint];

const PERIOD_DAYS = new WeakMap<LeaseAgreement, Day[]>();

/** The first day of every period and, at the end, maturity. */
export function periodDays(terms: LeaseAgreement): Day[] {
  const known = PERIOD_DAYS.get(terms);
  if (known !== undefined) return known;
  const days: Day[] = [terms.startsOn];
  for (let month = 1; month <= terms.termMonths; month += 1) {
    days.push(monthsLater(terms.startsOn, month, terms.dueDay));
  }
  PERIOD_DAYS.set(terms, days);
  return days;
}

export function maturityOf(terms: LeaseAgreement): Day {
  return periodDays(terms)[terms.termMonths] ?? terms.startsOn;
}

export function dueDatesOf(terms: LeaseAgreement): Day[] {
  const days = periodDays(terms);
  if (terms.timing === 'single-payment') return days.slice(0, 1);
  return terms.timing === 'advance' ? days.slice(0, -1) : days.slice(1);
}

/** One payment as it is billed. */
export function eachPayment(terms: LeaseAgreement): bigint {
  const { basePaymentCents, tax } = terms;
  const isTaxed = tax.method === 'each-payment' && tax.taxable.includes('base-payment');
  return basePaymentCents + (isTaxed ? toCents(share(basePaymentCents, tax.ratePpb)) : 0n);
}

export function taxOnEnd(terms: LeaseAgreement, charge: TaxableCharge, cents: bigint): bigint {
  const { method, taxable, ratePpb } = terms.tax;
  if (method === 'none') return 0n;
  return taxable.includes(charge) ? toCents(share(cents, ratePpb)) : 0n;
}

/** A part of an amount, whole cents. */
export function part(cents: bigint, of: number, outOf: number): bigint {
  const exact: Fraction = fraction(cents * BigInt(of), BigInt(outOf));
  return toCents(exact);
}

/** A count as a plain number, by the oracle's own way out of bigint and text. */
export function whole(count: bigint | string): number {
  return Number(count);
}

/** The number of the period a day falls in, its first day and the first day of the next. */
export function periodOf(terms: LeaseAgreement, on: Day): { number: number; from: Day; to: Day } {
  const days = periodDays(terms);
  let number = 1;
  while (number < terms.termMonths && (days[number] ?? on) <= on) number += 1;
  return { number, from: days[number - 1] ?? on, to: days[number] ?? on };
}

const ONE = 10n ** 18n;

/** Amount still tied up in the car, with every payment made on its day. */
export function naiveBalance(terms: LeaseAgreement, on: Day): NaiveLine[] {
  if (on >= maturityOf(terms)) return [['residual-value', terms.residualValueCents]];
  const today = periodOf(terms, on);
  let balance = terms.adjustedCapitalizedCostCents;
  for (let number = 1; ; number += 1) {
    const paysFirst =
      terms.timing === 'advance' || (terms.timing === 'single-payment' && number === 1);
    if (paysFirst) balance -= terms.basePaymentCents;
    const paysLast = terms.timing === 'arrears' ? terms.basePaymentCents : 0n;
    const rent =
      number === terms.termMonths
        ? terms.residualValueCents - balance + paysLast
        : toCents(fraction(balance * terms.implicitRateE18, ONE));
    if (number === today.number) {
      const gone = Math.max(0, daysFrom(today.from, on));
      const isWhole = terms.betweenDueDates === 'period';
      const earned = isWhole ? rent : part(rent, gone, daysFrom(today.from, today.to));
      return [
        ['lease-balance', balance],
        ['rent-earned', earned],
      ];
    }
    balance += rent - paysLast;
  }
}
