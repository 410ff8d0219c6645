import type * as operations from '@roadbook/api/operations/contracts';
import type { EntryKind } from '@roadbook/domain/contract/entry-kind';
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

/**
 * Which entries customers see in their history; the others are bookkeeping. A new kind has to be
 * put here, so that no charge is left out by oversight.
 */
const IS_SHOWN: Readonly<Record<EntryKind, boolean>> = {
  boarded: true,
  payment: true,
  'payment-reapplied': true,
  'payment-reversed': true,
  'late-fee': true,
  'late-fee-reversed': true,
  'lease-payment-due': true,
  'lease-payment-due-reversed': true,
  'lease-period-begun': false,
  'lease-period-begun-reversed': false,
  'prepaid-applied': true,
  'prepaid-applied-reversed': true,
  'holdover-billed': true,
  'holdover-billed-reversed': true,
  'return-quoted': false,
  'return-quote-withdrawn': false,
  'car-received': true,
  'car-received-reversed': true,
  'final-bill': true,
  'final-bill-reversed': true,
  'held-money-applied': true,
  'held-money-applied-reversed': true,
  'bill-line-disputed': true,
  'bill-dispute-decided': true,
  'bill-credit': true,
  'bill-credit-reversed': true,
  'refund-paid': true,
  'refund-paid-reversed': true,
  'car-sold': false,
  'lease-closed': true,
  'money-cleared': false,
  'term-ended': false,
  'loan-closed': false,
  'small-balance-written-off': true,
  'small-balance-written-off-reversed': true,
  'charged-off': true,
  'charged-off-reversed': true,
  'payment-scheduled': true,
  'scheduled-payment-cancelled': true,
  'scheduled-payment-skipped': true,
  'payoff-quoted': false,
  'refund-owed': true,
  'hold-placed': false,
  'hold-lifted': false,
  'terms-changed': false,
  'odometer-read': true,
};

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
      .filter(({ kind }) => IS_SHOWN[kind])
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
