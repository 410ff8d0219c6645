import { planAsText, planFromText } from '../../../../lease-end/keep/plan-file.ts';
import type { PlanState } from '../../../../lease-end/plan-store.ts';
import type { Walk } from '../../../../lease-end/walk/walk.ts';
import type { Input } from '../../../../shared/wire/client.ts';
import { answersThatCount } from './own-lease-end.ts';

export type PlanBody = Input<'saveLeaseEndPlan'>['body'];

/** The name under which the planner keeps a plan in the browser. */
const PLAN = 'roadbook.lease-end.plan';

/**
 * A plan as it is saved with the lease: only what the contract does not say itself. Wear stays out,
 * because the saved walk says it, and readings, because they are recorded.
 */
export function planBody(state: PlanState, leaveOn: string): PlanBody {
  const answers = answersThatCount(state.answers);
  const written = JSON.parse(planAsText({ ...state, answers })) as { answers: PlanBody['answers'] };
  return { leaveOn, chosen: [...state.chosen], answers: written.answers };
}

/** The plan that this browser keeps, or null; an odd one is as good as none. */
export function keptPlan(storage: Storage): PlanState | null {
  const text = storage.getItem(PLAN);
  if (text === null) return null;
  const read = planFromText(text);
  return read.outcome === 'read' ? read.state : null;
}

/** A walk as it is saved: photos are counted, notes are left here. */
export function walkBody({
  bodyStyle,
  findings,
  inspected,
  skipped,
  takenOn,
}: Walk): Input<'saveLeaseEndWalk'>['body'] | null {
  if (bodyStyle === null) return null;
  return {
    bodyStyle,
    findings: findings.map(({ note: _, photoIds, ...finding }) => ({
      ...finding,
      photoCount: photoIds.length,
    })),
    inspected: [...inspected],
    skipped: [...skipped],
    takenOn: takenOn as string,
  };
}
