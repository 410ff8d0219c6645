import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from '../../../../shared/wire/client.ts';
import { contractKey } from '../../../queries.ts';
import type { Transaction } from './transaction-words.ts';

function fetchPage(contractId: string, before: number | undefined, signal?: AbortSignal) {
  const query = before === undefined ? {} : { before };
  return call('listTransactions', { params: { contractId }, query }, signal);
}

export const historyQuery = (contractId: string) =>
  infiniteQueryOptions({
    queryKey: [...contractKey(contractId), 'history'],
    queryFn: ({ pageParam, signal }) => fetchPage(contractId, pageParam, signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ before }) => before ?? undefined,
  });

/** Every entry of the contract, page after page, newest first. */
export async function fetchWholeHistory(contractId: string): Promise<Transaction[]> {
  const all: Transaction[] = [];
  let before: number | undefined;
  do {
    const page = await fetchPage(contractId, before);
    all.push(...page.transactions);
    before = page.before ?? undefined;
  } while (before !== undefined);
  return all;
}
