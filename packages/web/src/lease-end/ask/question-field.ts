import type { TypedKind } from './typed-value.ts';

/** One field of a question: what is typed or chosen, and which answer it becomes. */
export type QuestionField = {
  readonly id: string;
  readonly kind: TypedKind | 'choice' | 'vin';
  readonly options?: readonly string[];
};
