import { NO_HOLDOVER } from '../../contract/contract.ts';
import { leasePaymentsDueBy } from '../../lease/lease-calendar.ts';
import { costAtRate, RATE_SCALE } from '../../lease/pricing.ts';
import { dollars } from '../../money/cents.ts';
import { toCount } from '../../money/count.ts';
import { shareOf } from '../../money/rate.ts';
import { type BusinessDate, partsOf } from '../../time/calendar.ts';
import type { LeaseEndPolicy } from '../lease-end-policy.ts';
import type { LeaseEndTelling } from '../ways-out/lease-end-telling.ts';
import type { LeaseEndOutlook } from './outlook.ts';
import { answerProblems, type PlanAnswers, type PlanProblem, problem } from './plan-answers.ts';
import { planTerms, type Telling } from './plan-terms.ts';
import { type TypicalLease, typicalLeaseOn } from './typical-lease.ts';
import { valueTelling } from './value-telling.ts';

/** A term that was assumed, with its three tellings as text: digits of cents, miles, months. */
export type PlanAssumption = {
  readonly term: string;
  readonly best: string;
  readonly likely: string;
  readonly worst: string;
};

export type Plan =
  | {
      readonly outcome: 'planned';
      readonly outlook: LeaseEndOutlook;
      readonly assumed: readonly PlanAssumption[];
    }
  | { readonly outcome: 'refused'; readonly problems: readonly PlanProblem[] };

/**
 * A plan from what a lessee of any lender told: three tellings of the lease's end, and what had to
 * be assumed for them. Refuses answers that cannot be, naming each.
 */
export function planOutlook(
  answers: PlanAnswers,
  policy: LeaseEndPolicy,
  asOf: BusinessDate,
): Plan {
  const problems = answerProblems(answers, asOf);
  if (problems.length > 0) return { outcome: 'refused', problems };
  const typical = typicalLeaseOn(asOf);
  const best = planCase(answers, policy, typical, 'best', asOf);
  const likely = planCase(answers, policy, typical, 'likely', asOf);
  const worst = planCase(answers, policy, typical, 'worst', asOf);
  if (best === null || likely === null || worst === null) {
    return { outcome: 'refused', problems: [costProblem(answers, typical)] };
  }
  if (answers.odometer.on < likely.terms.startsOn) {
    const accepted = { from: likely.terms.startsOn };
    const found = problem('odometer', 'reading-before-start', answers.odometer.on, accepted);
    return { outcome: 'refused', problems: [found] };
  }
  const assumed = assumptions(answers, { best, likely, worst });
  return { outcome: 'planned', outlook: { best, likely, worst }, assumed };
}

/** Why no rate belongs to a cost: it is more than all the payments, or less than they could be. */
function costProblem(answers: PlanAnswers, typical: TypicalLease): PlanProblem {
  const { paymentCents } = answers;
  const cost = answers.adjustedCapitalizedCostCents ?? 0n;
  const months = BigInt(answers.termMonths ?? typical.termMonths);
  const field = 'adjustedCapitalizedCostCents';
  // What was assumed of the residual value always reaches the cost.
  const reached = paymentCents * months + (answers.residualCents ?? cost);
  if (cost > reached) {
    const accepted = { paymentCents: paymentCents.toString() };
    return problem(field, 'payments-below-cost', dollars(cost), accepted);
  }
  const residual = answers.residualCents ?? 0n;
  // At more than 100 % a month somebody forgot some digits.
  const least = costAtRate(paymentCents, residual, toCount(months), 'advance', RATE_SCALE);
  const accepted = { fromCents: least.toString(), toCents: reached.toString() };
  return problem(field, 'between', dollars(cost), accepted);
}

function planCase(
  answers: PlanAnswers,
  policy: LeaseEndPolicy,
  typical: TypicalLease,
  telling: Telling,
  asOf: BusinessDate,
): LeaseEndTelling | null {
  const terms = planTerms(answers, typical, telling);
  if (terms === null) return null;
  const wear = answers.wear ?? null;
  const listPrice =
    answers.priceWhenNewCents ??
    shareOf(terms.adjustedCapitalizedCostCents, typical.listPricePpb[telling]);
  const car = {
    segment: answers.segment ?? 'suv',
    modelYear: answers.modelYear ?? partsOf(terms.startsOn).year,
    priceWhenNewCents: listPrice,
  };
  return {
    asOf,
    terms,
    policy: { ...policy, officialFeesCents: typical.officialFeesCents[telling] },
    account: {
      open: [],
      dueSoFar: leasePaymentsDueBy(terms, asOf),
      feesCents: answers.pastDueCents ?? 0n,
      prepaidCents: 0n,
      depositCents: answers.depositCents ?? 0n,
      holdover: NO_HOLDOVER,
      extendedMonths: 0,
    },
    readings: [...(answers.earlierReadings ?? []), answers.odometer],
    futureMilesPerMille: typical.futureMilesPerMille[telling],
    wearCents: wear === null ? typical.wearCents[telling] : wearOf(wear, telling),
    valueOn: valueTelling(car, answers.valueOffers ?? [], telling),
    offer: null,
    servicemember: answers.servicemember ?? false,
  };
}

function wearOf(wear: NonNullable<PlanAnswers['wear']>, telling: Telling): bigint {
  return { best: wear.lowCents, likely: wear.likelyCents, worst: wear.highCents }[telling];
}

/** What each telling took because nobody said. */
function assumptions(answers: PlanAnswers, outlook: LeaseEndOutlook): PlanAssumption[] {
  const { best, likely, worst } = outlook;
  const term = (name: keyof PlanAnswers, of: (c: LeaseEndTelling) => bigint | number) =>
    answers[name] === undefined || answers[name] === null
      ? [{ term: name, best: `${of(best)}`, likely: `${of(likely)}`, worst: `${of(worst)}` }]
      : [];
  return [
    ...term('termMonths', (c) => c.terms.termMonths),
    ...term('allowanceMiles', (c) => c.terms.mileage.allowanceMiles),
    ...term('excessMileCents', (c) => c.terms.mileage.excessMileCents),
    ...term('deliveryOdometer', (c) => c.terms.mileage.deliveryOdometer),
    ...term('residualCents', (c) => c.terms.residualValueCents),
    ...term('adjustedCapitalizedCostCents', (c) => c.terms.adjustedCapitalizedCostCents),
    ...term('dispositionCents', (c) => c.terms.endFees.dispositionCents),
    ...term('purchaseOptionCents', (c) => c.terms.endFees.purchaseOptionCents),
    ...term('earlyTerminationCents', (c) => c.terms.endFees.earlyTerminationCents),
    ...term('taxRatePpb', (c) => c.terms.tax.ratePpb),
    ...term('wear', (c) => c.wearCents),
    ...term('pastDueCents', (c) => c.account.feesCents),
  ];
}
