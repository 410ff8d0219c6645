import { z } from 'zod';
import { operation } from '../operation.ts';
import { Cents, ContractId, Day, EntryId, plainText } from '../schema/basic.ts';
import { ReceiveCar } from '../schema/give-back.ts';

const params = z.object({ contractId: ContractId });

/** What a receipt can be refused with, whether it is only looked at or recorded. */
const refused = [
  'car-not-found',
  'give-back-not-for-a-loan',
  'contract-charged-off',
  'lease-has-ended',
  'car-already-received',
  'hand-over-in-future',
  'hand-over-before-lease',
  'hand-over-too-early',
  'reading-impossible',
  'reading-known',
  'too-many-readings',
  'reading-in-future',
  'reading-before-lease',
  'reading-below-delivery',
  'reading-contradicts',
  'reading-far-ahead',
] as const;

export const findCarToReceive = operation({
  id: 'findCarToReceive',
  audience: 'staff',
  permission: 'receive-car',
  method: 'POST',
  path: '/api/v1/desk/cars',
  summary: 'Find a leased car by its whole VIN, to take it back. Nothing of the account is shown.',
  description: 'The VIN travels in the body. Each look is written to the access log.',
  body: z.strictObject({ vin: plainText(40).trim() }),
  status: 200,
  response: z.object({
    contractId: ContractId,
    vin: z.string(),
    modelYear: z.int().nullable(),
    make: z.string().nullable(),
    model: z.string().nullable(),
    today: Day,
    /** The first day on which it may simply be given back; null once it is back. */
    firstDay: Day.nullable(),
    receivedOn: Day.nullable(),
    /** Whether our own price stands, so that the bill is made at the counter. */
    hasQuote: z.boolean(),
  }),
  problems: ['car-not-found', 'too-many-attempts'],
});

const Receipt = ReceiveCar.extend({ vin: plainText(40).trim() });

export const previewCarReceipt = operation({
  id: 'previewCarReceipt',
  audience: 'staff',
  permission: 'receive-car',
  method: 'POST',
  path: '/api/v1/desk/cars/:contractId/receipt-preview',
  summary: 'What would be owed at the counter if the car were taken back so. Nothing is written.',
  params,
  body: Receipt,
  status: 200,
  response: z.object({
    owedCents: Cents,
    /** The price we promised holds, and its bill goes out at once. */
    isQuoted: z.boolean(),
    /** The reading is lower than one before: the statement says that it may not be actual. */
    isNotActual: z.boolean(),
  }),
  problems: refused,
});

export const recordCarReceipt = operation({
  id: 'recordCarReceipt',
  audience: 'staff',
  permission: 'receive-car',
  method: 'POST',
  path: '/api/v1/desk/cars/:contractId/receipts',
  summary: 'Take a leased car back, signed by both. Rent, late fees and miles stop with that day.',
  params,
  body: Receipt.extend({
    /** Both have read the form that was shown, and sign it with their names. */
    customerSigns: z.literal(true),
    dealerSigns: z.literal(true),
  }),
  idempotent: true,
  status: 201,
  response: z.object({
    handOverId: EntryId,
    reference: z.string(),
    on: Day,
    recordedAt: z.string(),
    /** The SHA-256 of the signed form. */
    form: z.string(),
    owedCents: Cents,
    isQuoted: z.boolean(),
  }),
  problems: [...refused, 'day-not-open', 'key-used-for-other-input'],
});

export const getDealerReturnForm = operation({
  id: 'getDealerReturnForm',
  audience: 'staff',
  permission: 'receive-car',
  method: 'GET',
  path: '/api/v1/desk/cars/:contractId/return-form.html',
  summary: 'The signed return form and odometer statement, to print.',
  params,
  status: 200,
  produces: 'text/html',
  response: z.string(),
  problems: ['document-not-found'],
});
