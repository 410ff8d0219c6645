import type { HoldoverFacts, LeaseContract, OpenLeasePayment } from '../../contract/contract.ts';
import type { LeaseAgreement } from '../../contract/lease-terms.ts';
import type { OdometerReading } from '../../contract/reading.ts';
import { leaseFees, openOn } from '../../lease/amount-due.ts';
import { leasePaymentsDueBy } from '../../lease/lease-calendar.ts';
import { leasePaymentOf, totalOf } from '../../lease/lease-charge.ts';
import { creditOf } from '../../ledger/balances.ts';
import { atLeastZero, type Cents, sumCents } from '../../money/cents.ts';
import type { BusinessDate } from '../../time/calendar.ts';
import type { LeaseEndOffer, LeaseEndPolicy } from '../lease-end-policy.ts';

/** Where the account of a lease stands on the day the question is asked. */
export type LeaseEndAccount = {
  /** Lease payments that are due and not wholly paid. */
  readonly open: readonly OpenLeasePayment[];
  /** How many lease payments have fallen due; the next one is one more. */
  readonly dueSoFar: number;
  readonly feesCents: Cents;
  /** Money that waits for payments not yet due. */
  readonly prepaidCents: Cents;
  readonly depositCents: Cents;
  /** Rent for days after maturity that is billed already; its unpaid part is among the fees. */
  readonly holdover: HoldoverFacts;
  /** Months of extension used already, of all that the lease may have. */
  readonly extendedMonths: number;
};

/** What a car is worth to its holder on a day, and where the figure comes from. */
export type CarValue = { readonly cents: Cents; readonly source: 'offers' | 'estimate' };

/**
 * One telling of a lease's end: every fact a point, none a range. Where a fact is not known there
 * are several tellings (see `LeaseEndOutlook`), and every figure is computed for each.
 */
export type LeaseEndTelling = {
  readonly asOf: BusinessDate;
  readonly terms: LeaseAgreement;
  readonly policy: LeaseEndPolicy;
  readonly account: LeaseEndAccount;
  readonly readings: readonly OdometerReading[];
  /** Miles still to be driven count at this share of the projection, in thousandths. */
  readonly futureMilesPerMille: number;
  /** Excess wear and use after waivers. */
  readonly wearCents: Cents;
  /** The car's value on any day; null when nothing is known of it. */
  readonly valueOn: (on: BusinessDate, miles: number) => CarValue | null;
  /** The offer that is taken up with a new contract, if one is. */
  readonly offer: LeaseEndOffer | null;
  /** Military service under the SCRA: no early-termination charge (50 USC 3955). */
  readonly servicemember: boolean;
};

/** The account of one of our contracts on a day, whether or not the close has come that far. */
export function accountOf(lease: LeaseContract, on: BusinessDate): LeaseEndAccount {
  const { terms, facts, balances } = lease;
  const open = openOn(lease, on);
  const dueSoFar = Math.max(facts.billed, leasePaymentsDueBy(terms, on));
  let takenCents = sumCents(facts.open.map(totalOf)) - sumCents(open.map(totalOf));
  for (let number = facts.billed + 1; number <= dueSoFar; number += 1) {
    takenCents += totalOf(leasePaymentOf(terms, number));
  }
  const prepaid = creditOf(balances, 'prepaid-lease-payments');
  return {
    open,
    dueSoFar,
    feesCents: leaseFees(lease),
    prepaidCents: dueSoFar > facts.billed ? atLeastZero(prepaid - takenCents) : prepaid,
    depositCents: creditOf(balances, 'security-deposit'),
    holdover: facts.holdover,
    extendedMonths: 0,
  };
}
