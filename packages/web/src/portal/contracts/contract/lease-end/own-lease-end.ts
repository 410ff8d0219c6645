import { revive } from '@roadbook/api/wire-browser';
import type { LeaseReading } from '@roadbook/domain/contract/reading';
import { lastReading } from '@roadbook/domain/lease/odometer';
import {
  type ContractOutlook,
  contractOutlook,
  type LeaseEndFacts,
} from '@roadbook/domain/lease-end/planner/contract-outlook';
import type { CentsRange } from '@roadbook/domain/lease-end/planner/outlook';
import type { Repair } from '@roadbook/domain/lease-end/ways-out/leave-plan';
import type { Place } from '../../../../lease-end/plan/place-link.tsx';
import type { Asker } from '../../../../lease-end/plan/what-narrows.ts';
import type { GivenAnswers } from '../../../../lease-end/plan-store.ts';
import type { Response } from '../../../../shared/wire/client.ts';

export type Told = Response<'getLeaseEnd'>;
export type Saved = Response<'getSavedLeaseEnd'>;
type SavedAnswers = NonNullable<Saved['plan']>['plan']['answers'];

/** What is on record of a lease of ours, and who read its odometer. */
export type OwnFacts = LeaseEndFacts & { readonly readings: readonly LeaseReading[] };

/** What the server told and the person's walk comes to, before any answer. */
export type OwnLease = {
  readonly facts: OwnFacts;
  /** What the walk that is saved comes to; null when none is, or nothing can price it. */
  readonly wear: CentsRange | null;
  readonly repairs: readonly Repair[];
};

/** What a saved walk comes to, and what would lower it. */
export type Walked = Pick<OwnLease, 'wear' | 'repairs'>;

/** Where no walk is saved, or nothing can price it. */
export const NOT_WALKED: Walked = { wear: null, repairs: [] };

/** What the page reads of the server's answers: the server computes by the same rules. */
export function ownLease(told: Told, walked: Walked = NOT_WALKED): OwnLease {
  return { facts: read<OwnFacts>(told.facts), ...walked };
}

/** The outlook of a lease of ours with what its lessee answered. */
export function ownOutlook({ facts, wear }: OwnLease, answers: GivenAnswers): ContractOutlook {
  return contractOutlook(facts, answersThatCount(answers), wear);
}

/** What can still be told of a lease of ours, and the outlook with one more answer. */
export function ownAsker(lease: OwnLease, answers: GivenAnswers): Asker {
  const { facts, wear } = lease;
  const last = lastReading(facts.agreement, facts.readings);
  const open: (Place | null)[] = [
    last === null || last.on < facts.asOf ? 'odometer' : null,
    (answers.valueOffers ?? []).length === 0 ? 'offers' : null,
    (facts.vehicle.priceWhenNewCents ?? answers.priceWhenNewCents ?? null) === null ? 'car' : null,
    wear === null ? 'walk' : null,
  ];
  return {
    open: open.filter((each) => each !== null),
    retell: ({ wear: walked, ...given }) =>
      contractOutlook(facts, { ...answersThatCount(answers), ...given }, walked ?? wear).outlook,
  };
}

/**
 * The answers that say what the contract does not. Readings are not among them: they are recorded
 * with the lease, so that every page projects the same miles.
 */
export function answersThatCount({
  segment,
  modelYear,
  priceWhenNewCents,
  valueOffers,
  servicemember,
}: GivenAnswers): GivenAnswers {
  return {
    ...(segment == null ? {} : { segment }),
    ...(modelYear == null ? {} : { modelYear }),
    ...(priceWhenNewCents == null ? {} : { priceWhenNewCents }),
    ...(valueOffers === undefined ? {} : { valueOffers }),
    ...(servicemember === undefined ? {} : { servicemember }),
  };
}

/** The saved answers as the rules read them. An offer's amount has no unit in its name. */
export function answersOf({ valueOffers, ...answers }: SavedAnswers): GivenAnswers {
  const given = answersThatCount(read<GivenAnswers>(answers));
  if (valueOffers === undefined) return given;
  const offers = valueOffers.map((offer) => ({
    ...offer,
    cents: BigInt(offer.cents),
    goodThrough: offer.goodThrough ?? null,
  }));
  return { ...given, valueOffers: offers as unknown as NonNullable<GivenAnswers['valueOffers']> };
}

/** The query's answer stays as it came: a copy is what the rules read. */
export function read<T>(wire: unknown): T {
  return revive<T>(structuredClone(wire));
}
