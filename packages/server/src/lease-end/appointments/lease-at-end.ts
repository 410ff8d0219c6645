import type { LeaseContract } from '@roadbook/domain/contract/contract';
import {
  type AppointmentWindow,
  appointmentWindow,
} from '@roadbook/domain/lease-end/appointment/appointment-window';
import type { AppointmentKind } from '@roadbook/domain/place/place';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { inForceOrFirst } from '@roadbook/domain/time/in-force';
import { readVehicle } from '../../book/read/read-vehicle.ts';
import type { Lender } from '../../lender/lender.ts';
import { contractFor } from '../../operation/load-contract.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import { openLease } from '../lease-end-facts.ts';

/** A lease whose end is open, with what its appointments depend on. */
export type LeaseAtEnd = {
  readonly lease: LeaseContract;
  readonly today: BusinessDate;
  readonly make: string | null;
};

/** The lease that somebody may see and whose end is still open; refuses any other. */
export async function leaseAtEnd(
  { store }: Pick<Shell, 'store'>,
  contractId: string,
  personId: string,
): Promise<LeaseAtEnd> {
  const { contract, openDay } = await contractFor(store, contractId, personId);
  const lease = openLease(contract);
  if (typeof lease === 'string') throw new ProblemError(lease);
  const vehicle = await readVehicle(store, contractId);
  return { lease, today: openDay, make: vehicle?.make ?? null };
}

/** The days on which something may be booked for a lease, by the lender's policy. */
export function windowOf(
  { lease, today }: Pick<LeaseAtEnd, 'lease' | 'today'>,
  kind: AppointmentKind,
  { leaseEnd }: Pick<Lender, 'leaseEnd'>,
): AppointmentWindow {
  const { windows } = inForceOrFirst(leaseEnd.policies, today);
  const isHoldover = lease.status === 'holdover';
  return appointmentWindow(kind, { terms: lease.terms, isHoldover, windows, today });
}
