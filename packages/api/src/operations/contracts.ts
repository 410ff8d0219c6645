import { z } from 'zod';
import { operation } from '../operation.ts';
import { ContractId, Day, Place, plainText } from '../schema/basic.ts';
import { ContractOverview, ScheduleRow, Transaction } from '../schema/contract.ts';
import { Account, Balances } from '../schema/ledger.ts';

const params = z.object({ contractId: ContractId });

export const listContracts = operation({
  id: 'listContracts',
  audience: 'customer',
  method: 'GET',
  path: '/api/v1/contracts',
  summary: 'Every contract of the customer, with what is owed and the next step.',
  status: 200,
  response: z.object({ today: Day, contracts: z.array(ContractOverview) }),
  problems: [],
});

export const getContract = operation({
  id: 'getContract',
  audience: 'customer',
  method: 'GET',
  path: '/api/v1/contracts/:contractId',
  summary: 'One contract at a glance; every amount with its lines.',
  params,
  status: 200,
  response: ContractOverview,
  problems: ['contract-not-found'],
});

export const listTransactions = operation({
  id: 'listTransactions',
  audience: 'customer',
  method: 'GET',
  path: '/api/v1/contracts/:contractId/transactions',
  summary: 'The life of a contract, newest first.',
  params,
  query: z.strictObject({ before: Place.optional() }),
  status: 200,
  response: z.object({
    transactions: z.array(Transaction),
    /** Pass as `before` for the next page; null at the beginning of the contract. */
    before: z.int().nullable(),
  }),
  problems: ['contract-not-found'],
});

export const getSchedule = operation({
  id: 'getSchedule',
  audience: 'customer',
  method: 'GET',
  path: '/api/v1/contracts/:contractId/schedule',
  summary: 'Every payment still to come: for a loan how each splits, for a lease base and tax.',
  params,
  status: 200,
  response: z.object({ asOf: Day, rows: z.array(ScheduleRow) }),
  problems: ['contract-not-found'],
});

export const exportHistory = operation({
  id: 'exportHistory',
  audience: 'customer',
  method: 'GET',
  path: '/api/v1/contracts/:contractId/history.csv',
  summary: 'The whole life of a contract as a CSV file, oldest first.',
  params,
  status: 200,
  produces: 'text/csv',
  response: z.string(),
  problems: ['contract-not-found'],
});

export const findContracts = operation({
  id: 'findContracts',
  audience: 'integrator',
  method: 'GET',
  path: '/api/v1/integrator/contracts',
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
  path: '/api/v1/integrator/contracts/:contractId',
  summary: 'One contract at a glance.',
  params,
  status: 200,
  response: ContractOverview,
  problems: ['contract-not-found'],
});

export const getBalances = operation({
  id: 'getBalances',
  audience: 'integrator',
  method: 'GET',
  path: '/api/v1/integrator/contracts/:contractId/balances',
  summary: 'The balance of every ledger account of a contract.',
  description: 'Debits minus credits, as of now. They are the sum of the postings of all entries.',
  params,
  status: 200,
  response: Balances,
  problems: ['contract-not-found'],
});

export const listEntries = operation({
  id: 'listEntries',
  audience: 'integrator',
  method: 'GET',
  path: '/api/v1/integrator/contracts/:contractId/entries',
  summary: 'The ledger of a contract: every entry with its postings, oldest first.',
  params,
  query: z.strictObject({ after: Place.optional() }),
  status: 200,
  response: z.object({
    entries: z.array(
      Transaction.extend({
        postings: z.array(
          z.object({
            debit: Account,
            credit: Account,
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
