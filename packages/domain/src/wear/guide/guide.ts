import type { BusinessDate } from '../../time/calendar.ts';
import { CAR_PARTS, type CarPart } from '../walk/car-part.ts';
import type { Finding } from '../walk/condition-report.ts';
import { type DamageType, damagesOf, measuredBy } from '../walk/damage-type.ts';

/** What a rule of wear looks at. `any`: none at all is ordinary. */
export const RULE_MEASURES = [
  'length',
  'diameter',
  'depth',
  'count-per-panel',
  'tread',
  'any',
] as const;
export type RuleMeasure = (typeof RULE_MEASURES)[number];

export const MEASURE_UNITS = ['thousandth-inch', 'thirty-second-inch', 'count', 'none'] as const;
export type MeasureUnit = (typeof MEASURE_UNITS)[number];

export function unitOf(measure: RuleMeasure): MeasureUnit {
  if (measure === 'tread') return 'thirty-second-inch';
  if (measure === 'count-per-panel') return 'count';
  return measure === 'any' ? 'none' : 'thousandth-inch';
}

/** The measures that a rule about all these damages can use. */
export function measuresFor(damages: readonly DamageType[]): RuleMeasure[] {
  return RULE_MEASURES.filter((measure) => {
    if (measure === 'any' || measure === 'count-per-panel') return true;
    const by = measure === 'tread' ? 'tread' : 'size';
    return damages.every((damage) => measuredBy(damage) === by);
  });
}

/** One rule of a guide. One shape serves every lender; what differs is data. */
export type WearRule = {
  /** Names the rule within its guide. */
  readonly id: string;
  /** The kinds of part, or single parts by id, that the rule is about. */
  readonly parts: readonly string[];
  readonly damages: readonly DamageType[];
  readonly measure: RuleMeasure;
  /**
   * The most that is still ordinary, in the unit of the measure; of tread the least that is. Zero
   * where the measure is `any`.
   */
  readonly limit: number;
  /** How many marks of these damages one part may have together; null does not count them. */
  readonly perPanelCount: number | null;
  /** Whether broken paint alone makes it chargeable. */
  readonly paintBrokenIsCharged: boolean;
  /** Whether the rule looks only at marks in the driver's view. */
  readonly inDriversView: boolean;
  /** The first day on which the rule counts; null is the first day of its guide. */
  readonly since: BusinessDate | null;
  /** Where the lender's guide says so. */
  readonly source: string;
};

/** A lender's guide to what wear is ordinary: dated data. */
export type WearGuide = {
  readonly id: string;
  readonly version: number;
  readonly effectiveFrom: BusinessDate;
  readonly title: string;
  readonly source: string;
  readonly rules: readonly WearRule[];
};

/** Whether a rule or a price that names kinds and single parts is about this part. */
export function isAbout(parts: readonly string[], part: CarPart): boolean {
  return parts.includes(part.kind) || parts.includes(part.id);
}

/** The rules that look at a finding on a day, in the order of the guide. */
export function matchingRules(
  guide: WearGuide,
  finding: Finding,
  part: CarPart,
  on: BusinessDate,
): WearRule[] {
  return guide.rules.filter(
    (rule) =>
      isAbout(rule.parts, part) &&
      rule.damages.includes(finding.damage) &&
      (!rule.inDriversView || finding.inDriversView) &&
      (rule.since === null || rule.since <= on),
  );
}

/** The damage of which a guide says nothing, so that whoever loads it can say it is meant so. */
export function silentDamages(guide: WearGuide): { partId: string; damage: DamageType }[] {
  return CAR_PARTS.flatMap((part) =>
    damagesOf(part.kind)
      .filter((damage) => !guide.rules.some((rule) => asksAlways(rule, part, damage)))
      .map((damage) => ({ partId: part.id, damage })),
  );
}

function asksAlways(rule: WearRule, part: CarPart, damage: DamageType): boolean {
  return isAbout(rule.parts, part) && rule.damages.includes(damage) && !rule.inDriversView;
}
