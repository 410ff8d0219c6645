import { READING_SOURCES } from '@roadbook/domain/contract/reading';
import { RHYTHM_NAMES } from '@roadbook/domain/schedule/rhythm';
import { z } from 'zod';
import { Assumption, Breakdown, Cents, ContractId, Day, Digits, Line } from './basic.ts';
import { Channel, Purpose } from './ledger.ts';
import { Standing } from './standing.ts';

export const AmountDue = z
  .object({
    asOf: Day,
    total: Breakdown,
    pastDueCents: Cents,
    feesCents: Cents,
    nextDueDate: Day.nullable(),
    nextPaymentCents: Cents,
    daysPastDue: z.int(),
    oldestUnsatisfiedDueDate: Day.nullable(),
    lateFee: z.object({ payBy: Day, feeCents: Cents }).nullable(),
  })
  .meta({ id: 'AmountDue' });

export const Vehicle = z
  .object({
    year: z.int().nullable(),
    make: z.string().nullable(),
    model: z.string().nullable(),
    vin: z.string().nullable(),
  })
  .meta({ id: 'Vehicle' });

const common = {
  contractId: ContractId,
  contractNumber: z.string(),
  status: z.enum(['open', 'ended', 'paid-off', 'charged-off', 'closed']),
  vehicle: Vehicle,
  amountDue: AmountDue,
  standing: Standing,
  /** What is still owed of a contract that was charged off; null where it was not. */
  chargedOff: Breakdown.nullable(),
  /** Money accepted and not yet cleared. */
  unclearedCents: Cents,
  scheduled: z.array(
    z.object({
      scheduleId: z.string(),
      amountCents: Cents,
      on: Day,
      purpose: Purpose,
      methodLabel: z.string().nullable(),
    }),
  ),
  maturityDate: Day,
  graceDays: z.int(),
  /** How many days ahead a payment may be promised. */
  promiseDays: z.int(),
  /** From this day after its due date on an unpaid payment is reported to bureaus as late. */
  reportedLateDays: z.int(),
  lastPayment: z.object({ on: Day, amountCents: Cents }).nullable(),
  assumed: z.array(Assumption),
  /** What stops some of servicing just now, as kinds of hold. */
  holds: z.array(z.string()),
};

/** A point of the balance curve: past as it was, future if every payment comes on its due date. */
const CurvePoint = z.object({ on: Day, balanceCents: Cents, projected: z.boolean() });

export const LoanOverview = z
  .object({
    product: z.literal('loan'),
    ...common,
    balance: Breakdown,
    payoff: Breakdown,
    perDiemMicros: Digits,
    amountFinancedCents: Cents,
    annualRatePpb: Digits,
    dayCount: z.string(),
    installmentCents: Cents,
    installmentCount: z.int(),
    /** How often a payment falls due. */
    paymentRhythm: z.enum(RHYTHM_NAMES),
    installmentsSatisfied: z.int(),
    paidAheadTo: Day.nullable(),
    interestPaidThrough: Day,
    chargedOffCents: Cents,
    curve: z.array(CurvePoint),
    nextPayments: z.array(
      z.object({
        number: z.int(),
        dueDate: Day,
        paymentCents: Cents,
        interestCents: Cents,
        principalCents: Cents,
        balanceCents: Cents,
      }),
    ),
  })
  .meta({ id: 'LoanOverview' });

export const LeaseOverview = z
  .object({
    product: z.literal('lease'),
    ...common,
    startsOn: Day,
    termMonths: z.int(),
    monthsLeft: z.int(),
    daysLeft: z.int(),
    payment: Breakdown,
    remainingPayments: z.int(),
    remainingPaymentsCents: Cents,
    residualValueCents: Cents,
    adjustedLeaseBalance: Breakdown,
    prepaidCents: Cents,
    mileage: z.object({
      allowedMiles: z.int(),
      allowedToDateMiles: z.int(),
      /** The part of the allowance that belonged to the days before the last reading. */
      allowedAtReadingMiles: z.int().nullable(),
      deliveryOdometer: z.int(),
      drivenMiles: z.int().nullable(),
      readOn: Day.nullable(),
      /** The last reading that counts, as the odometer showed it, and who read it. */
      readMiles: z.int().nullable(),
      readSource: z.enum(READING_SOURCES).nullable(),
      projectedMiles: z.int().nullable(),
      projectedExcessMiles: z.int().nullable(),
      projectedExcess: Breakdown.nullable(),
      excessMileCents: Cents,
    }),
    nextPayments: z.array(
      z.object({ number: z.int(), dueDate: Day, baseCents: Cents, taxCents: Cents }),
    ),
  })
  .meta({ id: 'LeaseOverview' });

export const ContractOverview = z
  .discriminatedUnion('product', [LoanOverview, LeaseOverview])
  .meta({ id: 'ContractOverview' });

/** One row of the account's life, newest first in lists. */
export const Transaction = z
  .object({
    entryId: z.string(),
    seq: z.int(),
    kind: z.string(),
    businessDate: Day,
    effectiveDate: Day,
    recordedAt: z.string(),
    /** The amount of a payment, fee or charge; negative when it was taken back. */
    amountCents: Cents,
    lines: z.array(Line),
    payment: z
      .object({
        paymentId: z.string(),
        purpose: Purpose,
        channel: Channel,
        methodLabel: z.string().nullable(),
        state: z.enum(['accepted', 'cleared', 'reversed', 'reapplied']),
        clearsOn: Day.nullable(),
      })
      .nullable(),
    /** What was promised, cancelled or not drawn, where the entry is about that. */
    promise: z.object({ on: Day, amountCents: Cents }).nullable(),
    /** What the odometer showed, where the entry is a reading. */
    reading: z.object({ miles: z.int(), on: Day, source: z.string() }).nullable(),
    /** What was owed in principal (loan) or open lease payments (lease) after it. */
    balanceCents: Cents,
    reversesSeq: z.int().nullable(),
    reversedBySeq: z.int().nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'Transaction' });

export const ScheduleRow = z
  .object({
    number: z.int(),
    dueDate: Day,
    paymentCents: Cents,
    /** Interest of a loan payment, tax of a lease payment. */
    interestCents: Cents,
    principalCents: Cents,
    taxCents: Cents,
    balanceCents: Cents,
    state: z.enum(['paid', 'part-paid', 'due', 'past-due', 'to-come']),
  })
  .meta({ id: 'ScheduleRow' });
