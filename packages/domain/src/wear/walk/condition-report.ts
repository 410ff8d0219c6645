import type { BusinessDate } from '../../time/calendar.ts';
import { type BodyStyle, CAR_VIEWS, type CarView, partsOf } from './car-part.ts';
import type { DamageType } from './damage-type.ts';

/** One damage that a person found on one part. */
export type Finding = {
  readonly id: string;
  readonly partId: string;
  readonly damage: DamageType;
  /** The longest way across, in thousandths of an inch; null while nobody measured it. */
  readonly sizeMils: number | null;
  /** How deep it is, in thousandths of an inch; few guides ask. */
  readonly depthMils: number | null;
  /** How many marks like this the part has; of missing things, how many are missing. */
  readonly count: number;
  readonly paintBroken: boolean;
  /** Whether it is in the part of the glass that the driver looks through. */
  readonly inDriversView: boolean;
  /** The tread at its thinnest point, in 1/32 inch; null while nobody measured it. */
  readonly treadThirtySeconds: number | null;
  readonly note?: string;
  readonly photoIds: readonly string[];
};

/** What one walk around a car found. */
export type ConditionReport = {
  readonly bodyStyle: BodyStyle;
  readonly findings: readonly Finding[];
  /** Parts that were looked at and are fine. */
  readonly inspected: readonly string[];
  /** Parts that were left out on purpose, to come back to. */
  readonly skipped: readonly string[];
  readonly takenOn: BusinessDate;
};

/** How much of a walk is done. Every part is in exactly one of the three lists. */
export type WalkProgress = {
  readonly done: readonly string[];
  readonly skipped: readonly string[];
  readonly left: readonly string[];
};

export type WalkCompleteness = WalkProgress & {
  readonly byView: Readonly<Record<CarView, WalkProgress>>;
};

/**
 * What is done, skipped and left, in all and for each view, in the order of the walk. A part with a
 * finding is done, also when it was skipped before.
 */
export function completeness(report: ConditionReport): WalkCompleteness {
  const found = new Set(report.findings.map((finding) => finding.partId));
  const done = new Set([...report.inspected, ...found]);
  const skipped = new Set(report.skipped.filter((id) => !done.has(id)));
  const progress = (view: CarView | null): WalkProgress => {
    const ids = partsOf(report.bodyStyle)
      .filter((part) => view === null || part.view === view)
      .map((part) => part.id);
    return {
      done: ids.filter((id) => done.has(id)),
      skipped: ids.filter((id) => skipped.has(id)),
      left: ids.filter((id) => !done.has(id) && !skipped.has(id)),
    };
  };
  const views = CAR_VIEWS.map((view) => [view, progress(view)] as const);
  const byView = Object.fromEntries(views) as Record<CarView, WalkProgress>;
  return { ...progress(null), byView };
}

/** The same walk without some findings, as it will be once they are repaired. */
export function withoutFindings(report: ConditionReport, ids: readonly string[]): ConditionReport {
  const repaired = report.findings.filter((finding) => ids.includes(finding.id));
  return {
    ...report,
    findings: report.findings.filter((finding) => !ids.includes(finding.id)),
    inspected: [...new Set([...report.inspected, ...repaired.map(({ partId }) => partId)])],
  };
}
