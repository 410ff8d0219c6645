import { ProblemError, unreadable } from '../../shared/wire/problem-error.ts';

/** Shows why something was refused, in the words that came with the answer, and leads there. */
export function showProblem(page: Document, fault: unknown): void {
  const { problem } = fault instanceof ProblemError ? fault : unreadable(0);
  const place = page.querySelector<HTMLElement>('[data-problem]');
  if (place === null) return;
  const put = (part: string, text: string): void => {
    const element = place.querySelector(`[data-problem-${part}]`);
    if (element !== null) element.textContent = text;
  };
  put('title', problem.title);
  put('cause', problem.detail);
  put('next', problem.next);
  put('reference', problem.reference);
  place.hidden = false;
  place.focus();
}

export function hideProblem(page: Document): void {
  const place = page.querySelector<HTMLElement>('[data-problem]');
  if (place !== null) place.hidden = true;
}
