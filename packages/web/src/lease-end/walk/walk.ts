import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { type BodyStyle, partsOf } from '@roadbook/domain/wear/walk/car-part';
import type { ConditionReport, Finding } from '@roadbook/domain/wear/walk/condition-report';
import type { CentsText } from '../../shared/format/cents.ts';

/** A lender's own guide, as the two texts that were loaded; they are read again when needed. */
export type OwnGuide = { readonly guideCsv: string; readonly chargesCsv: string };

/** What a person says about a waiver of wear; null where they have none or no such limit. */
export type WaiverAnswers = {
  readonly totalCents: CentsText | null;
  readonly perEventCents: CentsText | null;
  readonly perMissingCents: CentsText | null;
  /** What happens to one charge above its limit. */
  readonly above: 'cap' | 'exclude';
};

/** Whose guide judges the car when it goes back; null while nobody said so. */
export type LeaseLender = 'served' | 'other';

/** One walk around one car. It never leaves the device, but for what an account saves of it. */
export type Walk = {
  readonly bodyStyle: BodyStyle | null;
  /** What the VIN said, such as “2023 Honda”. */
  readonly carName: string | null;
  readonly vin: string | null;
  readonly odometerMiles: number | null;
  readonly lender: LeaseLender | null;
  readonly findings: readonly Finding[];
  readonly inspected: readonly string[];
  readonly skipped: readonly string[];
  /** The day on which the walk began. */
  readonly takenOn: BusinessDate;
  /** When the first and the last thing was said of the car, as ISO instants. */
  readonly startedAt: string | null;
  readonly changedAt: string | null;
  /** When each photo was taken or chosen, by its id. */
  readonly photoTimes: Readonly<Record<string, string>>;
  readonly guideId: string;
  readonly ownGuide: OwnGuide | null;
  readonly waiver: WaiverAnswers;
};

export const NO_WAIVER: WaiverAnswers = {
  totalCents: null,
  perEventCents: null,
  perMissingCents: null,
  above: 'cap',
};

export function newWalk(takenOn: BusinessDate, guideId: string): Walk {
  return {
    bodyStyle: null,
    carName: null,
    vin: null,
    odometerMiles: null,
    lender: null,
    findings: [],
    inspected: [],
    skipped: [],
    takenOn,
    startedAt: null,
    changedAt: null,
    photoTimes: {},
    guideId,
    ownGuide: null,
    waiver: NO_WAIVER,
  };
}

/** Whether anything was said about the car yet. */
export function isBegun(walk: Walk): boolean {
  return walk.bodyStyle !== null && touchedIds(walk).length > 0;
}

function touchedIds({ findings, inspected, skipped }: Walk): string[] {
  return [...findings.map(({ partId }) => partId), ...inspected, ...skipped];
}

/** The walk as the domain judges it. A walk without a body style has looked at nothing. */
export function reportOf(walk: Walk): ConditionReport {
  const { findings, inspected, skipped, takenOn } = walk;
  return { bodyStyle: walk.bodyStyle ?? 'sedan', findings, inspected, skipped, takenOn };
}

export type WalkStep =
  | { readonly do: 'choose-style'; readonly style: BodyStyle }
  | { readonly do: 'name-car'; readonly carName: string | null; readonly vin: string | null }
  | { readonly do: 'odometer'; readonly miles: number | null }
  | { readonly do: 'lender'; readonly lender: LeaseLender }
  | { readonly do: 'photo'; readonly photoId: string; readonly at: string }
  | { readonly do: 'fine'; readonly partIds: readonly string[] }
  | { readonly do: 'skip'; readonly partId: string }
  | { readonly do: 'look-again'; readonly partId: string }
  | { readonly do: 'save-finding'; readonly finding: Finding }
  | { readonly do: 'remove-finding'; readonly findingId: string }
  | { readonly do: 'choose-guide'; readonly guideId: string }
  | { readonly do: 'own-guide'; readonly ownGuide: OwnGuide; readonly guideId: string }
  | { readonly do: 'waiver'; readonly waiver: WaiverAnswers }
  | { readonly do: 'take-on'; readonly walk: Walk };

/** The walk after a step. A part is in one list at most; a part with a finding is in none. */
export function afterStep(walk: Walk, step: WalkStep): Walk {
  switch (step.do) {
    case 'choose-style':
      return onStyle(walk, step.style);
    case 'name-car':
      return { ...walk, carName: step.carName, vin: step.vin };
    case 'odometer':
      return { ...walk, odometerMiles: step.miles };
    case 'lender':
      return { ...walk, lender: step.lender };
    case 'photo':
      return { ...walk, photoTimes: { ...walk.photoTimes, [step.photoId]: step.at } };
    case 'fine':
      return step.partIds.reduce((before, id) => placed(before, id, 'inspected'), walk);
    case 'skip':
      return placed(walk, step.partId, 'skipped');
    case 'look-again':
      return placed(walk, step.partId, null);
    case 'save-finding':
      return withFinding(walk, step.finding);
    case 'remove-finding':
      return { ...walk, findings: walk.findings.filter(({ id }) => id !== step.findingId) };
    case 'choose-guide':
      return { ...walk, guideId: step.guideId };
    case 'own-guide':
      return { ...walk, ownGuide: step.ownGuide, guideId: step.guideId };
    case 'waiver':
      return { ...walk, waiver: step.waiver };
    case 'take-on':
      return step.walk;
  }
}

/** The steps that say something of the car, by which the time of a walk is told. */
const SAYS_SOMETHING: ReadonlySet<WalkStep['do']> = new Set([
  'fine',
  'skip',
  'look-again',
  'save-finding',
  'remove-finding',
  'odometer',
]);

/** The walk after a step that was made at a moment. */
export function afterStepAt(walk: Walk, step: WalkStep, at: string): Walk {
  const next = afterStep(walk, step);
  if (next === walk || !SAYS_SOMETHING.has(step.do)) return next;
  return { ...next, startedAt: next.startedAt ?? at, changedAt: at };
}

function placed(walk: Walk, partId: string, list: 'inspected' | 'skipped' | null): Walk {
  if (walk.findings.some((finding) => finding.partId === partId)) return walk;
  const others = (ids: readonly string[]) => ids.filter((id) => id !== partId);
  const inspected = others(walk.inspected);
  const skipped = others(walk.skipped);
  if (list === 'inspected') inspected.push(partId);
  if (list === 'skipped') skipped.push(partId);
  return { ...walk, inspected, skipped };
}

function withFinding(walk: Walk, finding: Finding): Walk {
  const cleared = placed(walk, finding.partId, null);
  const known = walk.findings.some(({ id }) => id === finding.id);
  const findings = known
    ? walk.findings.map((each) => (each.id === finding.id ? finding : each))
    : [...walk.findings, finding];
  return { ...cleared, findings };
}

/** Another body style keeps what was said about the parts that it has too. */
function onStyle(walk: Walk, style: BodyStyle): Walk {
  const has = new Set(partsOf(style).map(({ id }) => id));
  return {
    ...walk,
    bodyStyle: style,
    findings: walk.findings.filter(({ partId }) => has.has(partId)),
    inspected: walk.inspected.filter((id) => has.has(id)),
    skipped: walk.skipped.filter((id) => has.has(id)),
  };
}

/**
 * An id for a finding that no other of the walk has. The same damage of the same part has the same
 * id in another walk around the car, by which the two are compared.
 */
export function newFindingId(
  { findings }: Pick<Walk, 'findings'>,
  { partId, damage }: Pick<Finding, 'partId' | 'damage'>,
): string {
  const taken = new Set(findings.map(({ id }) => id));
  for (let number = 1; ; number += 1) {
    const id = `${partId}-${damage}-${String(number)}`;
    if (!taken.has(id)) return id;
  }
}
