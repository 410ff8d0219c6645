import type { CentsRange } from '@roadbook/domain/lease-end/planner/outlook';
import type { PlanAnswers } from '@roadbook/domain/lease-end/planner/plan-answers';
import type { Repair } from '@roadbook/domain/lease-end/ways-out/leave-plan';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { useSyncExternalStore } from 'react';

/** Answers as they come, one by one; a plan needs three of them. */
export type GivenAnswers = Partial<PlanAnswers>;

/** Everything a person told the planner. It lives in this page and nowhere else, unless kept. */
export type PlanState = {
  readonly answers: GivenAnswers;
  /** The day the doors are looked at; null is the last day of the lease. */
  readonly on: BusinessDate | null;
  /** The steps to leave for less that are checked, by id. */
  readonly chosen: readonly string[];
  /** Repairs that a walk around the car found cheaper than their charge. */
  readonly repairs: readonly Repair[];
};

export const NOTHING_TOLD: PlanState = { answers: {}, on: null, chosen: [], repairs: [] };

let state: PlanState = NOTHING_TOLD;
const listeners = new Set<() => void>();

export function planState(): PlanState {
  return state;
}

export function usePlanState(): PlanState {
  return useSyncExternalStore(onPlanChange, planState, planState);
}

export function onPlanChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export function changePlan(change: Partial<PlanState>): void {
  state = { ...state, ...change };
  for (const listener of listeners) listener();
}

/** Adds answers to those given; null takes one back. */
export function answer(given: GivenAnswers): void {
  changePlan({ answers: { ...state.answers, ...given } });
}

/** What a walk around the car found: the wear after waivers, and repairs that may be cheaper. */
export function takeWalk(wear: CentsRange, repairs: readonly Repair[]): void {
  changePlan({ answers: { ...state.answers, wear }, repairs });
}

/** The answers once there are enough of them for a plan. */
export function enoughFor(answers: GivenAnswers): PlanAnswers | null {
  const { maturityDate, paymentCents, odometer } = answers;
  if (maturityDate === undefined || paymentCents === undefined || odometer === undefined) {
    return null;
  }
  return { ...answers, maturityDate, paymentCents, odometer };
}
