import { QueryClient, queryOptions } from '@tanstack/react-query';
import { call } from '../shared/wire/client.ts';
import { mayRetry } from '../shared/wire/problem-error.ts';

/**
 * One cache for the page. A considered "no" is never asked again; a lost connection is, once.
 * Nothing waits unseen for a connection: a payment that was pressed offline must be told as not
 * sent, and never go out by itself when the phone is back.
 */
export function makeQueryClient(onFault: (fault: unknown) => void): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        refetchOnReconnect: true,
        retry: (failures, fault) => failures < 1 && mayRetry(fault),
        staleTime: 15_000,
      },
      mutations: { networkMode: 'always' },
    },
  });
  client.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'error') onFault(event.action.error);
  });
  client.getMutationCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'error') onFault(event.action.error);
  });
  return client;
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => call('getSession', {}, signal),
});

export const profileQuery = queryOptions({
  queryKey: ['profile'],
  queryFn: ({ signal }) => call('getProfile', {}, signal),
});

export const securityQuery = queryOptions({
  queryKey: ['security'],
  queryFn: ({ signal }) => call('getSecurity', {}, signal),
});

export const stepUpQuery = queryOptions({
  queryKey: ['step-up'],
  queryFn: ({ signal }) => call('getStepUp', {}, signal),
});

export const contractsQuery = queryOptions({
  queryKey: ['contracts'],
  queryFn: ({ signal }) => call('listContracts', {}, signal),
});

/** Everything of one contract hangs below this key, so that a payment renews all of it at once. */
export const contractKey = (contractId: string) => ['contract', contractId] as const;

export const contractQuery = (contractId: string) =>
  queryOptions({
    queryKey: [...contractKey(contractId), 'overview'],
    queryFn: ({ signal }) => call('getContract', { params: { contractId } }, signal),
  });

export const scheduleQuery = (contractId: string) =>
  queryOptions({
    queryKey: [...contractKey(contractId), 'schedule'],
    queryFn: ({ signal }) => call('getSchedule', { params: { contractId } }, signal),
  });

export const callBackQuery = (contractId: string) =>
  queryOptions({
    queryKey: [...contractKey(contractId), 'call-back'],
    queryFn: ({ signal }) => call('getCallBack', { params: { contractId } }, signal),
  });

export const payoffQuotesQuery = (contractId: string) =>
  queryOptions({
    queryKey: [...contractKey(contractId), 'payoff-quotes'],
    queryFn: ({ signal }) => call('listPayoffQuotes', { params: { contractId } }, signal),
  });

export const payoffQuery = (contractId: string, on: string) =>
  queryOptions({
    queryKey: [...contractKey(contractId), 'payoff', on],
    queryFn: ({ signal }) => call('getPayoff', { params: { contractId }, query: { on } }, signal),
  });

export const paymentQuery = (contractId: string, paymentId: string) =>
  queryOptions({
    queryKey: [...contractKey(contractId), 'payment', paymentId],
    queryFn: ({ signal }) => call('getPayment', { params: { contractId, paymentId } }, signal),
  });

export const leaseEndQuery = (contractId: string) =>
  queryOptions({
    queryKey: [...contractKey(contractId), 'lease-end'],
    queryFn: ({ signal }) => call('getLeaseEnd', { params: { contractId } }, signal),
  });

export const savedLeaseEndQuery = (contractId: string) =>
  queryOptions({
    queryKey: [...contractKey(contractId), 'lease-end', 'saved'],
    queryFn: ({ signal }) => call('getSavedLeaseEnd', { params: { contractId } }, signal),
  });

export const appointmentsQuery = (contractId: string) =>
  queryOptions({
    queryKey: [...contractKey(contractId), 'appointments'],
    queryFn: ({ signal }) => call('listAppointments', { params: { contractId } }, signal),
  });

export const giveBackQuery = (contractId: string) =>
  queryOptions({
    queryKey: [...contractKey(contractId), 'give-back'],
    queryFn: ({ signal }) => call('getGiveBack', { params: { contractId } }, signal),
  });

export const paymentMethodsQuery = queryOptions({
  queryKey: ['payment-methods'],
  queryFn: ({ signal }) => call('listPaymentMethods', {}, signal),
});
