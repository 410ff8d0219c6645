import type { QuestionId } from './question.ts';
import type { Typed } from './read-answers.ts';

/** What was typed and not taken on yet, for as long as the page lives: going back loses nothing. */
const drafts = new Map<QuestionId, Typed>();

export function keepDraft(id: QuestionId, typed: Typed): void {
  drafts.set(id, typed);
}

export function draftOf(id: QuestionId): Typed | null {
  return drafts.get(id) ?? null;
}

export function forgetDraft(id: QuestionId): void {
  drafts.delete(id);
}

export function forgetDrafts(): void {
  drafts.clear();
}
