import { z } from 'zod';
import { operation } from '../operation.ts';
import { ContractId, Day, Place } from '../schema/basic.ts';
import { ContractOverview, ScheduleRow, Transaction } from '../schema/contract.ts';

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
