import { RECEIPT_MISTAKES } from '@roadbook/domain/lease-end/case/after-bill';
import { WITHDRAWALS } from '@roadbook/domain/lease-end/case/issue-return-quote';
import { z } from 'zod';
import { operation } from '../operation.ts';
import { Cents, ContractId, EntryId, PositiveCents, plainText } from '../schema/basic.ts';
import { PersonId } from '../schema/desk-customer.ts';
import { GiveBackFile, PromisesOfMonth } from '../schema/desk-give-back.ts';
import { DecideDispute, GiveBack, IssueBill, IssueQuote, LineId } from '../schema/give-back.ts';

const contract = '/api/v1/desk/customers/:personId/contracts/:contractId';
const params = z.object({ personId: PersonId, contractId: ContractId });

/** What every act at the desk on a car that comes back can be answered with. */
const common = [
  'contract-not-found',
  'reason-needed',
  'give-back-not-for-a-loan',
  'day-not-open',
  'key-used-for-other-input',
] as const;

export const getCustomerGiveBack = operation({
  id: 'getCustomerGiveBack',
  audience: 'staff',
  permission: 'view-customer',
  method: 'GET',
  path: `${contract}/give-back`,
  summary: 'How far a customer’s car is on its way back, as the customer sees it.',
  params,
  status: 200,
  response: GiveBack,
  problems: ['contract-not-found', 'reason-needed', 'give-back-not-for-a-loan'],
});

export const getGiveBackFile = operation({
  id: 'getGiveBackFile',
  audience: 'staff',
  permission: 'view-customer',
  method: 'GET',
  path: `${contract}/give-back/file`,
  summary: 'What the desk works with: the customer’s walk, proposals, and promises.',
  params,
  status: 200,
  response: GiveBackFile,
  problems: ['contract-not-found', 'reason-needed', 'give-back-not-for-a-loan'],
});

export const listKeptPromises = operation({
  id: 'listKeptPromises',
  audience: 'staff',
  permission: 'read-promises',
  method: 'GET',
  path: '/api/v1/desk/promises',
  summary: 'Promises of bills, decisions and refunds that were kept or broken, month by month.',
  description: 'The last thirteen months, by the month of the day that was promised.',
  status: 200,
  response: z.object({ months: z.array(PromisesOfMonth) }),
  problems: [],
});

export const issueReturnQuote = operation({
  id: 'issueReturnQuote',
  audience: 'staff',
  permission: 'price-return',
  method: 'POST',
  path: `${contract}/return-quotes`,
  summary: 'Promise what giving the car back will cost. It binds the lender until its day.',
  params,
  body: IssueQuote,
  idempotent: true,
  status: 201,
  response: GiveBack,
  problems: [
    ...common,
    'car-already-received',
    'contract-charged-off',
    'lease-has-ended',
    'return-quote-day-past',
    'return-quote-too-long',
  ],
});

export const withdrawReturnQuote = operation({
  id: 'withdrawReturnQuote',
  audience: 'staff',
  permission: 'take-back',
  method: 'POST',
  path: `${contract}/return-quotes/:quoteId/withdrawal`,
  summary: 'Take a return quote back: for a wrong car, a wrong reading or fraud only.',
  params: params.extend({ quoteId: EntryId }),
  body: z.strictObject({ reason: z.enum(WITHDRAWALS) }),
  idempotent: true,
  status: 201,
  response: GiveBack,
  problems: [...common, 'return-quote-not-found', 'car-already-received'],
});

export const issueFinalBill = operation({
  id: 'issueFinalBill',
  audience: 'staff',
  permission: 'bill-car',
  method: 'POST',
  path: `${contract}/final-bills`,
  summary: 'Bill a car that is back. Fee and miles come by rule, wear with its evidence.',
  params,
  body: IssueBill,
  idempotent: true,
  status: 201,
  response: GiveBack,
  problems: [
    ...common,
    'car-not-received',
    'bill-already-complete',
    'bill-without-lines',
    'bill-line-not-allowed',
  ],
});

export const decideDispute = operation({
  id: 'decideDispute',
  audience: 'staff',
  permission: 'decide-dispute',
  method: 'POST',
  path: `${contract}/disputes/:disputeId/decision`,
  summary:
    'Decide a disputed line with its reason. Above the lender’s limit two people must agree.',
  description:
    'Above the limit the first decision is a proposal; the same decision by another person with ' +
    'the permission carries it out.',
  params: params.extend({ disputeId: EntryId }),
  body: DecideDispute,
  idempotent: true,
  status: 200,
  response: z.object({ state: z.enum(['decided', 'proposed']), giveBack: GiveBack }),
  problems: [
    ...common,
    'dispute-not-found',
    'dispute-already-decided',
    'credit-over-line',
    'second-person-needed',
    'proposal-differs',
  ],
});

export const creditBillLine = operation({
  id: 'creditBillLine',
  audience: 'staff',
  permission: 'take-back',
  method: 'POST',
  path: `${contract}/bill-lines/:lineId/credits`,
  summary: 'Lower a line of a bill as goodwill, or because a waiver or an offer covers it.',
  params: params.extend({ lineId: LineId }),
  body: z.strictObject({ toCents: Cents, reason: z.enum(['goodwill', 'offer', 'waiver']) }),
  idempotent: true,
  status: 201,
  response: GiveBack,
  problems: [...common, 'bill-line-not-found', 'credit-over-line'],
});

export const recordRefund = operation({
  id: 'recordRefund',
  audience: 'staff',
  permission: 'pay-refund',
  method: 'POST',
  path: `${contract}/refunds`,
  summary: 'Record that a refund of a lease went to the customer.',
  params,
  body: z.strictObject({ refundCents: PositiveCents }),
  idempotent: true,
  status: 201,
  response: GiveBack,
  problems: [...common, 'refund-over-owed'],
});

export const recordCarSale = operation({
  id: 'recordCarSale',
  audience: 'staff',
  permission: 'pay-refund',
  method: 'POST',
  path: `${contract}/car-sale`,
  summary: 'Record what a car that came back brought, with its evidence.',
  params,
  body: z.strictObject({
    priceCents: PositiveCents,
    buyer: z.enum(['auction', 'dealer', 'third-party']),
    evidence: plainText(200).trim(),
  }),
  idempotent: true,
  status: 201,
  response: GiveBack,
  problems: [...common, 'car-not-received', 'car-already-sold', 'amount-not-positive'],
});

export const takeBackCarReceipt = operation({
  id: 'takeBackCarReceipt',
  audience: 'staff',
  permission: 'take-back',
  method: 'POST',
  path: `${contract}/car-receipts/:handOverId/take-back`,
  summary: 'Take back a receipt of the wrong car or day. The clock runs on as if it never stopped.',
  params: params.extend({ handOverId: EntryId }),
  body: z.strictObject({ reason: z.enum(RECEIPT_MISTAKES) }),
  idempotent: true,
  status: 201,
  response: GiveBack,
  problems: [...common, 'car-not-received', 'car-already-sold', 'later-act-first'],
});
