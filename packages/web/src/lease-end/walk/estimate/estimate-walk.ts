import { date } from '@roadbook/domain/time/calendar';
import { type WearEstimate, wearEstimate } from '@roadbook/domain/wear/charge/estimate';
import type { FindingEstimate, Verdict } from '@roadbook/domain/wear/charge/finding-estimate';
import { otherLenderEstimate } from '@roadbook/domain/wear/charge/other-lender';
import type { WaiverLimit, WearWaiver } from '@roadbook/domain/wear/charge/waiver';
import type { PartKind } from '@roadbook/domain/wear/walk/car-part';
import { PART_KINDS, partById, partsOf } from '@roadbook/domain/wear/walk/car-part';
import { completeness } from '@roadbook/domain/wear/walk/condition-report';
import { DAMAGE_TYPES } from '@roadbook/domain/wear/walk/damage-type';
import type { CentsText } from '../../../shared/format/cents.ts';
import type { PartState } from '../../car/part-state.tsx';
import type { WearData } from '../guide/read-own-guide.ts';
import { chosenData, judgingOf } from '../guide/wear-data.ts';
import { reportOf, type WaiverAnswers, type Walk } from '../walk.ts';

const ABOUT_NOTHING = {
  id: 'none',
  version: 1,
  effectiveFrom: date('2000-01-01'),
  title: '',
  source: '',
} as const;

/** What the lease's own waiver is called in lines; the catalogue gives it its words. */
export const OWN_WAIVER_ID = 'own-waiver';

/** The waiver a person describes, as the domain takes it; none while nothing was said. */
export function waiversOf(answers: WaiverAnswers): readonly WearWaiver[] {
  const { totalCents, perEventCents, perMissingCents, above } = answers;
  if (totalCents === null && perEventCents === null && perMissingCents === null) return [];
  const limit = (cents: CentsText | null): WaiverLimit | null =>
    cents === null ? null : { limitCents: BigInt(cents), above };
  return [
    {
      id: OWN_WAIVER_ID,
      title: OWN_WAIVER_ID,
      order: 1,
      totalCents: totalCents === null ? null : BigInt(totalCents),
      perEvent: limit(perEventCents),
      perMissingPart: limit(perMissingCents),
      excludes: [] satisfies PartKind[],
      expiresOn: null,
      source: OWN_WAIVER_ID,
    },
  ];
}

/** Judges nothing and prices nothing: what stands in where the lender has no guide. */
const NO_DATA: WearData = {
  guide: { ...ABOUT_NOTHING, rules: [] },
  charges: {
    ...ABOUT_NOTHING,
    rows: [
      {
        parts: PART_KINDS,
        damages: DAMAGE_TYPES,
        severity: 1,
        per: 'each',
        chargeCents: 0n,
        repairLowCents: 0n,
        repairHighCents: 0n,
      },
    ],
  },
};

/**
 * What a guide and its prices say of a walk. Without them every finding is unknown: screens then
 * leave out the amounts, which are all nothing.
 */
export function estimateWith(walk: Walk, data: WearData | null): WearEstimate {
  const { guide, charges } = data ?? NO_DATA;
  const estimate = wearEstimate(reportOf(walk), guide, charges, waiversOf(walk.waiver));
  if (data !== null) return estimate;
  const findings = estimate.findings.map((each) => ({ ...each, verdict: 'unknown' as const }));
  return { ...estimate, findings };
}

/** What a walk comes to: by one guide, or as the range of what any lender may charge. */
export function estimateWalk(walk: Walk): WearEstimate {
  const judging = judgingOf(walk);
  if (judging.by !== 'no-own-guide') return estimateWith(walk, chosenData(walk));
  const guides = judging.data.map(({ guide }) => guide);
  const charges = judging.data[0]?.charges ?? NO_DATA.charges;
  const waivers = waiversOf(walk.waiver);
  return otherLenderEstimate(reportOf(walk), { guides, charges, waivers });
}

/** How many things were found, and how many of them have each verdict: these add up to all. */
export type VerdictCounts = Readonly<Record<Verdict | 'all', number>>;

export function countVerdicts({ findings }: WearEstimate): VerdictCounts {
  const count = (verdict: Verdict) => findings.filter((each) => each.verdict === verdict).length;
  return {
    all: findings.length,
    ordinary: count('ordinary'),
    chargeable: count('chargeable'),
    unknown: count('unknown'),
  };
}

/** What is known of every part: of several findings on one, the gravest. */
export function partStates(walk: Walk, estimate: WearEstimate): ReadonlyMap<string, PartState> {
  const states = new Map<string, PartState>();
  const { done, skipped } = completeness(reportOf(walk));
  for (const id of done) states.set(id, 'fine');
  for (const id of skipped) states.set(id, 'skipped');
  const gravest: readonly Verdict[] = ['ordinary', 'unknown', 'chargeable'];
  for (const verdict of gravest) {
    for (const each of estimate.findings) {
      if (each.verdict === verdict) states.set(each.finding.partId, verdict);
    }
  }
  return states;
}

/** A finding that two guides judge differently. */
export type Difference = { readonly chosen: FindingEstimate; readonly other: FindingEstimate };

/** Where another guide would say something else about the same walk, in the order of findings. */
export function differences(chosen: WearEstimate, other: WearEstimate): readonly Difference[] {
  return chosen.findings.flatMap((each, index) => {
    const theirs = other.findings[index];
    return theirs === undefined || theirs.verdict === each.verdict
      ? []
      : [{ chosen: each, other: theirs }];
  });
}

/** The findings of a walk in the order in which one walks around the car. */
export function inWalkOrder(
  walk: Walk,
  findings: readonly FindingEstimate[],
): readonly FindingEstimate[] {
  const order = partsOf(walk.bodyStyle ?? 'sedan').map(({ id }) => id);
  const place = ({ finding }: FindingEstimate) => order.indexOf(finding.partId);
  return findings.toSorted((a, b) => place(a) - place(b));
}

export function kindOf(partId: string): PartKind | null {
  return partById(partId)?.kind ?? null;
}
