/** One row of the table: the status, and the words. `{name}` takes a fact of the refusal. */
export type ProblemRow = {
  readonly status: number;
  readonly title: string;
  /** Why, in a sentence a customer understands. */
  readonly cause: string;
  /** What to do now; there is always something. */
  readonly next: string;
};
