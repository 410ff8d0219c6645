import type { PartPlace } from '../walk-address.ts';
import type { FindingForm, FormProblems } from './finding-form.ts';

/** What every question about a damage is given. */
export type QuestionProps = {
  /** The mark that is asked about, for the way back to it. */
  readonly place: PartPlace;
  readonly answers: FindingForm;
  readonly problems: FormProblems;
  readonly onChange: (changed: Partial<FindingForm>) => void;
};
