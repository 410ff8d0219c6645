import type { LeaseEndFacts } from '@roadbook/domain/lease-end/planner/contract-outlook';
import { scheduledReturn } from '@roadbook/domain/lease-end/planner/contract-plan';
import { repairsOf } from '@roadbook/domain/lease-end/planner/walk-repairs';
import type { ChargeTable } from '@roadbook/domain/wear/charge/charge-table';
import { wearEstimate } from '@roadbook/domain/wear/charge/estimate';
import type { WearGuide } from '@roadbook/domain/wear/guide/guide';
import type { ConditionReport } from '@roadbook/domain/wear/walk/condition-report';
import { NOT_WALKED, read, type Saved, type Told, type Walked } from './own-lease-end.ts';

type SavedWalk = NonNullable<Saved['walk']>;

/** What a saved walk comes to by our guide and prices, where we have them. */
export function walkedOf({ wear, facts }: Told, { walk }: SavedWalk): Walked {
  if (wear === null) return NOT_WALKED;
  const { guide, charges } = read<{ guide: WearGuide; charges: ChargeTable }>(wear);
  const findings = walk.findings.map(({ photoCount: _, ...finding }) => ({
    ...finding,
    photoIds: [],
  }));
  const report = { ...walk, findings } as unknown as ConditionReport;
  const back = scheduledReturn(read<LeaseEndFacts>(facts));
  const estimate = wearEstimate(report, guide, charges, [], back);
  return { wear: estimate.range, repairs: repairsOf(estimate) };
}
