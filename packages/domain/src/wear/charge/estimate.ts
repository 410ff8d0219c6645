import { type Breakdown, breakdown, type Line, line } from '../../money/breakdown.ts';
import { type Cents, maxCents, minCents } from '../../money/cents.ts';
import type { BusinessDate } from '../../time/calendar.ts';
import type { WearGuide } from '../guide/guide.ts';
import { ASSUMPTIONS, lacksMeasure } from '../walk/assumed-sizes.ts';
import { type ConditionReport, completeness } from '../walk/condition-report.ts';
import type { ChargedFinding } from './charge-findings.ts';
import type { ChargeTable } from './charge-table.ts';
import { estimateFindings, type FindingEstimate, type WalkPrices } from './finding-estimate.ts';
import { type PricedWalk, priceWalk, type WearBasis } from './price-walk.ts';
import type { WaiverUse, WearWaiver } from './waiver.ts';

/** The labels of an estimate's lines. Their rules are `RULE_CLAUSES`, and `waiver-used`. */
export const WEAR_LINE_LABELS = ['wear-charge', 'wear-waiver'] as const;
export const WEAR_WAIVER_RULE = 'waiver-used';

/** What the car may cost at its return, after waivers. Parts nobody looked at add nothing. */
export type EstimateRange = {
  readonly lowCents: Cents;
  readonly likelyCents: Cents;
  readonly highCents: Cents;
  /** Parts of the car that nobody looked at yet, skipped ones included. */
  readonly openParts: number;
  /** Findings that lack a measure. */
  readonly openFindings: number;
};

/** The version of a guide or a table that an estimate rests on. */
export type DataVersion = {
  readonly id: string;
  readonly version: number;
  readonly effectiveFrom: BusinessDate;
};

export type WearEstimate = {
  readonly guide: DataVersion;
  readonly charges: DataVersion;
  /** The day on which the car is given back. */
  readonly on: BusinessDate;
  readonly findings: readonly FindingEstimate[];
  /** A line for each charge and, negative, for each waiver that was used. */
  readonly total: Breakdown;
  readonly beforeWaiversCents: Cents;
  readonly waivers: readonly WaiverUse[];
  readonly range: EstimateRange;
};

/**
 * The charges for excess wear and use that a walk leads to, if the car is given back on a day. The
 * total is the likely end of the range; with every measure known, all three ends are one.
 */
export function wearEstimate(
  report: ConditionReport,
  guide: WearGuide,
  charges: ChargeTable,
  waivers: readonly WearWaiver[],
  on: BusinessDate = report.takenOn,
): WearEstimate {
  const { findings } = report;
  const basis: WearBasis = { guide, charges, waivers, on };
  const prices: WalkPrices = {
    least: priceWalk(findings, basis, 'least'),
    likely: priceWalk(findings, basis, 'likely'),
    most: priceWalk(findings, basis, 'most'),
  };
  return {
    guide: versionOf(guide),
    charges: versionOf(charges),
    on,
    findings: estimateFindings(findings, prices, basis),
    total: breakdown(linesOf(prices.likely)),
    beforeWaiversCents: prices.likely.grossCents,
    waivers: prices.likely.waived.uses,
    range: rangeOf(report, prices, basis),
  };
}

function rangeOf(
  report: ConditionReport,
  prices: WalkPrices,
  { guide, on }: WearBasis,
): EstimateRange {
  const nets = ASSUMPTIONS.map((each) => prices[each].netCents);
  const { left, skipped } = completeness(report);
  return {
    lowCents: nets.reduce(minCents),
    likelyCents: prices.likely.netCents,
    highCents: nets.reduce(maxCents),
    openParts: left.length + skipped.length,
    openFindings: report.findings.filter((each) => lacksMeasure(guide, each, on)).length,
  };
}

function versionOf({ id, version, effectiveFrom }: DataVersion): DataVersion {
  return { id, version, effectiveFrom };
}

function linesOf({ charged, waived }: PricedWalk): Line[] {
  const used = waived.uses.filter((use) => use.usedCents > 0n);
  return [
    ...charged.filter((each) => each.times > 0).map(chargeLine),
    ...used.map(({ waiver, usedCents, leftCents }) =>
      line('wear-waiver', WEAR_WAIVER_RULE, -usedCents, {
        waiverId: waiver.id,
        title: waiver.title,
        source: waiver.source,
        totalCents: waiver.totalCents === null ? 'none' : `${waiver.totalCents}`,
        leftCents: leftCents === null ? 'none' : `${leftCents}`,
      }),
    ),
  ];
}

function chargeLine({ finding, judgement, price, eachCents, times, chargeCents }: ChargedFinding) {
  const { rule } = judgement;
  return line('wear-charge', rule?.clause ?? 'within-limit', chargeCents, {
    findingId: finding.id,
    partId: finding.partId,
    damage: finding.damage,
    ruleId: rule?.id ?? '',
    source: rule?.source ?? '',
    unit: rule?.unit ?? 'none',
    limit: `${rule?.limit ?? 0}`,
    measured: rule === null || rule.measured === null ? 'none' : `${rule.measured}`,
    severity: `${price.severity}`,
    per: price.per,
    eachCents: `${eachCents}`,
    times: `${times}`,
  });
}
