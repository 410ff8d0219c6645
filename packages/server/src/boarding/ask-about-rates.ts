import type { BoardingChecks } from '../lender/boarding-checks.ts';
import type { BoardingQuestion } from './boarding-summary.ts';
import { readingOf } from './check/rate-reading.ts';
import { lookedAt } from './look-ahead.ts';
import type { Ex102Item, RatesWritten } from './read/boarding-item.ts';

/** Records that are looked at before the first one boards. */
const LOOKED_AT = 500;

/**
 * The items of a file again, and what has to be asked before any of them boards. The rates of the
 * first records are read both ways. Where payments bear out percents and no fraction, the file is
 * one of percents, and a person has to say so.
 */
export async function askAboutRates(
  items: AsyncIterable<Ex102Item>,
  said: RatesWritten | null,
  checks: BoardingChecks,
): Promise<{
  readonly items: AsyncIterable<Ex102Item>;
  readonly question: BoardingQuestion | null;
}> {
  if (said !== null) return { items, question: null };
  const rest = items[Symbol.asyncIterator]();
  const first: Ex102Item[] = [];
  let percent = 0;
  let failure: unknown = null;
  try {
    while (first.length < LOOKED_AT) {
      const next = await rest.next();
      if (next.done === true) break;
      first.push(next.value);
      const reading = readingOf(next.value, checks);
      // One payment that bears out a fraction settles it.
      if (reading === 'fraction') return { items: lookedAt(first, rest, null), question: null };
      if (reading === 'percent') percent += 1;
    }
  } catch (error) {
    // What was read before the source failed boards first, as it does without a look ahead.
    failure = error;
  }
  if (percent === 0 || failure !== null) {
    return { items: lookedAt(first, rest, failure), question: null };
  }
  await rest.return?.();
  return { items: lookedAt([], rest, null), question: { about: 'rates', percent } };
}
