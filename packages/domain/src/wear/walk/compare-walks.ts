import type { Cents } from '../../money/cents.ts';
import type { WearEstimate } from '../charge/estimate.ts';
import { type ConditionReport, completeness, type Finding } from './condition-report.ts';

/** A finding that both walks have, and that is not the same any more. */
export type ChangedFinding = { readonly before: Finding; readonly after: Finding };

/** What a second walk around the same car found that the first did not, and the other way round. */
export type WalkComparison = {
  /** Found before, and not any more on a part that was looked at again. */
  readonly gone: readonly Finding[];
  readonly added: readonly Finding[];
  readonly changed: readonly ChangedFinding[];
  readonly same: readonly ChangedFinding[];
  /** Found before, on a part that the second walk did not look at: nothing is known about it. */
  readonly notLookedAt: readonly Finding[];
};

/**
 * Compares two walks. A finding is the same one when it kept its id, else when its part and damage
 * are the same, in the order of the walks.
 */
export function compareWalks(before: ConditionReport, after: ConditionReport): WalkComparison {
  const open = [...after.findings];
  const take = (wanted: (finding: Finding) => boolean): Finding | null => {
    const index = open.findIndex(wanted);
    return index < 0 ? null : (open.splice(index, 1)[0] ?? null);
  };
  const isAlike = (a: Finding, b: Finding): boolean =>
    a.partId === b.partId && a.damage === b.damage;
  // Ids first, for all, so that nothing is taken that another finding has by its id.
  const byId = before.findings.map((each) => take((other) => other.id === each.id));
  const pairs = before.findings.map((each, index) => ({
    before: each,
    after: byId[index] ?? take((other) => isAlike(other, each)),
  }));
  const kept = pairs.filter((pair): pair is ChangedFinding => pair.after !== null);
  const lost = pairs.filter((pair) => pair.after === null).map((pair) => pair.before);
  const looked = new Set(completeness(after).done);
  return {
    gone: lost.filter((finding) => looked.has(finding.partId)),
    added: open,
    changed: kept.filter((pair) => !isUnchanged(pair)),
    same: kept.filter(isUnchanged),
    notLookedAt: lost.filter((finding) => !looked.has(finding.partId)),
  };
}

/** Notes and photos may differ: they say nothing that a guide asks about. */
function isUnchanged({ before, after }: ChangedFinding): boolean {
  return (
    before.partId === after.partId &&
    before.damage === after.damage &&
    before.sizeMils === after.sizeMils &&
    before.depthMils === after.depthMils &&
    before.count === after.count &&
    before.paintBroken === after.paintBroken &&
    before.inDriversView === after.inDriversView &&
    before.treadThirtySeconds === after.treadThirtySeconds
  );
}

/** What became of the charge between two walks. */
export type Saving = {
  readonly beforeCents: Cents;
  readonly afterCents: Cents;
  /** Negative where new damage costs more than repairs saved. */
  readonly savedCents: Cents;
  /**
   * Whether the second walk looked at everything that the first one found. Otherwise a part of the
   * saving is only that nobody looked.
   */
  readonly certain: boolean;
};

export function savingOf(
  before: WearEstimate,
  after: WearEstimate,
  comparison: WalkComparison,
): Saving {
  const beforeCents = before.total.totalCents;
  const afterCents = after.total.totalCents;
  const certain = comparison.notLookedAt.length === 0;
  return { beforeCents, afterCents, savedCents: beforeCents - afterCents, certain };
}
