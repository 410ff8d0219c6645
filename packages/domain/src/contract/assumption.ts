/**
 * A term that no source named and boarding had to assume. It is kept with the terms, shown with
 * every amount that rests on it, and goes away when the lender supplies the fact.
 */
export type Assumption = {
  /** The term, in the words of the code: `dueDay`, `deliveryOdometer`. */
  readonly term: string;
  readonly value: string;
  /** A key of the copy catalogue that says why this value. */
  readonly reason: string;
};
