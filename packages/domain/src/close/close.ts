import type { BusinessDate } from '../time/calendar.ts';

/**
 * What the end of one business day works with besides the contract. The shell makes it once for a
 * day and gives the same value to every contract. A dated table that a rule of the close needs is a
 * field here: it then reaches the rule without a change to the rules before it.
 */
export type Close = {
  /** The business day that ends. */
  readonly on: BusinessDate;
};
