import type { BusinessDate } from '../../time/calendar.ts';
import { type CarPart, partById } from '../walk/car-part.ts';
import type { Finding } from '../walk/condition-report.ts';
import { type MarkCounts, type MarksOfPart, marksCounted, marksOfPart } from './count-marks.ts';
import { type MeasureUnit, matchingRules, unitOf, type WearGuide, type WearRule } from './guide.ts';

/** How a rule was kept or broken; each is a sentence of the copy catalogue. */
export const RULE_CLAUSES = [
  'within-limit',
  'any-is-charged',
  'in-drivers-view',
  'over-length',
  'over-diameter',
  'over-depth',
  'over-count',
  'paint-broken',
  'tread-under',
] as const;
export type RuleClause = (typeof RULE_CLAUSES)[number];

/** The rule that decided about a finding, with what its sentence needs. */
export type RuleCitation = {
  readonly id: string;
  readonly source: string;
  readonly clause: RuleClause;
  readonly unit: MeasureUnit;
  readonly limit: number;
  /** What was measured against the limit; null where the clause measures nothing. */
  readonly measured: number | null;
};

/** A verdict on a finding whose measures are all known. */
export type Judgement = {
  readonly chargeable: boolean;
  /** The first broken rule, else the first that looked; null where the guide is silent. */
  readonly rule: RuleCitation | null;
};

/**
 * Judges one finding among the marks of its walk: ordinary if every matching rule's limit holds.
 * All findings must carry their measures; `assumed-sizes.ts` gives them one where they have none.
 */
export function judgeFinding(
  guide: WearGuide,
  finding: Finding,
  counts: MarkCounts,
  on: BusinessDate,
): Judgement {
  const marks = marksOfPart(counts, finding.partId);
  const matching = matchingRules(guide, finding, partOf(finding), on);
  for (const rule of matching) {
    const broken = brokenClause(rule, finding, marks);
    if (broken !== null) return { chargeable: true, rule: broken };
  }
  const first = matching[0];
  if (first === undefined) return { chargeable: false, rule: null };
  const measured = measureOf(first, finding, marks);
  return { chargeable: false, rule: cite(first, 'within-limit', first.limit, measured) };
}

/** Whether a rule that counts the marks of the part is broken, whatever else is. */
export function breaksCount(
  guide: WearGuide,
  finding: Finding,
  marks: MarksOfPart,
  on: BusinessDate,
): boolean {
  return matchingRules(guide, finding, partOf(finding), on).some((rule) => {
    const counted = marksCounted(rule, marks);
    const isOver = rule.perPanelCount !== null && counted > rule.perPanelCount;
    return isOver || (rule.measure === 'count-per-panel' && counted > rule.limit);
  });
}

/** The part of a finding. A finding on a part that no car has is a bug and throws. */
export function partOf(finding: Finding): CarPart {
  const part = partById(finding.partId);
  if (part === null) throw new RangeError(`no such part: ${finding.partId}`);
  return part;
}

function brokenClause(rule: WearRule, finding: Finding, marks: MarksOfPart): RuleCitation | null {
  const measured = measureOf(rule, finding, marks);
  const clause = measureClause(rule, measured);
  if (clause !== null) return cite(rule, clause, rule.limit, measured);
  const counted = marksCounted(rule, marks);
  if (rule.perPanelCount !== null && counted > rule.perPanelCount) {
    return { ...cite(rule, 'over-count', rule.perPanelCount, counted), unit: 'count' };
  }
  if (rule.paintBrokenIsCharged && finding.paintBroken) {
    return { ...cite(rule, 'paint-broken', 0, null), unit: 'none' };
  }
  return null;
}

function measureClause(rule: WearRule, measured: number | null): RuleClause | null {
  if (rule.measure === 'any') return rule.inDriversView ? 'in-drivers-view' : 'any-is-charged';
  if (measured === null) return null;
  if (rule.measure === 'tread') return measured < rule.limit ? 'tread-under' : null;
  if (measured <= rule.limit) return null;
  return rule.measure === 'count-per-panel' ? 'over-count' : `over-${rule.measure}`;
}

function measureOf(rule: WearRule, finding: Finding, marks: MarksOfPart): number | null {
  switch (rule.measure) {
    case 'length':
    case 'diameter':
      return finding.sizeMils;
    case 'depth':
      return finding.depthMils;
    case 'tread':
      return finding.treadThirtySeconds;
    case 'count-per-panel':
      return marksCounted(rule, marks);
    case 'any':
      return null;
  }
}

function cite(
  rule: WearRule,
  clause: RuleClause,
  limit: number,
  measured: number | null,
): RuleCitation {
  return { id: rule.id, source: rule.source, clause, unit: unitOf(rule.measure), limit, measured };
}
