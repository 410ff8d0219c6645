import { z } from 'zod';
import {
  Breakdown,
  Cents,
  ContractId,
  Day,
  Digits,
  Line,
  PositiveCents,
  plainText,
} from './basic.ts';
import { Purpose } from './ledger.ts';
import { Standing } from './standing.ts';

export const CustomerPurpose = z.enum(['regular', 'principal-only', 'payoff']);

export const PaymentMethod = z
  .object({
    methodId: z.uuid(),
    kind: z.enum(['bank-account']),
    /** For people: "Checking account ending in 4321". */
    label: z.string(),
    lastFour: z.string(),
    accountType: z.enum(['checking', 'savings']),
    addedOn: Day,
    /** When it last paid, and when the payment network last refused it. */
    lastUsedOn: Day.nullable(),
    refusedOn: Day.nullable(),
  })
  .meta({ id: 'PaymentMethod' });

export const AddBankAccount = z
  .strictObject({
    holderName: plainText(80).trim().min(2, 'the name on the account'),
    routingNumber: z.string().regex(/^\d{9}$/, 'nine digits, from the bottom left of a check'),
    accountNumber: z.string().regex(/^\d{4,17}$/, '4 to 17 digits'),
    accountType: z.enum(['checking', 'savings']),
    /** Left out by who has just proven that it is them, and has perhaps no password. */
    password: z.string().min(1, 'your password, to confirm it is you').max(200).optional(),
  })
  .meta({ id: 'AddBankAccount' });

export const CustomerPayment = z
  .strictObject({
    amountCents: PositiveCents,
    purpose: CustomerPurpose,
    methodId: z.uuid('one of your saved payment methods').toLowerCase(),
    /** Today (the open business day) or a later day. */
    on: Day,
  })
  .meta({ id: 'CustomerPayment' });

export const PaymentPreviewRequest = CustomerPayment.omit({ methodId: true }).meta({
  id: 'PaymentPreviewRequest',
});

export const PaymentPreview = z
  .object({
    on: Day,
    isScheduled: z.boolean(),
    amountCents: Cents,
    split: Breakdown,
    /** Where the customer stands once this is done: the receipt will say the same. */
    standing: Standing,
    /** For a promise: where the customer stands once it is drawn, if nothing else happens. */
    standingOnceDrawn: Standing.nullable(),
    /** Keys of the copy catalogue with what they need. */
    notes: z.array(z.object({ note: z.string(), facts: z.record(z.string(), z.string()) })),
  })
  .meta({ id: 'PaymentPreview' });

export const PaymentReceipt = z
  .object({
    paymentId: z.string(),
    /** The short code a person can read out. */
    reference: z.string(),
    contractId: ContractId,
    contractNumber: z.string(),
    state: z.enum(['scheduled', 'accepted', 'cleared', 'reversed', 'cancelled', 'skipped']),
    amountCents: Cents,
    purpose: Purpose,
    on: Day,
    recordedAt: z.string(),
    clearsOn: Day.nullable(),
    methodLabel: z.string().nullable(),
    split: Breakdown.nullable(),
    /** Where the customer stands now. */
    standing: Standing,
  })
  .meta({ id: 'PaymentReceipt' });

export const Payoff = z
  .object({
    on: Day,
    payoff: Breakdown,
    perDiemMicros: Digits,
    /** The last day one may ask for. */
    lastDay: Day,
    provided: z.array(z.object({ amountCents: Cents, clearsOn: Day })),
  })
  .meta({ id: 'Payoff' });

export const PayoffQuote = z
  .object({
    quoteId: z.string(),
    reference: z.string(),
    quotedOn: Day,
    from: Day,
    goodThrough: Day,
    perDiemMicros: Digits,
    days: z.array(z.object({ on: Day, totalCents: Cents })),
    lines: z.array(Line),
    provided: z.array(z.object({ amountCents: Cents, clearsOn: Day })),
  })
  .meta({ id: 'PayoffQuote' });

/** Money that has arrived, told by a bank file, a lockbox or another system. */
export const ArrivedPayment = z
  .strictObject({
    receivedOn: Day,
    amountCents: PositiveCents,
    purpose: Purpose.default('regular'),
    channel: z
      .enum(['integrator', 'lockbox', 'check', 'cheque', 'wire', 'cash-network'])
      .default('integrator')
      .describe('How the money came. `cheque` is an older spelling of `check` and still accepted.'),
  })
  .meta({ id: 'ArrivedPayment' });

export const ArrivedPaymentReceipt = z
  .object({
    paymentId: z.string(),
    reference: z.string(),
    contractId: ContractId,
    seq: z.int(),
    amountCents: Cents,
    effectiveDate: Day,
    businessDate: Day,
    split: Breakdown,
    principalCents: Cents,
    status: z.string(),
  })
  .meta({ id: 'ArrivedPaymentReceipt' });

export const ReversePayment = z
  .strictObject({
    reason: z.string().regex(/^[a-z0-9-]{2,40}$/, 'a code such as "r01" or "entered-in-error"'),
  })
  .meta({ id: 'ReversePayment' });

export const ReversalReceipt = z
  .object({
    paymentId: z.string(),
    contractId: ContractId,
    amountCents: Cents,
    reason: z.string(),
    effectiveDate: Day,
    status: z.string(),
  })
  .meta({ id: 'ReversalReceipt' });
