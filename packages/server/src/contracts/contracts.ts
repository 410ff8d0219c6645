import type * as operations from '@roadbook/api/operations/contracts';
import { openDayOf } from '../book/day/business-day.ts';
import { contractIdsOf } from '../book/read/read-account.ts';
import { newestEntries } from '../book/read/read-entries.ts';
import type { Handler } from '../operation/handler.ts';
import { contractFor } from '../operation/load-contract.ts';
import { ProblemError } from '../operation/problem-error.ts';
import { presentTransaction } from '../operation/transaction.ts';
import type { CustomerSession } from '../people/session.ts';
import { presentContracts } from './present-contracts.ts';
import { presentSchedule } from './schedule.ts';
import { transactionContext } from './transaction-context.ts';

const PAGE = 50;

/** Entries that customers see in their history; the others are bookkeeping. */
const SHOWN = new Set([
  'boarded',
  'payment',
  'payment-reversed',
  'payment-reapplied',
  'late-fee',
  'late-fee-reversed',
  'lease-payment-due',
  'lease-payment-due-reversed',
  'prepaid-applied',
  'charged-off',
  'charged-off-reversed',
  'refund-owed',
  'payment-scheduled',
  'scheduled-payment-cancelled',
  'scheduled-payment-skipped',
  'odometer-read',
]);

export const listContracts: Handler<typeof operations.listContracts, CustomerSession> = async ({
  shell,
  caller,
}) => {
  const ids = await contractIdsOf(shell.store, caller.personId);
  const contracts = await presentContracts(shell.store, ids, caller.personId);
  return { today: (await openDayOf(shell.store)) ?? '', contracts };
};

export const getContract: Handler<typeof operations.getContract, CustomerSession> = async ({
  shell,
  caller,
  params,
}) => {
  const [contract] = await presentContracts(shell.store, [params.contractId], caller.personId);
  if (contract === undefined) throw new ProblemError('contract-not-found');
  return contract;
};

export const listTransactions: Handler<
  typeof operations.listTransactions,
  CustomerSession
> = async ({ shell, caller, params, query }) => {
  const stored = await contractFor(shell.store, params.contractId, caller.personId);
  const context = await transactionContext(shell.store, stored, caller.personId);
  const before = query.before ?? stored.contract.version + 1;
  const entries = await newestEntries(shell.store, params.contractId, before, PAGE);
  const last = entries.at(-1);
  return {
    transactions: entries
      .filter(({ kind }) => SHOWN.has(kind))
      .map((entry) => presentTransaction(entry, context)),
    before: last === undefined || last.seq === 1 ? null : last.seq,
  };
};

export const getSchedule: Handler<typeof operations.getSchedule, CustomerSession> = async ({
  shell,
  caller,
  params,
}) => {
  const { contract, openDay } = await contractFor(shell.store, params.contractId, caller.personId);
  return { asOf: openDay as string, rows: presentSchedule(contract, openDay) };
};
