import {
  BILL_CHARGES,
  DISPUTE_OUTCOMES,
  DISPUTE_REASONS,
} from '@roadbook/domain/contract/give-back';
import { READING_REASONS } from '@roadbook/domain/contract/reading';
import { z } from 'zod';
import { Cents, Day, EntryId, plainText } from './basic.ts';

const Miles = z.int().min(0).max(999_999);

/** A line's id is a name of ours or the id of a finding. */
export const LineId = z
  .string()
  .regex(/^[a-z\d][a-z\d.-]{0,79}$/i, 'the id of a line: letters, digits, dots and dashes');

/** One line of a return quote or a bill, with the rule and the evidence behind it. */
export const BillLine = z
  .object({
    lineId: LineId,
    charge: z.enum(BILL_CHARGES),
    rule: z.string(),
    inputs: z.record(z.string(), z.string()),
    chargeCents: Cents,
    taxCents: Cents,
    evidence: z.string(),
    decidedBy: z.string(),
  })
  .meta({ id: 'BillLine' });

export const BillDispute = z
  .object({
    disputeId: EntryId,
    raisedOn: Day,
    /** The day by which we promised to decide; null once it is decided. */
    decideBy: Day.nullable(),
    outcome: z.enum(DISPUTE_OUTCOMES).nullable(),
    /** Why it was decided so; null while it is open. */
    reason: z.enum(DISPUTE_REASONS).nullable(),
    /** Null where the reader may not see the words. */
    words: z.string().nullable(),
  })
  .meta({ id: 'BillDispute' });

/** A line of a bill with what became of it. */
export const ChargedLine = BillLine.extend({
  leftCents: Cents,
  leftTaxCents: Cents,
  dispute: BillDispute.nullable(),
}).meta({ id: 'ChargedLine' });

/** How far a car is on its way back, and what is owed for it. */
export const GiveBack = z
  .object({
    stage: z.enum(['with-customer', 'received', 'billed', 'settled']),
    quote: z
      .object({
        quoteId: EntryId,
        issuedOn: Day,
        goodThrough: Day,
        isGood: z.boolean(),
        miles: z.int(),
        toleranceMiles: z.int(),
        lines: z.array(BillLine),
        totalCents: Cents,
        /** What hand-over today costs in all: the quote, and what the account owes besides. */
        todayCents: Cents,
      })
      .nullable(),
    receipt: z
      .object({
        handOverId: EntryId,
        on: Day,
        miles: z.int(),
        milesReason: z.enum(READING_REASONS).nullable(),
        hasNewDamage: z.boolean(),
        /** Whether a signed return form is kept: one recorded by hand has none. */
        hasForm: z.boolean(),
      })
      .nullable(),
    bills: z.array(
      z.object({
        billId: EntryId,
        issuedOn: Day,
        isLast: z.boolean(),
        lines: z.array(ChargedLine),
        totalCents: Cents,
      }),
    ),
    /** The day by which the last bill is promised; null before the receipt, and once it is out. */
    billBy: Day.nullable(),
    isBillLate: z.boolean(),
    owedCents: Cents,
    disputedCents: Cents,
    refundCents: Cents,
  })
  .meta({ id: 'GiveBack' });

export const RaiseDispute = z.strictObject({
  words: plainText(1_000).trim().min(1, 'what is wrong with the line, in your words'),
});

/** A charge for wear as somebody at the desk sets it. */
export const WearLine = z.strictObject({
  lineId: LineId,
  rule: plainText(80),
  inputs: z.record(z.string().max(40), z.string().max(200)).default({}),
  /** Below zero where a waiver takes off. */
  chargeCents: Cents,
  evidence: plainText(200).trim().min(1, 'what the charge rests on'),
});

export const IssueQuote = z.strictObject({
  miles: Miles,
  milesEvidence: plainText(200).trim().min(1, 'what the miles rest on'),
  wear: z.array(WearLine).max(200),
  goodThrough: Day.optional(),
});

export const IssueBill = z.strictObject({
  isLast: z.boolean(),
  wear: z.array(WearLine).max(200),
  thirdParty: z.array(WearLine.extend({ incurredOn: Day })).max(50),
});

export const DecideDispute = z
  .strictObject({
    outcome: z.enum(DISPUTE_OUTCOMES),
    /** Where it is lowered: what is still charged, before tax. */
    toCents: Cents.optional(),
    reason: z.enum(DISPUTE_REASONS),
  })
  .refine(
    ({ outcome, toCents }) => (outcome === 'lowered') === (toCents !== undefined),
    'an amount belongs to a line that is lowered, and to no other',
  );

/** What the two people on the lot say of a car, and what its form says. */
export const ReceiveCar = z.strictObject({
  on: Day,
  miles: Miles,
  milesReason: z.enum(READING_REASONS).nullable(),
  hasNewDamage: z.boolean(),
  keys: z.int().min(0).max(9),
  hasManual: z.boolean(),
  hasEquipment: z.boolean(),
  remarks: plainText(500).nullable(),
  /** Who hands the car over, as printed on the form. */
  givenBy: plainText(120).trim().min(1, 'the name of who hands the car over'),
  receivedBy: plainText(120).trim().min(1, 'the name of who receives the car'),
});
