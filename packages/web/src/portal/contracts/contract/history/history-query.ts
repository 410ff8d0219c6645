import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from '../../../../shared/wire/client.ts';
import { contractKey } from '../../../queries.ts';

/** The history page after page, newest first. */
export const historyQuery = (contractId: string) =>
  infiniteQueryOptions({
    queryKey: [...contractKey(contractId), 'history'],
    queryFn: ({ pageParam, signal }) => {
      const query = pageParam === undefined ? {} : { before: pageParam };
      return call('listTransactions', { params: { contractId }, query }, signal);
    },
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ before }) => before ?? undefined,
  });
