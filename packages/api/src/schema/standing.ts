import { z } from 'zod';
import { Breakdown, Cents, Day } from './basic.ts';

const PastDuePayment = z.object({
  number: z.int(),
  dueDate: Day,
  unpaidCents: Cents,
  /** Its late fee: still avoidable by `payBy`, or falling at the close of the day; else null. */
  fee: z.object({ state: z.enum(['avoidable', 'falls']), payBy: Day, feeCents: Cents }).nullable(),
});

/**
 * Where a customer stands on a day. Overview, preview and receipt carry the same object, so that
 * what is said before a payment is what is seen after it.
 */
export const Standing = z
  .object({
    asOf: Day,
    status: z.enum(['open', 'ended', 'paid-off', 'charged-off', 'closed']),
    /** What is past due, payment by payment, oldest first. */
    pastDue: z.array(PastDuePayment),
    pastDueCents: Cents,
    feesCents: Cents,
    /** Wanted now: past due, fees and rent since the lease ended; the next payment is not in it. */
    due: Breakdown,
    nextDueDate: Day.nullable(),
    nextPaymentCents: Cents,
    lateFee: z.object({ payBy: Day, feeCents: Cents, dueDate: Day }).nullable(),
    /** Owed in all: the payoff of a loan; of a lease what is wanted now and what is to come. */
    owed: Breakdown,
    /** The lease payments that still want money; null for a loan. */
    toCome: z.object({ payments: z.int(), cents: Cents }).nullable(),
    promised: z.array(z.object({ on: Day, amountCents: Cents })),
    /** Rent of a leased car that is kept past the end of its lease. */
    holdover: z.object({ since: Day, days: z.int(), perDayCents: Cents, cents: Cents }).nullable(),
  })
  .meta({ id: 'Standing' });
