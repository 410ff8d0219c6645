import { leaseMaturityDate } from '../../lease/lease-calendar.ts';
import { leasePaymentOf, totalOf } from '../../lease/lease-charge.ts';
import { knownReadings } from '../../lease/odometer.ts';
import { addMonths, type BusinessDate, laterOf } from '../../time/calendar.ts';
import type { WearEstimate } from '../../wear/charge/estimate.ts';
import { type LeavePlan, leavePlan } from '../ways-out/leave-plan.ts';
import { contractOutlook, type LeaseEndFacts } from './contract-outlook.ts';
import { type WayOutFigure, waysOutOn } from './outlook.ts';
import { answerProblems, type PlanAnswers, type PlanProblem, problem } from './plan-answers.ts';
import type { PlanAssumption } from './plan-outlook.ts';
import { repairsOf } from './walk-repairs.ts';

/** A plan for the end of one of our leases, as the lessee made it. */
export type ContractPlan = {
  /** The day on which the doors are compared and the car would leave. */
  readonly leaveOn: BusinessDate;
  /** The ids of the actions that were ticked. */
  readonly chosen: readonly string[];
  readonly answers: Partial<PlanAnswers>;
};

/** What a plan comes to: the same in the browser, on the server and in print. */
export type PlanFigures = {
  readonly leaveOn: BusinessDate;
  readonly doors: readonly WayOutFigure[];
  readonly leave: LeavePlan;
  readonly assumed: readonly PlanAssumption[];
};

/** No plan looks further than a year beyond the end of the lease. */
const MONTHS_BEYOND = 12;

/** The last day that a plan may name. */
export function lastPlanDay({ asOf, agreement }: LeaseEndFacts): BusinessDate {
  return addMonths(laterOf(asOf, leaseMaturityDate(agreement)), MONTHS_BEYOND);
}

/** The day a car is given back when nothing else is said: the scheduled end, or today after it. */
export function scheduledReturn({ asOf, agreement }: LeaseEndFacts): BusinessDate {
  return laterOf(asOf, leaseMaturityDate(agreement));
}

/**
 * What a plan of this lease comes to. Wear and repairs come from a walk around the car that was
 * estimated by the lender's guide; null when nobody has walked around it.
 */
export function planFigures(
  facts: LeaseEndFacts,
  { leaveOn, chosen, answers }: ContractPlan,
  walk: WearEstimate | null,
): PlanFigures {
  const { outlook, assumed } = contractOutlook(facts, answers, walk?.range ?? null);
  const repairs = walk === null ? [] : repairsOf(walk);
  return {
    leaveOn,
    doors: waysOutOn(outlook, leaveOn),
    leave: leavePlan(outlook, leaveOn, repairs, chosen),
    assumed,
  };
}

/**
 * Everything in a plan that cannot be right for this lease, by field; empty if nothing. What the
 * contract says stands in for what was not told, and is never blamed.
 */
export function contractPlanProblems(
  facts: LeaseEndFacts,
  { leaveOn, answers }: ContractPlan,
): readonly PlanProblem[] {
  const { asOf, agreement } = facts;
  const recorded = knownReadings(agreement, facts.readings);
  const last = recorded.at(-1);
  if (last === undefined) throw new RangeError('delivery is a reading');
  const earlier = answers.earlierReadings ?? [];
  const whole: PlanAnswers = {
    maturityDate: leaseMaturityDate(agreement),
    paymentCents: totalOf(leasePaymentOf(agreement, 1)),
    odometer: last,
    ...answers,
    earlierReadings:
      answers.odometer === undefined
        ? earlier
        : [...earlier, ...before(recorded, answers.odometer)],
  };
  const told = answerProblems(whole, asOf).filter(
    ({ field }) => answers[field as keyof PlanAnswers] !== undefined,
  );
  const readings = [...earlier, ...(answers.odometer === undefined ? [] : [answers.odometer])];
  const tooEarly = readings
    .filter(({ on }) => on < agreement.startsOn)
    .map(({ on }) => problem('odometer', 'reading-before-start', on, { from: agreement.startsOn }));
  const to = lastPlanDay(facts);
  const day =
    leaveOn < asOf || leaveOn > to
      ? [problem('leaveOn', 'date-between', leaveOn, { from: asOf, to })]
      : [];
  return [...day, ...told, ...tooEarly, ...offerProblems(answers, asOf)];
}

/** Offers that nobody can have made yet. */
function offerProblems(
  { valueOffers = [] }: ContractPlan['answers'],
  asOf: BusinessDate,
): PlanProblem[] {
  return valueOffers
    .filter(({ on }) => on > asOf)
    .map(({ on }) => problem('valueOffers', 'reading-in-future', on, { to: asOf }));
}

/** Readings on record that the lessee's own may not fall below. */
function before(
  recorded: ReturnType<typeof knownReadings>,
  { on }: PlanAnswers['odometer'],
): ReturnType<typeof knownReadings> {
  return recorded.filter((reading) => reading.on <= on);
}
