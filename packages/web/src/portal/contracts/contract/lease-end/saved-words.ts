import { revive } from '@roadbook/api/wire-browser';
import type { CentsRange } from '@roadbook/domain/lease-end/planner/outlook';
import { t } from '../../../../shared/copy/copy.ts';
import { likelyOf } from '../../../../shared/format/about.ts';
import { formatDate, formatDay } from '../../../../shared/format/date.ts';
import { formatMoment } from '../../../../shared/format/moment.ts';
import type { Saved } from './own-lease-end.ts';

/** What of a plan is saved, and since when: "leaving on …, with 2 steps, for about $1,200". */
export function savedPlanWords({ savedAt, plan, figures }: NonNullable<Saved['plan']>): string {
  const { range } = revive<{ range: CentsRange }>(structuredClone(figures.leave));
  return t('own-end.saved-plan', {
    when: formatMoment(savedAt),
    day: formatDay(plan.leaveOn),
    steps: plan.chosen.length,
    amount: likelyOf(range),
  });
}

/** What of a walk is saved, and since when. */
export function savedWalkWords({ savedAt, walk, figures }: NonNullable<Saved['walk']>): string {
  const range = revive<CentsRange>(structuredClone(figures.range));
  return t('own-end.saved-walk', {
    when: formatMoment(savedAt),
    day: formatDate(walk.takenOn),
    findings: walk.findings.length,
    amount: likelyOf(range),
  });
}
