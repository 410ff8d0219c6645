import type { BusinessDate } from '../../time/calendar.ts';
import { countMarks } from '../guide/count-marks.ts';
import { matchingRules, type WearGuide, type WearRule } from '../guide/guide.ts';
import { judgeFinding, partOf } from '../guide/judge-finding.ts';
import type { Finding } from './condition-report.ts';
import { measuredBy } from './damage-type.ts';

/**
 * What to take where a measure is missing: the least it can be, the most, or, as the likely case,
 * the least that the guide charges for this finding by itself. The others do not count: mending one
 * would make the rest seem larger.
 */
export const ASSUMPTIONS = ['least', 'likely', 'most'] as const;
export type Assumption = (typeof ASSUMPTIONS)[number];

/** No part of a car is larger; the largest size that a report may carry. */
export const SIZE_MAX_MILS = 250_000;
/** More than a new tire has; the most tread that a report may carry. */
export const TREAD_MAX_THIRTY_SECONDS = 32;

/** Whether a finding lacks a measure that decides about it or about its price. */
export function lacksMeasure(guide: WearGuide, finding: Finding, on: BusinessDate): boolean {
  const by = measuredBy(finding.damage);
  if (by === 'size' && finding.sizeMils === null) return true;
  if (by === 'tread' && finding.treadThirtySeconds === null) return true;
  const rules = matchingRules(guide, finding, partOf(finding), on);
  return finding.depthMils === null && rules.some((rule) => rule.measure === 'depth');
}

/** The findings with every measure known: what is missing is assumed. */
export function assumeSizes(
  guide: WearGuide,
  findings: readonly Finding[],
  on: BusinessDate,
  assumption: Assumption,
): readonly Finding[] {
  return findings.map((finding) => {
    if (!lacksMeasure(guide, finding, on)) return finding;
    if (assumption === 'most') return filled(finding, SIZE_MAX_MILS, SIZE_MAX_MILS, 0);
    const least = filled(finding, 0, 0, TREAD_MAX_THIRTY_SECONDS);
    if (assumption === 'least') return least;
    const rules = matchingRules(guide, finding, partOf(finding), on);
    const tries = [least, ...rules.map((rule) => justCharged(rule, finding)).sort(leastFirst)];
    const charged = tries.find(
      (each) => judgeFinding(guide, each, countMarks([each]), on).chargeable,
    );
    return charged ?? least;
  });
}

function filled(finding: Finding, size: number, depth: number, tread: number): Finding {
  return {
    ...finding,
    sizeMils: finding.sizeMils ?? size,
    depthMils: finding.depthMils ?? depth,
    treadThirtySeconds: finding.treadThirtySeconds ?? tread,
  };
}

/** The finding with its missing measure one step beyond the limit of a rule. */
function justCharged(rule: WearRule, finding: Finding): Finding {
  const full = TREAD_MAX_THIRTY_SECONDS;
  if (rule.measure === 'tread') return filled(finding, 0, 0, Math.max(0, rule.limit - 1));
  if (rule.measure === 'depth') return filled(finding, 0, rule.limit + 1, full);
  if (rule.measure === 'length' || rule.measure === 'diameter') {
    return filled(finding, rule.limit + 1, 0, full);
  }
  return filled(finding, 0, 0, full);
}

function leastFirst(a: Finding, b: Finding): number {
  const size = (a.sizeMils ?? 0) - (b.sizeMils ?? 0);
  const depth = (a.depthMils ?? 0) - (b.depthMils ?? 0);
  const worn = (b.treadThirtySeconds ?? 0) - (a.treadThirtySeconds ?? 0);
  return size !== 0 ? size : depth !== 0 ? depth : worn;
}
