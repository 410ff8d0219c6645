import { type Cents, maxCents, minCents } from '../../money/cents.ts';
import type { BusinessDate } from '../../time/calendar.ts';
import type { WearGuide } from '../guide/guide.ts';
import { PART_KINDS } from '../walk/car-part.ts';
import type { ConditionReport } from '../walk/condition-report.ts';
import { DAMAGE_TYPES } from '../walk/damage-type.ts';
import type { ChargeRow, ChargeTable } from './charge-table.ts';
import { type WearEstimate, wearEstimate } from './estimate.ts';
import type { FindingEstimate } from './finding-estimate.ts';
import type { WearWaiver } from './waiver.ts';

/** What is known when nobody has the guide or the prices of the lease's own lender. */
export type KnownWear = {
  /** The guides at hand, the first of which stands for the likely case. At least one. */
  readonly guides: readonly WearGuide[];
  readonly charges: ChargeTable;
  readonly waivers: readonly WearWaiver[];
};

/**
 * What a walk may come to at a lender whose guide and prices are not at hand. The low end is the
 * least that any known guide charges, at the lower of the known price and a cheap repair. The high
 * end charges every mark, at the higher of the known price and a dear repair: a lender may be
 * stricter than any guide that we know. No single amount is a claim; `likelyCents` is the first
 * guide's, for a plan that needs one.
 */
export function otherLenderEstimate(
  report: ConditionReport,
  { guides, charges, waivers }: KnownWear,
  on: BusinessDate = report.takenOn,
): WearEstimate {
  const [first] = guides;
  if (first === undefined) throw new RangeError('an estimate needs a guide');
  const estimate = (guide: WearGuide, prices: ChargeTable) =>
    wearEstimate(report, guide, prices, waivers, on);
  const likely = estimate(first, charges);
  const cheap = priced(charges, (row) => minCents(row.chargeCents, row.repairLowCents));
  const dear = priced(charges, (row) => maxCents(row.chargeCents, row.repairHighCents));
  const known = guides.flatMap((guide) => [estimate(guide, cheap), estimate(guide, charges)]);
  const all = [...known, likely, estimate(strictestOf(first), dear)];
  return {
    ...likely,
    findings: likely.findings.map((each, index) => widened(each, at(all, index), at(known, index))),
    range: {
      ...likely.range,
      lowCents: all.map(({ range }) => range.lowCents).reduce(minCents),
      highCents: all.map(({ range }) => range.highCents).reduce(maxCents),
    },
  };
}

/** A finding at any lender: surely charged only where every known guide charges it. */
function widened(
  likely: FindingEstimate,
  all: readonly FindingEstimate[],
  known: readonly FindingEstimate[],
): FindingEstimate {
  const isSure = known.every(({ verdict }) => verdict === 'chargeable');
  return {
    ...likely,
    verdict: isSure ? 'chargeable' : 'unknown',
    chargeLowCents: all.map((each) => each.chargeLowCents).reduce(minCents),
    chargeHighCents: all.map((each) => each.chargeHighCents).reduce(maxCents),
  };
}

function at(estimates: readonly WearEstimate[], index: number): readonly FindingEstimate[] {
  return estimates.flatMap(({ findings }) => findings.slice(index, index + 1));
}

function priced(charges: ChargeTable, priceOf: (row: ChargeRow) => Cents): ChargeTable {
  return {
    ...charges,
    rows: charges.rows.map((row) => ({ ...row, chargeCents: priceOf(row) })),
  };
}

/** A guide that calls no mark ordinary. */
function strictestOf(guide: WearGuide): WearGuide {
  return {
    ...guide,
    rules: [
      {
        id: 'every-mark',
        parts: PART_KINDS,
        damages: DAMAGE_TYPES,
        measure: 'any',
        limit: 0,
        perPanelCount: null,
        paintBrokenIsCharged: false,
        inDriversView: false,
        since: null,
        source: guide.source,
      },
    ],
  };
}
