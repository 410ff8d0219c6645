import type { FindingForm, FormProblems } from './finding-form.ts';

/** What every question about a damage is given. */
export type QuestionProps = {
  readonly answers: FindingForm;
  readonly problems: FormProblems;
  readonly onChange: (changed: Partial<FindingForm>) => void;
};
