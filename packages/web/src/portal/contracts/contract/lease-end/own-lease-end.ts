import { revive } from '@roadbook/api/wire-browser';
import {
  type ContractOutlook,
  contractOutlook,
  type LeaseEndFacts,
} from '@roadbook/domain/lease-end/planner/contract-outlook';
import { scheduledReturn } from '@roadbook/domain/lease-end/planner/contract-plan';
import { repairsOf } from '@roadbook/domain/lease-end/planner/walk-repairs';
import type { Repair } from '@roadbook/domain/lease-end/ways-out/leave-plan';
import type { ChargeTable } from '@roadbook/domain/wear/charge/charge-table';
import { wearEstimate } from '@roadbook/domain/wear/charge/estimate';
import type { WearGuide } from '@roadbook/domain/wear/guide/guide';
import type { ConditionReport } from '@roadbook/domain/wear/walk/condition-report';
import type { GivenAnswers } from '../../../../lease-end/plan-store.ts';
import type { Response } from '../../../../shared/wire/client.ts';

type Told = Response<'getLeaseEnd'>;
export type Saved = Response<'getSavedLeaseEnd'>;
type SavedAnswers = NonNullable<Saved['plan']>['plan']['answers'];

/** The end of a lease of ours as this device computes it. */
export type OwnLeaseEnd = ContractOutlook & {
  readonly facts: LeaseEndFacts;
  readonly repairs: readonly Repair[];
};

/** Computes the outlook from what the server told and what the person saved: the server's rules. */
export function ownLeaseEnd(told: Told, saved: Saved): OwnLeaseEnd {
  const facts = read<LeaseEndFacts>(told.facts);
  const answers = saved.plan === null ? {} : answersOf(saved.plan.plan.answers);
  const walk = estimateOf(told, saved, facts);
  const outlook = contractOutlook(facts, answers, walk?.range ?? null);
  return { ...outlook, facts, repairs: walk === null ? [] : repairsOf(walk) };
}

/** The saved answers as the rules read them. An offer's amount has no unit in its name. */
export function answersOf({ valueOffers, ...answers }: SavedAnswers): GivenAnswers {
  const given = read<GivenAnswers>(answers);
  if (valueOffers === undefined) return given;
  const offers = valueOffers.map((offer) => ({
    ...offer,
    cents: BigInt(offer.cents),
    goodThrough: offer.goodThrough ?? null,
  }));
  return { ...given, valueOffers: offers as unknown as NonNullable<GivenAnswers['valueOffers']> };
}

function estimateOf({ wear }: Told, { walk }: Saved, facts: LeaseEndFacts) {
  if (wear === null || walk === null) return null;
  const findings = walk.walk.findings.map(({ photoCount: _, ...finding }) => ({
    ...finding,
    photoIds: [],
  }));
  const report = { ...walk.walk, findings } as unknown as ConditionReport;
  const guide = read<WearGuide>(wear.guide);
  const charges = read<ChargeTable>(wear.charges);
  return wearEstimate(report, guide, charges, [], scheduledReturn(facts));
}

/** The query's answer stays as it came: a copy is what the rules read. */
function read<T>(wire: unknown): T {
  return revive<T>(structuredClone(wire));
}
