import type * as operations from '@roadbook/api/operations/contracts';
import { ACCOUNTS, normalSide } from '@roadbook/domain/ledger/account';
import { balanceOf } from '@roadbook/domain/ledger/balances';
import { findContracts as find } from '../book/read/read-account.ts';
import { oldestEntries, postingsBetween } from '../book/read/read-entries.ts';
import type { Handler } from '../operation/handler.ts';
import type { Integrator } from '../operation/integrator.ts';
import { contractFor } from '../operation/load-contract.ts';
import { ProblemError } from '../operation/problem-error.ts';
import type { Shell } from '../operation/shell.ts';
import { presentPostings, presentTransaction } from '../operation/transaction.ts';
import { recordLook } from '../people/access-log.sql.ts';
import { presentContracts } from './present-contracts.ts';
import { transactionContext } from './transaction-context.ts';

const PAGE = 100;

/** Records what a system looks at; it stands before the answer is sent. */
function seen(
  { store, clock }: Shell,
  { name }: Integrator,
  contractId: string,
  what: string,
): Promise<void> {
  return recordLook(store, { who: `integrator:${name}`, contractId, what }, clock());
}

export const findContracts: Handler<typeof operations.findContracts, Integrator> = async ({
  shell,
  caller,
  query,
}) => {
  const wanted =
    query.number === undefined
      ? { deal: query.deal ?? '', assetNumber: query.assetNumber ?? '' }
      : { number: query.number };
  const rows = await find(shell.store, wanted);
  for (const row of rows) await seen(shell, caller, row.contract_id, 'contract-found');
  return {
    contracts: rows.map((row) => ({
      contractId: row.contract_id,
      contractNumber: row.contract_number,
      product: row.product,
      deal: row.deal,
      assetNumber: row.asset_number,
      status: row.status,
    })),
  };
};

export const getContractForIntegrator: Handler<
  typeof operations.getContractForIntegrator,
  Integrator
> = async ({ shell, caller, params }) => {
  const [contract] = await presentContracts(shell.store, [params.contractId], null);
  if (contract === undefined) throw new ProblemError('contract-not-found');
  await seen(shell, caller, params.contractId, 'contract');
  return contract;
};

export const getBalances: Handler<typeof operations.getBalances, Integrator> = async ({
  shell,
  caller,
  params,
}) => {
  const { contract, openDay } = await contractFor(shell.store, params.contractId, null);
  await seen(shell, caller, params.contractId, 'balances');
  return {
    asOf: openDay as string,
    entries: contract.version,
    balances: ACCOUNTS.map((account) => ({
      account,
      normalSide: normalSide(account),
      balanceCents: balanceOf(contract.balances, account).toString(),
    })),
  };
};

export const listEntries: Handler<typeof operations.listEntries, Integrator> = async ({
  shell,
  caller,
  params,
  query,
}) => {
  const { store } = shell;
  const stored = await contractFor(store, params.contractId, null);
  const context = await transactionContext(store, stored, null);
  await seen(shell, caller, params.contractId, 'entries');
  const entries = await oldestEntries(store, params.contractId, query.after ?? 0, PAGE);
  const first = entries[0];
  const last = entries.at(-1);
  if (first === undefined || last === undefined) return { entries: [], after: null };
  const postings = await postingsBetween(store, params.contractId, first.seq, last.seq);
  return {
    entries: entries.map((entry) => ({
      ...presentTransaction(entry, context),
      postings: presentPostings(postings, entry.seq),
      hash: entry.hash.toString('hex'),
    })),
    after: last.seq === stored.contract.version ? null : last.seq,
  };
};
