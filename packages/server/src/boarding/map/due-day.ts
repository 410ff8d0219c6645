import { addDays, type BusinessDate, partsOf } from '@roadbook/domain/time/calendar';
import type { Lender } from '../../lender/lender.ts';
import type { Party } from '../read/party/party.ts';
import type { Assumptions } from './assumptions.ts';

/** The due day of a contract, and whether a file states it. */
export type DueDay = { readonly dueDay: number; readonly isStated: boolean };

/**
 * The day of the month on which payments fall due. EX-102 names months only, so it comes from the
 * parties file, else from the days past due, counted back from the cut-off. If exactly one payment
 * is unpaid though nothing is past due, it can only be the cut-off's own day. Else it is the
 * lender's default. What no file states is recorded as assumed.
 */
export function dueDayOf(
  {
    parties,
    asOf,
    lender,
    daysPastDue,
  }: {
    readonly parties: readonly Party[];
    readonly asOf: BusinessDate;
    readonly lender: Lender;
    readonly daysPastDue: number;
  },
  isOnePaymentUnpaid: boolean,
  assume: Assumptions,
): DueDay {
  const stated = parties.find(({ dueDay }) => dueDay !== null)?.dueDay;
  if (stated !== undefined && stated !== null) return { dueDay: stated, isStated: true };
  const assumed = (day: number, reason: string): number =>
    assume.orAssume('dueDay', null, day, reason);
  if (daysPastDue > 0) {
    const { day } = partsOf(addDays(asOf, -daysPastDue));
    return { dueDay: assumed(day, 'from-days-past-due'), isStated: false };
  }
  if (isOnePaymentUnpaid) {
    return { dueDay: assumed(partsOf(asOf).day, 'from-amount-due'), isStated: true };
  }
  const { dueDay } = lender.boarding;
  return { dueDay: assumed(dueDay, 'file-silent-lender-default'), isStated: false };
}

/** Whether what falls due next is one payment more than falls due in any month. */
export function isOnePaymentMore(
  amountDueCents: bigint | undefined,
  paymentCents: bigint,
  toleranceCents: bigint,
): boolean {
  if (amountDueCents === undefined || paymentCents <= 0n) return false;
  const off = amountDueCents - 2n * paymentCents;
  return off <= toleranceCents && -off <= toleranceCents;
}
