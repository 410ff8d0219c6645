import type { WearEstimate } from '../../wear/charge/estimate.ts';
import type { Finding } from '../../wear/walk/condition-report.ts';
import type { Repair, RepairedMark } from '../ways-out/leave-plan.ts';

/**
 * The repairs that could lower the cost of leaving: one for each finding whose charge would fall.
 * What the replacement of a part settles anyway is not a repair of its own. Whether one pays is the
 * plan's to say.
 */
export function repairsOf({ findings }: WearEstimate): readonly Repair[] {
  return findings
    .filter(({ savesCents, includedIn }) => savesCents > 0n && includedIn === null)
    .map(({ finding, savesCents, repairLowCents, repairHighCents }) => ({
      id: finding.id,
      mark: markOf(finding),
      savesWearCents: savesCents,
      repairLowCents,
      repairHighCents,
    }));
}

/** What a sentence says of a finding. */
export function markOf(finding: Finding): RepairedMark {
  const { partId, damage, sizeMils, treadThirtySeconds, count } = finding;
  return { partId, damage, sizeMils, treadThirtySeconds, count };
}
