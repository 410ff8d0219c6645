import { enoughFor, type GivenAnswers } from '../plan-store.ts';
import { ALL, askPath, PLAN_PATH } from './ask-path.ts';
import { FIRST_THREE, isAnswered, QUESTION_IDS, type QuestionId } from './question.ts';

/** The page after a question: what a plan lacks, else the next one of a row, else the plan. */
export function nextPath(id: QuestionId, answers: GivenAnswers, search = searchNow()): string {
  const lacking = FIRST_THREE.find((each) => each !== id && !isAnswered(each, answers));
  if (lacking !== undefined) return askPath(lacking);
  if (search !== ALL) return PLAN_PATH;
  const next = QUESTION_IDS.slice(QUESTION_IDS.indexOf(id) + 1).find(
    (each) => !isAnswered(each, answers),
  );
  return next === undefined ? PLAN_PATH : askPath(next, true);
}

/** The page that "Back" leads to. */
export function pathBefore(id: QuestionId, answers: GivenAnswers, search = searchNow()): string {
  const at = QUESTION_IDS.indexOf(id);
  const before = QUESTION_IDS[at - 1];
  if (search === ALL && before !== undefined) return askPath(before, true);
  if (enoughFor(answers) !== null) return PLAN_PATH;
  return before === undefined || !FIRST_THREE.includes(id) ? '/lease-end' : askPath(before);
}

function searchNow(): string {
  return location.search;
}
