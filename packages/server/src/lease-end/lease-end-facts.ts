import type { Contract, LeaseContract } from '@roadbook/domain/contract/contract';
import type { LeaseAgreement, LeaseTerms } from '@roadbook/domain/contract/lease-terms';
import type { LeaseReading } from '@roadbook/domain/contract/reading';
import type { LeaseEndFacts } from '@roadbook/domain/lease-end/planner/contract-outlook';
import { accountOf } from '@roadbook/domain/lease-end/ways-out/lease-end-telling';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { inForceOrFirst } from '@roadbook/domain/time/in-force';
import type { VehicleRow } from '../book/read/read-vehicle.ts';
import type { Lender } from '../lender/lender.ts';

/** The facts of a lease's end, the car's name for people, and who read the odometer. */
export type NamedFacts = LeaseEndFacts & {
  readonly readings: readonly LeaseReading[];
  readonly vehicle: LeaseEndFacts['vehicle'] & {
    readonly make: string | null;
    readonly model: string | null;
  };
};

/** Why a contract has no end to plan. */
export type NoLeaseEnd = 'lease-end-not-for-a-loan' | 'lease-has-ended' | 'contract-charged-off';

/** The lease whose end is still open, or why there is none. */
export function openLease(contract: Contract): LeaseContract | NoLeaseEnd {
  if (contract.product === 'loan') return 'lease-end-not-for-a-loan';
  if (contract.status === 'charged-off') return 'contract-charged-off';
  const isOpen = contract.status === 'active' || contract.status === 'holdover';
  return isOpen ? contract : 'lease-has-ended';
}

/** What is on record of a lease: everything that its figures are computed from. */
export function leaseEndFacts(
  lease: LeaseContract,
  vehicle: VehicleRow | null,
  lender: Pick<Lender, 'leaseEnd'>,
  asOf: BusinessDate,
): NamedFacts {
  return {
    asOf,
    agreement: agreementOf(lease.terms),
    policy: inForceOrFirst(lender.leaseEnd.policies, asOf),
    account: accountOf(lease, asOf),
    readings: lease.facts.readings,
    vehicle: {
      // No file of ours says it yet; the lessee may.
      segment: null,
      modelYear: vehicle?.model_year ?? null,
      make: vehicle?.make ?? null,
      model: vehicle?.model ?? null,
      priceWhenNewCents: vehicle?.value_cents ?? null,
    },
    servicemember: lease.holds.some(
      ({ kind, until }) => kind === 'scra' && (until === null || until > asOf),
    ),
  };
}

/** What the lessee signed, without how the lender books and services it. */
function agreementOf(terms: LeaseTerms): LeaseAgreement {
  const { product: _, policy: _policy, accounting: _books, moneyFactorPpb: _rate, ...rest } = terms;
  return rest;
}
