import type { Figure, Say } from '../benchmark.ts';
import type { BenchSchema } from '../database/bench-schema.ts';
import { median, roundsOf } from '../measure/median.ts';
import { type BookSize, LATER } from './close-book.ts';
import { closeUpTo, rememberDay, secondsToClose } from './close-once.ts';
import { rowsOfDay, secondsToCopyDay } from './copy-day.ts';

const ROUNDS = 5;

/** A busy night's close, against COPY of the rows it inserts into the same tables. */
export async function againstCopy(
  { store, url }: BenchSchema,
  { contracts, dueLater }: BookSize,
  say: Say,
): Promise<Figure[]> {
  await closeUpTo(store, LATER);
  const day = await rememberDay(store, LATER);
  const closed: number[] = [];
  const copied: number[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const seconds = await secondsToClose(store, LATER, dueLater);
    const rows = await rowsOfDay(url, LATER);
    await day.rewind();
    const copying = await secondsToCopyDay(url, rows);
    await day.rewind();
    closed.push(dueLater / seconds);
    copied.push(dueLater / copying);
    say(`round ${round}: ${dueLater} closed in ${seconds.toFixed(2)} s, ${copying.toFixed(2)} s`);
  }
  await day.forget();
  const { median: perSecond, spread, rounds } = roundsOf(closed);
  const reference = { name: 'COPY/s', value: median(copied) };
  const book = contracts.toLocaleString('en-US');
  const common = { measured: perSecond, unit: '/s', spread, rounds } as const;
  return [
    {
      ...common,
      name: `close, ${dueLater.toLocaleString('en-US')} due of ${book}`,
      reference,
      ratio: perSecond / reference.value,
      target: { atLeast: 0.15, unit: '× COPY' },
    },
    {
      ...common,
      name: 'the same, contracts due a second',
      reference: null,
      ratio: perSecond,
      target: { atLeast: 10_000, unit: '/s' },
    },
  ];
}
