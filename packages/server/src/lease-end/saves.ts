import type { LeaseEndPlan, SavedPlan, SavedWalk } from '@roadbook/api/schema/lease-end-plan';
import type { Walk } from '@roadbook/api/schema/wear';
import { decode, encode } from '@roadbook/api/wire';
import {
  type ContractPlan,
  planFigures,
  scheduledReturn,
} from '@roadbook/domain/lease-end/planner/contract-plan';
import { date } from '@roadbook/domain/time/calendar';
import { type WearEstimate, wearEstimate } from '@roadbook/domain/wear/charge/estimate';
import type { ConditionReport } from '@roadbook/domain/wear/walk/condition-report';
import type { z } from 'zod';
import { onWire } from '../operation/on-wire.ts';
import type { Queryable } from '../platform/database/store.ts';
import type { NamedFacts } from './lease-end-facts.ts';
import { putSave, readSaves, type SaveKind } from './saves.sql.ts';
import type { WearInForce } from './wear-data/wear-in-force.ts';
import { wearFigures } from './wear-figures.ts';

export type WireWalk = z.output<typeof Walk>;
export type WirePlan = z.output<typeof LeaseEndPlan>;
export type WireSavedPlan = z.output<typeof SavedPlan>;
export type WireSavedWalk = z.output<typeof SavedWalk>;

/** Whose save it is, and when it is made. */
export type Saving = {
  readonly store: Queryable;
  readonly contractId: string;
  readonly personId: string;
  readonly nowMs: number;
};

/** A walk as the rules read it. Photos stay on the device, so that there are none here. */
export function reportOf(walk: WireWalk): ConditionReport {
  const findings = walk.findings.map(({ photoCount: _, ...finding }) => ({
    ...finding,
    photoIds: [],
  }));
  return { ...walk, takenOn: date(walk.takenOn), findings };
}

/** A plan as the rules read it. An offer's amount has no unit in its name for the codec to see. */
export function planOf(plan: WirePlan): ContractPlan {
  const { valueOffers, ...answers } = plan.answers;
  const read = decode<ContractPlan>(encode({ ...plan, answers }));
  if (valueOffers === undefined) return read;
  const offers = valueOffers.map(({ source, cents, on, goodThrough }) => ({
    source,
    cents: BigInt(cents),
    on: date(on),
    goodThrough: goodThrough == null ? null : date(goodThrough),
  }));
  return { ...read, answers: { ...read.answers, valueOffers: offers } };
}

/** What a walk comes to when the car is given back at the scheduled end, or today after it. */
export function estimateOf(walk: WireWalk, facts: NamedFacts, wear: WearInForce): WearEstimate {
  return wearEstimate(reportOf(walk), wear.guide, wear.charges, [], scheduledReturn(facts));
}

/** Computes a walk by the lender's data in force and keeps both. */
export async function saveWalk(
  saving: Saving,
  walk: WireWalk,
  facts: NamedFacts,
  wear: WearInForce,
): Promise<WireSavedWalk> {
  const figures = wearFigures(estimateOf(walk, facts, wear));
  const saved: WireSavedWalk = { ...stampOf(saving, facts), walk, figures };
  await put(saving, 'walk', saved, figures);
  return saved;
}

/**
 * Computes a plan and keeps both. Its wear is that of the walk which the same person saved, priced
 * by what is in force now.
 */
export async function savePlan(
  saving: Saving,
  plan: WirePlan,
  facts: NamedFacts,
  wear: WearInForce | null,
): Promise<WireSavedPlan> {
  const { walk } = await keptBy(saving.store, saving.contractId, saving.personId);
  const estimate = walk === null || wear === null ? null : estimateOf(walk.walk, facts, wear);
  const figures = onWire(planFigures(facts, planOf(plan), estimate));
  const guide = estimate?.guide ?? null;
  const charges = estimate?.charges ?? null;
  const saved: WireSavedPlan = { ...stampOf(saving, facts), guide, charges, plan, figures };
  await put(saving, 'plan', saved, { guide, charges });
  return saved;
}

/** What each person keeps with a contract. */
export type Kept = {
  readonly personId: string;
  readonly plan: WireSavedPlan | null;
  readonly walk: WireSavedWalk | null;
};

export async function keptWith(store: Queryable, contractId: string): Promise<Kept[]> {
  const rows = await readSaves(store, contractId);
  const people = [...new Set(rows.map(({ person_id }) => person_id))];
  return people.map((personId) => {
    const own = rows.filter(({ person_id }) => person_id === personId);
    const read = <T>(wanted: SaveKind): T | null => {
      const row = own.find(({ kind }) => kind === wanted);
      return row === undefined ? null : (JSON.parse(row.saved) as T);
    };
    return { personId, plan: read<WireSavedPlan>('plan'), walk: read<WireSavedWalk>('walk') };
  });
}

/** What one person keeps with a contract. */
export async function keptBy(
  store: Queryable,
  contractId: string,
  personId: string,
): Promise<Omit<Kept, 'personId'>> {
  const kept = await keptWith(store, contractId);
  const own = kept.find((each) => each.personId === personId);
  return { plan: own?.plan ?? null, walk: own?.walk ?? null };
}

function stampOf({ nowMs }: Saving, { asOf, policy }: NamedFacts) {
  return {
    savedAt: new Date(nowMs).toISOString(),
    businessDate: asOf as string,
    policyVersion: policy.version,
  };
}

type Versions = {
  readonly guide: { readonly id: string; readonly version: number } | null;
  readonly charges: { readonly id: string; readonly version: number } | null;
};

function put(
  { store, contractId, personId }: Saving,
  kind: SaveKind,
  saved: WireSavedPlan | WireSavedWalk,
  { guide, charges }: Versions,
): Promise<void> {
  const { savedAt, businessDate, policyVersion } = saved;
  return putSave(store, {
    contractId,
    personId,
    kind,
    savedAt,
    businessDate: date(businessDate),
    policyVersion,
    guide,
    charges,
    saved: encode(saved),
  });
}
