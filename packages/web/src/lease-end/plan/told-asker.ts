import type { LeaseEndOutlook } from '@roadbook/domain/lease-end/planner/outlook';
import type { PlanAnswers } from '@roadbook/domain/lease-end/planner/plan-answers';
import { planOutlook } from '@roadbook/domain/lease-end/planner/plan-outlook';
import { isAnswered, QUESTION_IDS } from '../ask/question.ts';
import type { Asker } from './what-narrows.ts';

/** What is open of a lease that its lessee told question by question. */
export function toldAsker(answers: PlanAnswers, { likely }: LeaseEndOutlook): Asker {
  const open = [...QUESTION_IDS, 'walk' as const].filter((each) =>
    each === 'walk' ? (answers.wear ?? null) === null : !isAnswered(each, answers),
  );
  return {
    open,
    retell: (given) => {
      const plan = planOutlook({ ...answers, ...given }, likely.policy, likely.asOf);
      return plan.outcome === 'refused' ? null : plan.outlook;
    },
  };
}
