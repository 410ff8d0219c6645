import { z } from 'zod';
import { operation } from '../operation.ts';
import { ContractId, Day, EntryId, Place, plainText } from '../schema/basic.ts';
import { ContractOverview, Transaction } from '../schema/contract.ts';
import { LeaseEndFacts } from '../schema/lease-agreement.ts';
import { PlanFigures, SavedPlan, SavedWalk } from '../schema/lease-end-plan.ts';
import {
  ArrivedPayment,
  ArrivedPaymentReceipt,
  PayoffQuote,
  ReversalReceipt,
  ReversePayment,
} from '../schema/payment.ts';

const params = z.object({ contractId: ContractId });
const path = '/api/v1/integrator/contracts';

export const findContracts = operation({
  id: 'findContracts',
  audience: 'integrator',
  method: 'GET',
  path,
  summary: 'Find a contract by its number, or by deal and asset number.',
  query: z
    .strictObject({
      number: plainText(60).optional(),
      deal: plainText(100).optional(),
      assetNumber: plainText(100).optional(),
    })
    .refine(
      ({ number, deal, assetNumber }) =>
        number === undefined
          ? deal !== undefined && assetNumber !== undefined
          : deal === undefined && assetNumber === undefined,
      'give either number, or deal and assetNumber',
    ),
  status: 200,
  response: z.object({
    contracts: z.array(
      z.object({
        contractId: ContractId,
        contractNumber: z.string(),
        product: z.enum(['loan', 'lease']),
        deal: z.string(),
        assetNumber: z.string(),
        status: z.string(),
      }),
    ),
  }),
  problems: [],
});

export const getContractForIntegrator = operation({
  id: 'getContractForIntegrator',
  audience: 'integrator',
  method: 'GET',
  path: `${path}/:contractId`,
  summary: 'One contract at a glance.',
  params,
  status: 200,
  response: ContractOverview,
  problems: ['contract-not-found'],
});

export const listEntries = operation({
  id: 'listEntries',
  audience: 'integrator',
  method: 'GET',
  path: `${path}/:contractId/entries`,
  summary: 'The ledger of a contract: every entry with its postings, oldest first.',
  params,
  query: z.strictObject({ after: Place.optional() }),
  status: 200,
  response: z.object({
    entries: z.array(
      Transaction.extend({
        postings: z.array(
          z.object({
            debit: z.string(),
            credit: z.string(),
            cents: z.string().regex(/^\d{1,16}$/),
          }),
        ),
        hash: z.string(),
      }),
    ),
    /** Pass as `after` for the next page; null at the end. */
    after: z.int().nullable(),
  }),
  problems: ['contract-not-found'],
});

export const postArrivedPayment = operation({
  id: 'postArrivedPayment',
  audience: 'integrator',
  method: 'POST',
  path: `${path}/:contractId/payments`,
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
  path: `${path}/:contractId/payments/:paymentId/reversal`,
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

export const quotePayoffForIntegrator = operation({
  id: 'quotePayoffForIntegrator',
  audience: 'integrator',
  method: 'POST',
  path: `${path}/:contractId/payoff-quotes`,
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

export const getLeaseEndForIntegrator = operation({
  id: 'getLeaseEndForIntegrator',
  audience: 'integrator',
  method: 'GET',
  path: `${path}/:contractId/lease-end`,
  summary: 'The end of a lease: its ways out as of today, and what each person saved.',
  description: 'Every look is recorded in the access log.',
  params,
  query: z.strictObject({ on: Day.optional() }),
  status: 200,
  response: z.object({
    facts: LeaseEndFacts,
    /** For the day asked for, else for the scheduled end; no saved answer is in them. */
    figures: PlanFigures,
    saved: z.array(
      z.object({
        personId: z.string(),
        plan: SavedPlan.nullable(),
        walk: SavedWalk.nullable(),
      }),
    ),
  }),
  problems: [
    'contract-not-found',
    'lease-end-not-for-a-loan',
    'lease-has-ended',
    'contract-charged-off',
  ],
});
