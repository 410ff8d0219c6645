import { z } from 'zod';
import { Cents, Day, PositiveCents, plainText } from './basic.ts';

export const GuestFind = z
  .strictObject({
    contractNumber: plainText(60).trim().min(1, 'the contract number on your bill'),
    /** Five digits, or nine; abroad the postal code. */
    zip: plainText(12).trim().min(3, 'the ZIP code of the address on your bill'),
  })
  .meta({ id: 'GuestFind' });

/** What somebody may see who knows contract number and ZIP code: what is needed to pay. */
export const GuestContract = z
  .object({
    /** Opens this contract for payment, for a short time. */
    pass: z.string(),
    product: z.enum(['loan', 'lease']),
    /** The last four characters of the contract number. */
    contractEnding: z.string(),
    today: Day,
    /** What to pay to be up to date through the due date. */
    amountDueCents: Cents,
    pastDueCents: Cents,
    dueDate: Day.nullable(),
    /** The last day on which money avoids the next late fee. */
    lateFeeAfter: Day.nullable(),
  })
  .meta({ id: 'GuestContract' });

export const GuestPayment = z
  .strictObject({
    pass: z.string().min(1, 'the pass of the contract').max(1_000),
    amountCents: PositiveCents,
    holderName: plainText(80).trim().min(2, 'the name on the account'),
    routingNumber: z.string().regex(/^\d{9}$/, 'nine digits, from the bottom left of a check'),
    accountNumber: z.string().regex(/^\d{4,17}$/, '4 to 17 digits'),
    accountType: z.enum(['checking', 'savings']),
  })
  .meta({ id: 'GuestPayment' });

export const GuestReceiptFind = z
  .strictObject({ reference: plainText(40).trim().min(8, 'the reference on your receipt') })
  .meta({ id: 'GuestReceiptFind' });

export const GuestReceipt = z
  .object({
    /** Finds the receipt again; nobody can guess it. */
    reference: z.string(),
    state: z.enum(['accepted', 'cleared', 'reversed']),
    amountCents: Cents,
    on: Day,
    recordedAt: z.string(),
    /** Until this day the bank may still take it back. */
    clearsOn: Day.nullable(),
    contractEnding: z.string(),
    accountEnding: z.string(),
    accountType: z.enum(['checking', 'savings']),
  })
  .meta({ id: 'GuestReceipt' });
