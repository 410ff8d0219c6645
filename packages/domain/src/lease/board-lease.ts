import {
  type LeaseContract,
  NO_HOLDOVER,
  type OpenLeasePayment,
  openingFacts,
} from '../contract/contract.ts';
import type { Decision } from '../contract/decision.ts';
import { NOT_GIVEN_BACK } from '../contract/give-back.ts';
import type { Hold } from '../contract/hold.ts';
import { lateFeeDay } from '../contract/late-fee-rule.ts';
import type { LeaseTerms } from '../contract/lease-terms.ts';
import type { LeaseReading, OdometerReading } from '../contract/reading.ts';
import { begin, record } from '../contract/record.ts';
import { NO_BALANCES } from '../ledger/balances.ts';
import { type Posting, postingUnlessZero } from '../ledger/posting.ts';
import { line, withoutZeros } from '../money/breakdown.ts';
import { type Cents, sumCents } from '../money/cents.ts';
import type { BusinessDate } from '../time/calendar.ts';
import { leaseDueDate, leasePaymentCount } from './lease-calendar.ts';
import { bookValueAfter, periodsBookedBy } from './period-books.ts';

/** What a lease brings with it from the servicer before, as of the cut-off date. */
export type LeaseOpening = {
  readonly asOf: BusinessDate;
  /** Lease payments that had fallen due by the cut-off. */
  readonly billed: number;
  /** Those of them not wholly paid, oldest first. */
  readonly open: readonly OpenLeasePayment[];
  readonly prepaidCents: Cents;
  readonly otherFeesCents: Cents;
  readonly odometer: OdometerReading | null;
  /** Not null when the lease had ended: nothing falls due any more. */
  readonly ended: LeaseEnded | null;
  readonly holds?: readonly Hold[];
};

function fromFile(reading: OdometerReading): LeaseReading {
  return { ...reading, source: 'file', reason: null };
}

/** How a lease had ended. Charged off, it brings the file's end balance as a memo. */
export type LeaseEnded = {
  readonly status: 'turned-in' | 'closed' | 'charged-off';
  readonly on: BusinessDate;
  readonly chargedOffCents: Cents;
};

/** The first entry of a boarded lease: what is owed and held, and the vehicle's book value. */
export function boardLease(contractId: string, terms: LeaseTerms, opening: LeaseOpening): Decision {
  const { asOf, open, prepaidCents, otherFeesCents, ended } = opening;
  const baseCents = sumCents(open.map((payment) => payment.baseCents));
  const taxCents = sumCents(open.map((payment) => payment.taxCents));
  const periodsBooked = periodsBookedBy(terms, opening.billed, asOf);
  // A vehicle that came back is still the lessor's; one charged off or settled left these books.
  const hasVehicle = ended === null || ended.status === 'turned-in';
  const end = { on: ended?.on ?? null, chargedOffCents: ended?.chargedOffCents ?? 0n };
  const lease: LeaseContract = {
    product: 'lease',
    contractId,
    version: 0,
    terms,
    status: ended?.status ?? 'active',
    balances: NO_BALANCES,
    holds: opening.holds ?? [],
    facts: {
      ...openingFacts(asOf, feesDecidedBy(terms, asOf), end),
      holdover: NO_HOLDOVER,
      giveBack: NOT_GIVEN_BACK,
      billed: opening.billed,
      periodsBooked,
      open,
      readings: opening.odometer === null ? [] : [fromFile(opening.odometer)],
    },
  };
  const step = record(begin(lease), {
    kind: 'boarded',
    effectiveDate: asOf,
    postings: [
      ...postingUnlessZero('lease-payments-receivable', 'portfolio-opening', baseCents),
      ...postingUnlessZero('tax-receivable', 'portfolio-opening', taxCents),
      ...postingUnlessZero('other-fees-receivable', 'portfolio-opening', otherFeesCents),
      ...postingUnlessZero('portfolio-opening', 'prepaid-lease-payments', prepaidCents),
      ...postingUnlessZero('portfolio-opening', 'security-deposit', terms.securityDepositCents),
      ...(hasVehicle ? bookValue(terms, periodsBooked) : []),
    ],
    lines: withoutZeros([
      line('base-payment', 'opening-balance', baseCents, { asOf }),
      line('tax', 'opening-balance', taxCents, { asOf }),
      line('other-fees', 'opening-balance', otherFeesCents, { asOf }),
    ]),
    memo: {
      billed: opening.billed.toString(),
      ...(ended === null ? {} : { chargedOffCents: `${ended.chargedOffCents}` }),
    },
    events: [{ kind: 'boarded', data: { asOf, status: lease.status } }],
  });
  return { outcome: 'decided', entries: step.entries, receipt: { contractId, asOf } };
}

/** The vehicle, or what is left of the investment, after the periods that are in the books. */
function bookValue(terms: LeaseTerms, periods: number): Posting[] {
  const account =
    terms.accounting === 'operating' ? 'vehicle-under-lease' : 'net-investment-in-lease';
  return postingUnlessZero(account, 'portfolio-opening', bookValueAfter(terms, periods));
}

function feesDecidedBy(terms: LeaseTerms, asOf: BusinessDate): number {
  let number = 0;
  while (
    number < leasePaymentCount(terms) &&
    lateFeeDay(terms.policy, leaseDueDate(terms, number + 1)) <= asOf
  ) {
    number += 1;
  }
  return number;
}
