import type { LeaseAgreement } from '../contract/lease-terms.ts';
import { addMonths, type BusinessDate, monthsBetween } from '../time/calendar.ts';

/** The day on which period `number + 1` begins; 0 is the start, `termMonths` is maturity. */
export function periodStart(terms: LeaseAgreement, number: number): BusinessDate {
  return number === 0 ? terms.startsOn : addMonths(terms.startsOn, number, terms.dueDay);
}

/** The scheduled end of the lease. No payment falls due on it when payments are in advance. */
export function leaseMaturityDate(terms: LeaseAgreement): BusinessDate {
  return periodStart(terms, terms.termMonths);
}

/** How many lease payments the lessee promised: one when the lease is a single-payment lease. */
export function leasePaymentCount(terms: LeaseAgreement): number {
  return terms.timing === 'single-payment' ? 1 : terms.termMonths;
}

/** The due date of lease payment `number`, counted from 1. */
export function leaseDueDate(terms: LeaseAgreement, number: number): BusinessDate {
  return periodStart(terms, terms.timing === 'arrears' ? number : number - 1);
}

/** How many lease payments have fallen due on or before a day. */
export function leasePaymentsDueBy(terms: LeaseAgreement, on: BusinessDate): number {
  const count = leasePaymentCount(terms);
  if (on < leaseDueDate(terms, 1)) return 0;
  let number = Math.max(1, monthsBetween(leaseDueDate(terms, 1), on));
  while (number < count && leaseDueDate(terms, number + 1) <= on) number += 1;
  return Math.min(number, count);
}

/** The period a day falls in, counted from 1; the last one from maturity on. */
export function periodOn(terms: LeaseAgreement, on: BusinessDate): number {
  if (on < periodStart(terms, 1)) return 1;
  let number = Math.min(monthsBetween(terms.startsOn, on), terms.termMonths - 1);
  while (number < terms.termMonths && periodStart(terms, number) <= on) number += 1;
  return Math.min(Math.max(number, 1), terms.termMonths);
}
