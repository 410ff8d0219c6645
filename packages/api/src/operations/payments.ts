import { z } from 'zod';
import { operation } from '../operation.ts';
import { ContractId, Day, EntryId, NoContent } from '../schema/basic.ts';
import {
  AddBankAccount,
  ArrivedPayment,
  ArrivedPaymentReceipt,
  CustomerPayment,
  PaymentMethod,
  PaymentPreview,
  PaymentPreviewRequest,
  PaymentReceipt,
  Payoff,
  PayoffQuote,
  ReversalReceipt,
  ReversePayment,
} from '../schema/payment.ts';

const params = z.object({ contractId: ContractId });

export const previewPayment = operation({
  id: 'previewPayment',
  audience: 'customer',
  method: 'POST',
  path: '/api/v1/contracts/:contractId/payment-preview',
  summary: 'What a payment would do, before it is made. Nothing is written.',
  params,
  body: PaymentPreviewRequest,
  status: 200,
  response: PaymentPreview,
  problems: [
    'contract-not-found',
    'payment-over-payoff',
    'payment-over-lease',
    'payment-over-debit-limit',
    'principal-only-while-due',
    'payoff-amount-differs',
    'nothing-owed',
    'contract-charged-off',
    'stopped-by-hold',
    'schedule-date-too-far',
    'too-many-promises',
    'received-in-future',
    'received-before-contract',
    'principal-only-on-lease',
    'purpose-not-for-this-contract',
    'payment-date-past',
  ],
});

export const makePayment = operation({
  id: 'makePayment',
  audience: 'customer',
  method: 'POST',
  path: '/api/v1/contracts/:contractId/payments',
  summary: 'Pay today, or promise a payment for a later day.',
  params,
  body: CustomerPayment,
  idempotent: true,
  status: 201,
  response: PaymentReceipt,
  problems: [
    ...previewPayment.problems,
    'payment-method-not-found',
    'payment-method-refused',
    'key-used-for-other-input',
  ],
});

export const getPayment = operation({
  id: 'getPayment',
  audience: 'customer',
  method: 'GET',
  path: '/api/v1/contracts/:contractId/payments/:paymentId',
  summary: 'The receipt of a payment and where it stands now.',
  params: params.extend({ paymentId: EntryId }),
  status: 200,
  response: PaymentReceipt,
  problems: ['contract-not-found', 'payment-not-found'],
});

export const cancelScheduledPayment = operation({
  id: 'cancelScheduledPayment',
  audience: 'customer',
  method: 'DELETE',
  path: '/api/v1/contracts/:contractId/scheduled-payments/:scheduleId',
  summary: 'Cancel a payment promised for a later day.',
  params: params.extend({ scheduleId: EntryId }),
  idempotent: true,
  status: 200,
  response: NoContent,
  problems: ['contract-not-found', 'scheduled-payment-not-found', 'key-used-for-other-input'],
});

export const postArrivedPayment = operation({
  id: 'postArrivedPayment',
  audience: 'integrator',
  method: 'POST',
  path: '/api/v1/integrator/contracts/:contractId/payments',
  summary: 'Post money that has arrived. It is always posted; too much is unapplied and refunded.',
  params,
  body: ArrivedPayment,
  idempotent: true,
  status: 201,
  response: ArrivedPaymentReceipt,
  problems: [
    'contract-not-found',
    'received-in-future',
    'received-before-contract',
    'key-used-for-other-input',
  ],
});

export const reverseArrivedPayment = operation({
  id: 'reverseArrivedPayment',
  audience: 'integrator',
  method: 'POST',
  path: '/api/v1/integrator/contracts/:contractId/payments/:paymentId/reversal',
  summary: 'Take a payment back: the bank returned it, or it was entered in error.',
  params: params.extend({ paymentId: EntryId }),
  body: ReversePayment,
  idempotent: true,
  status: 201,
  response: ReversalReceipt,
  problems: [
    'contract-not-found',
    'payment-not-found',
    'payment-already-reversed',
    'key-used-for-other-input',
  ],
});

export const getPayoff = operation({
  id: 'getPayoff',
  audience: 'customer',
  method: 'GET',
  path: '/api/v1/contracts/:contractId/payoff',
  summary: 'What ends the loan on a day, today when none is named.',
  params,
  query: z.strictObject({ on: Day.optional() }),
  status: 200,
  response: Payoff,
  problems: [
    'contract-not-found',
    'quote-date-past',
    'quote-date-too-far',
    'quote-not-for-this-contract',
    'nothing-owed',
    'contract-charged-off',
  ],
});

export const quotePayoff = operation({
  id: 'quotePayoff',
  audience: 'customer',
  method: 'POST',
  path: '/api/v1/contracts/:contractId/payoff-quotes',
  summary: 'Store a payoff quote: a promise for every day through its good-through date.',
  params,
  body: z.strictObject({ from: Day }),
  idempotent: true,
  status: 201,
  response: PayoffQuote,
  problems: [...getPayoff.problems, 'key-used-for-other-input'],
});

export const quotePayoffForIntegrator = operation({
  id: 'quotePayoffForIntegrator',
  audience: 'integrator',
  method: 'POST',
  path: '/api/v1/integrator/contracts/:contractId/payoff-quotes',
  summary: 'Store a payoff quote from a day on, good through the lender’s number of days.',
  params,
  body: z.strictObject({ from: Day }),
  idempotent: true,
  status: 201,
  response: PayoffQuote,
  problems: [
    'contract-not-found',
    'quote-date-past',
    'quote-date-too-far',
    'quote-not-for-this-contract',
    'nothing-owed',
    'contract-charged-off',
    'key-used-for-other-input',
  ],
});

export const listPayoffQuotes = operation({
  id: 'listPayoffQuotes',
  audience: 'customer',
  method: 'GET',
  path: '/api/v1/contracts/:contractId/payoff-quotes',
  summary: 'The saved payoff quotes that are still good, newest first.',
  params,
  status: 200,
  response: z.object({ quotes: z.array(PayoffQuote) }),
  problems: ['contract-not-found'],
});

export const listPaymentMethods = operation({
  id: 'listPaymentMethods',
  audience: 'customer',
  method: 'GET',
  path: '/api/v1/payment-methods',
  summary: 'The saved bank accounts, masked.',
  status: 200,
  response: z.object({ methods: z.array(PaymentMethod) }),
  problems: [],
});

export const addPaymentMethod = operation({
  id: 'addPaymentMethod',
  audience: 'customer',
  method: 'POST',
  path: '/api/v1/payment-methods',
  summary: 'Save a bank account to pay from.',
  body: AddBankAccount,
  status: 201,
  response: PaymentMethod,
  problems: [
    'step-up-needed',
    'data-held',
    'data-held-until',
    'routing-number-wrong',
    'password-wrong',
    'too-many-attempts',
    'too-many-methods',
  ],
});

export const removePaymentMethod = operation({
  id: 'removePaymentMethod',
  audience: 'customer',
  method: 'DELETE',
  path: '/api/v1/payment-methods/:methodId',
  summary: 'Remove a saved bank account. Payments promised from it must be cancelled first.',
  params: z.object({ methodId: EntryId }),
  status: 200,
  response: NoContent,
  problems: ['payment-method-not-found', 'payment-method-in-use'],
});
