import type { FindingForm } from './finding-form.ts';

/** The answers about a damage that is not saved yet, and the screen they were given on. */
export type FindingDraft = {
  readonly partId: string;
  readonly findingId: string | null;
  readonly answers: FindingForm;
};

/** Whether a draft is about this mark of this part. */
export function isDraftOf(
  draft: FindingDraft,
  { partId, findingId }: Pick<FindingDraft, 'partId' | 'findingId'>,
): boolean {
  return draft.partId === partId && draft.findingId === findingId;
}
