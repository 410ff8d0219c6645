import type { BusinessDate } from '../../time/calendar.ts';

/** What a lender promises whoever gives a car back: its bill, a decision, the money back. */
export const GIVE_BACK_PROMISES = ['final-bill', 'dispute', 'refund'] as const;
export type GiveBackPromise = (typeof GIVE_BACK_PROMISES)[number];

/** One promise: by when, and on which day it was done; null while it is not. */
export type PromiseMade = {
  readonly promise: GiveBackPromise;
  readonly promisedOn: BusinessDate;
  readonly doneOn: BusinessDate | null;
};

export const PROMISE_STATES = ['open', 'late', 'kept', 'broken'] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];

/** A promise is kept when it is done on its day or before; one still open after it is late. */
export function promiseState(
  { promisedOn, doneOn }: Pick<PromiseMade, 'promisedOn' | 'doneOn'>,
  today: BusinessDate,
): PromiseState {
  if (doneOn !== null) return doneOn <= promisedOn ? 'kept' : 'broken';
  return today <= promisedOn ? 'open' : 'late';
}

/** How many promises that fell due in a month were kept, broken, or are still to keep. */
export type PromisesOfMonth = {
  /** The month as YYYY-MM. */
  readonly month: string;
  readonly promise: GiveBackPromise;
  readonly kept: number;
  /** Done too late, or not done though the day has passed. */
  readonly broken: number;
  readonly open: number;
};

/** Counts promises by the month of the day that was promised, the newest month first. */
export function promisesByMonth(
  made: readonly PromiseMade[],
  today: BusinessDate,
): PromisesOfMonth[] {
  const rows = new Map<string, PromisesOfMonth>();
  for (const each of made) {
    const month = each.promisedOn.slice(0, 'YYYY-MM'.length);
    const key = `${month} ${each.promise}`;
    const { promise } = each;
    const row = rows.get(key) ?? { month, promise, kept: 0, broken: 0, open: 0 };
    const state = promiseState(each, today);
    const count = state === 'late' ? 'broken' : state;
    rows.set(key, { ...row, [count]: row[count] + 1 });
  }
  const place = ({ promise }: PromisesOfMonth) => GIVE_BACK_PROMISES.indexOf(promise);
  return [...rows.values()].toSorted(
    (a, b) => b.month.localeCompare(a.month) || place(a) - place(b),
  );
}
