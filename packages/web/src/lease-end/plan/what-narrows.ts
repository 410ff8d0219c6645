import { type LeaseEndOutlook, wayOutOn } from '@roadbook/domain/lease-end/planner/outlook';
import type { PlanAnswers } from '@roadbook/domain/lease-end/planner/plan-answers';
import { planOutlook } from '@roadbook/domain/lease-end/planner/plan-outlook';
import { typicalLeaseOn } from '@roadbook/domain/lease-end/planner/typical-lease';
import type { WayOut } from '@roadbook/domain/lease-end/ways-out/ways-out';
import type { Cents } from '@roadbook/domain/money/cents';
import { shareOf } from '@roadbook/domain/money/rate';
import { isAnswered, QUESTION_IDS, type QuestionId } from '../ask/question.ts';
import { lastDayOf } from './return-cost.ts';

/** A question that is open, or the walk around the car, and how much its answer would settle. */
export type Narrowing = { readonly question: QuestionId | 'walk'; readonly byCents: Cents };

/**
 * What is still open, the answer that would narrow the ranges of these doors most standing first.
 * Each is tried with the likely answer; those that would change nothing are left out.
 */
export function whatNarrows(
  answers: PlanAnswers,
  outlook: LeaseEndOutlook,
  doors: readonly WayOut[],
): readonly Narrowing[] {
  const { asOf, policy } = outlook.likely;
  const now = widthOf(outlook, doors);
  const open = [...QUESTION_IDS, 'walk' as const].filter((each) =>
    each === 'walk' ? (answers.wear ?? null) === null : !isAnswered(each, answers),
  );
  const tried = open.flatMap((question): Narrowing[] => {
    const given = likelyAnswer(question, outlook);
    if (given === null) return [];
    const plan = planOutlook({ ...answers, ...given }, policy, asOf);
    if (plan.outcome === 'refused') return [];
    const byCents = now - widthOf(plan.outlook, doors);
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

function likelyAnswer(
  question: QuestionId | 'walk',
  { likely }: LeaseEndOutlook,
): Partial<PlanAnswers> | null {
  const { terms, asOf } = likely;
  const { mileage, endFees } = terms;
  switch (question) {
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
