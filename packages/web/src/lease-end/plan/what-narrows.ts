import { type LeaseEndOutlook, wayOutOn } from '@roadbook/domain/lease-end/planner/outlook';
import type { PlanAnswers } from '@roadbook/domain/lease-end/planner/plan-answers';
import { typicalLeaseOn } from '@roadbook/domain/lease-end/planner/typical-lease';
import { odometerOn } from '@roadbook/domain/lease-end/ways-out/end-miles';
import type { WayOut } from '@roadbook/domain/lease-end/ways-out/ways-out';
import type { Cents } from '@roadbook/domain/money/cents';
import { shareOf } from '@roadbook/domain/money/rate';
import type { Place } from './place-link.tsx';
import { lastDayOf } from './return-cost.ts';

/** A question that is open, or the walk around the car, and how much its answer would settle. */
export type Narrowing = { readonly question: Place; readonly byCents: Cents };

/** What is still open, and the outlook with one more answer; null where it cannot be. */
export type Asker = {
  readonly open: readonly Place[];
  readonly retell: (given: Partial<PlanAnswers>) => LeaseEndOutlook | null;
};

/**
 * What is still open, the answer that would narrow the ranges of these doors most standing first.
 * Each is tried with the likely answer; those that would change nothing are left out.
 */
export function whatNarrows(
  { open, retell }: Asker,
  outlook: LeaseEndOutlook,
  doors: readonly WayOut[],
): readonly Narrowing[] {
  const now = widthOf(outlook, doors);
  const tried = open.flatMap((question): Narrowing[] => {
    const given = likelyAnswer(question, outlook);
    if (given === null) return [];
    const told = retell(given);
    if (told === null) return [];
    const byCents = now - widthOf(told, doors);
    return byCents > 0n ? [{ question, byCents }] : [];
  });
  return tried.toSorted((a, b) => (a.byCents < b.byCents ? 1 : a.byCents > b.byCents ? -1 : 0));
}

/** How far apart the best and the worst are, over the doors together, on the lease's last day. */
function widthOf(outlook: LeaseEndOutlook, doors: readonly WayOut[]): Cents {
  const on = lastDayOf(outlook);
  let width = 0n;
  for (const door of doors) {
    const figure = wayOutOn(outlook, door, on);
    if (figure.isOpen) width += figure.net.highCents - figure.net.lowCents;
  }
  return width;
}

function likelyAnswer(question: Place, { likely }: LeaseEndOutlook): Partial<PlanAnswers> | null {
  const { terms, asOf } = likely;
  const { mileage, endFees } = terms;
  switch (question) {
    case 'odometer':
      return { odometer: { miles: odometerOn(likely, asOf), on: asOf } };
    case 'allowance':
      return { allowanceMiles: mileage.allowanceMiles };
    case 'excess':
      return { excessMileCents: mileage.excessMileCents };
    case 'price':
      return { residualCents: terms.residualValueCents };
    case 'fees':
      return { ...endFees };
    case 'tax':
      return { taxRatePpb: terms.tax.ratePpb };
    case 'cost':
      return { adjustedCapitalizedCostCents: terms.adjustedCapitalizedCostCents };
    case 'car': {
      const share = typicalLeaseOn(asOf).listPricePpb.likely;
      return { priceWhenNewCents: shareOf(terms.adjustedCapitalizedCostCents, share) };
    }
    case 'offers': {
      const value = likely.valueOn(asOf, likely.readings.at(-1)?.miles ?? 0);
      if (value === null) return null;
      const offer = { source: 'other', cents: value.cents, on: asOf, goodThrough: null } as const;
      return { valueOffers: [offer] };
    }
    case 'walk':
      return { wear: { lowCents: 0n, likelyCents: 0n, highCents: 0n } };
    default:
      return null;
  }
}
