import { queryOptions } from '@tanstack/react-query';
import { ask } from './wire/desk-client.ts';

export const deskSessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => ask('getDeskSession', {}, signal),
  staleTime: 60_000,
});

/** Everything of one customer is below this key, so that one act renews all of it. */
export const customerKey = (personId: string) => ['customer', personId] as const;

export const customerQuery = (personId: string) =>
  queryOptions({
    queryKey: [...customerKey(personId), 'view'],
    queryFn: ({ signal }) => ask('getCustomer', { params: { personId } }, signal),
    retry: false,
  });

type OfContract = { readonly personId: string; readonly contractId: string };

export const contractQuery = (params: OfContract) =>
  queryOptions({
    queryKey: [...customerKey(params.personId), params.contractId, 'contract'],
    queryFn: ({ signal }) => ask('getCustomerContract', { params }, signal),
    retry: false,
  });

export const transactionsQuery = (params: OfContract) =>
  queryOptions({
    queryKey: [...customerKey(params.personId), params.contractId, 'transactions'],
    queryFn: ({ signal }) => ask('listCustomerTransactions', { params, query: {} }, signal),
    retry: false,
  });

export const giveBackQuery = (params: OfContract) =>
  queryOptions({
    queryKey: [...customerKey(params.personId), params.contractId, 'give-back'],
    queryFn: ({ signal }) => ask('getCustomerGiveBack', { params }, signal),
    retry: false,
  });

export const giveBackFileQuery = (params: OfContract) =>
  queryOptions({
    queryKey: [...customerKey(params.personId), params.contractId, 'give-back-file'],
    queryFn: ({ signal }) => ask('getGiveBackFile', { params }, signal),
    retry: false,
  });

export const promisesQuery = queryOptions({
  queryKey: ['promises'],
  queryFn: ({ signal }) => ask('listKeptPromises', {}, signal),
});

export const queueQuery = queryOptions({
  queryKey: ['queue'],
  queryFn: ({ signal }) => ask('listWork', {}, signal),
  refetchInterval: 60_000,
});

export const securityQuery = queryOptions({
  queryKey: ['security'],
  queryFn: ({ signal }) => ask('getOwnSecurity', {}, signal),
});

export const placeAppointmentsQuery = queryOptions({
  queryKey: ['place-appointments'],
  queryFn: ({ signal }) => ask('listPlaceAppointments', {}, signal),
  retry: false,
  // A cancellation of this morning is seen without loading the page again.
  refetchInterval: 60_000,
});

export const placesQuery = queryOptions({
  queryKey: ['places'],
  queryFn: ({ signal }) => ask('listDeskPlaces', {}, signal),
});
