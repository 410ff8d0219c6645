import type { QuestionId } from './question.ts';

/** In the address when the questions are gone through one after another. */
export const ALL = '?all';

export const PLAN_PATH = '/lease-end/plan';

export function askPath(id: QuestionId, isAll = false): string {
  return `/lease-end/ask/${id}${isAll ? ALL : ''}`;
}
