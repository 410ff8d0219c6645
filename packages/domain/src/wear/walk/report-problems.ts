import { addDays, type BusinessDate } from '../../time/calendar.ts';
import { SIZE_MAX_MILS, TREAD_MAX_THIRTY_SECONDS } from './assumed-sizes.ts';
import { type CarPart, partById, partsOf } from './car-part.ts';
import type { ConditionReport, Finding } from './condition-report.ts';
import { canBreakPaint, damagesOf, measuredBy } from './damage-type.ts';

/** Why a report of a walk is refused. */
export const REPORT_RULES = [
  'part-unknown',
  'part-not-on-car',
  'damage-not-of-part',
  'measure-not-of-damage',
  'between',
  'paint-not-of-damage',
  'view-not-of-part',
  'finding-twice',
  'date-between',
] as const;
export type ReportRule = (typeof REPORT_RULES)[number];

/** One thing in a report that cannot be: where, which rule, what was said, what is accepted. */
export type ReportProblem = {
  /** The field from the report down, as `findings.3.partId`. */
  readonly field: string;
  readonly rule: ReportRule;
  readonly value: string;
  readonly accepted: readonly string[];
};

/** As many marks of one kind as anybody would count on one part. */
const COUNT_MAX = 99;
/** Older walks say nothing about the car's return. */
const WALK_DAYS_MAX = 400;

/**
 * Everything that is wrong with a report, in its order; empty when it can be estimated. A walk may
 * be dated one day ahead: a phone's day begins before the servicing day does.
 */
export function reportProblems(
  report: ConditionReport,
  asOf: BusinessDate,
): readonly ReportProblem[] {
  const problems: ReportProblem[] = [];
  const from = addDays(asOf, -WALK_DAYS_MAX);
  const to = addDays(asOf, 1);
  if (report.takenOn < from || report.takenOn > to) {
    problems.push({
      field: 'takenOn',
      rule: 'date-between',
      value: report.takenOn,
      accepted: [from, to],
    });
  }
  for (const [index, finding] of report.findings.entries()) {
    problems.push(...findingProblems(finding, report, `findings.${index}`));
    const first = report.findings.findIndex(({ id }) => id === finding.id);
    if (first !== index) {
      problems.push(refused(`findings.${index}.id`, 'finding-twice', finding.id, []));
    }
  }
  for (const list of ['inspected', 'skipped'] as const) {
    for (const [index, id] of report[list].entries()) {
      problems.push(...partProblems(id, report, `${list}.${index}`));
    }
  }
  return problems;
}

function partProblems(id: string, { bodyStyle }: ConditionReport, field: string): ReportProblem[] {
  const parts = partsOf(bodyStyle).map((part) => part.id);
  if (parts.includes(id)) return [];
  const rule = partById(id) === null ? 'part-unknown' : 'part-not-on-car';
  return [refused(field, rule, id, parts)];
}

function findingProblems(
  finding: Finding,
  report: ConditionReport,
  field: string,
): ReportProblem[] {
  const strange = partProblems(finding.partId, report, `${field}.partId`);
  const part = partById(finding.partId);
  if (strange.length > 0 || part === null) return strange;
  const damages = damagesOf(part.kind);
  if (!damages.includes(finding.damage)) {
    return [refused(`${field}.damage`, 'damage-not-of-part', finding.damage, damages)];
  }
  return [
    ...measureProblems(finding, field),
    ...between(`${field}.count`, finding.count, 1, COUNT_MAX),
    ...placeProblems(finding, part, field),
  ];
}

function measureProblems(finding: Finding, field: string): ReportProblem[] {
  const by = measuredBy(finding.damage);
  const { sizeMils, depthMils, treadThirtySeconds } = finding;
  return [
    ...measure(`${field}.sizeMils`, sizeMils, by === 'size', SIZE_MAX_MILS),
    ...measure(`${field}.depthMils`, depthMils, by === 'size', SIZE_MAX_MILS),
    ...measure(
      `${field}.treadThirtySeconds`,
      treadThirtySeconds,
      by === 'tread',
      TREAD_MAX_THIRTY_SECONDS,
    ),
  ];
}

function measure(
  field: string,
  value: number | null,
  isMeasured: boolean,
  most: number,
): ReportProblem[] {
  if (value === null) return [];
  if (!isMeasured) return [refused(field, 'measure-not-of-damage', `${value}`, ['null'])];
  return between(field, value, 0, most);
}

function placeProblems(finding: Finding, part: CarPart, field: string): ReportProblem[] {
  const problems: ReportProblem[] = [];
  if (finding.paintBroken && !canBreakPaint(part.kind, finding.damage)) {
    problems.push(refused(`${field}.paintBroken`, 'paint-not-of-damage', 'true', ['false']));
  }
  if (finding.inDriversView && part.kind !== 'windshield') {
    problems.push(refused(`${field}.inDriversView`, 'view-not-of-part', 'true', ['false']));
  }
  return problems;
}

function between(field: string, value: number, least: number, most: number): ReportProblem[] {
  if (value >= least && value <= most) return [];
  return [refused(field, 'between', `${value}`, [`${least}`, `${most}`])];
}

function refused(
  field: string,
  rule: ReportRule,
  value: string,
  accepted: readonly string[],
): ReportProblem {
  return { field, rule, value, accepted };
}
