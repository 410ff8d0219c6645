import { CannotMeasure, type Figure, type Say } from '../benchmark.ts';
import type { BenchSchema } from '../database/bench-schema.ts';
import { type Rounds, roundsOf } from '../measure/median.ts';
import { type BookSize, EARLY } from './close-book.ts';
import { closeUpTo, rememberDay, secondsToClose } from './close-once.ts';

export type CloseBook = { readonly size: BookSize; readonly schema: BenchSchema };

const ROUNDS = 5;

/** The same number of due contracts inside books of different sizes, in turns. */
export async function insideBooks(books: readonly CloseBook[], say: Say): Promise<Figure[]> {
  const rounds = await takeTurns(books);
  const [smallest, ...larger] = books.map(({ size }) => ({ size, ms: rounds.get(size) }));
  if (smallest?.ms === undefined) throw new CannotMeasure('There is no book to close.');
  const inSmallest = smallest.ms.median;
  const reference = {
    name: `ms in ${grouped(smallest.size.contracts)}`,
    value: inSmallest,
  };
  say(`in the smallest book ${Math.round(inSmallest)} ms`);
  return larger.flatMap(({ size, ms }) =>
    ms === undefined
      ? []
      : {
          name: `${grouped(size.dueEarly)} due inside ${grouped(size.contracts)}`,
          measured: ms.median,
          unit: 'ms',
          reference,
          ratio: ms.median / inSmallest,
          target: { atMost: 1.2, unit: '× smallest' },
          spread: ms.spread,
          rounds: ms.rounds,
        },
  );
}

/** One more round before the others warms up and counts for nothing. */
async function takeTurns(books: readonly CloseBook[]): Promise<Map<BookSize, Rounds>> {
  const days = [];
  for (const { size, schema } of books) {
    await closeUpTo(schema.store, EARLY);
    days.push({ size, store: schema.store, day: await rememberDay(schema.store, EARLY) });
  }
  const taken = new Map<BookSize, number[]>(books.map(({ size }) => [size, []]));
  for (let round = 0; round <= ROUNDS; round += 1) {
    const order = round % 2 === 0 ? days : days.toReversed();
    for (const { size, store, day } of order) {
      const seconds = await secondsToClose(store, EARLY, size.dueEarly);
      if (round > 0) taken.get(size)?.push(seconds * 1_000);
      await day.rewind();
    }
  }
  for (const { day } of days) await day.forget();
  return new Map([...taken].map(([size, list]) => [size, roundsOf(list)]));
}

function grouped(count: number): string {
  return count.toLocaleString('en-US');
}
