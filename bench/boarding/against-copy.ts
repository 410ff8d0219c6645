import type { Figure, Say } from '../benchmark.ts';
import { openBenchSchema } from '../database/bench-schema.ts';
import { median, roundsOf } from '../measure/median.ts';
import type { BookFile } from './book-files.ts';
import { secondsToCopy } from './copy-rows.ts';
import { runBoarding } from './run-boarding.ts';

const ROUNDS = 3;

/** Whole boarding of a file on PostgreSQL, against COPY of the rows it wrote. */
export async function againstCopy(file: BookFile, say: Say): Promise<Figure> {
  const boarded: number[] = [];
  const copied: number[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const seconds = await oneRound(file);
    boarded.push(file.records / seconds.boarding);
    copied.push(file.records / seconds.copying);
    say(`round ${round}: boarded ${file.records} in ${seconds.boarding.toFixed(1)} s`);
  }
  const measured = roundsOf(boarded);
  const reference = median(copied);
  return {
    name: `boarding ${file.records.toLocaleString('en-US')} loans`,
    measured: measured.median,
    unit: '/s',
    reference: { name: 'COPY/s', value: reference },
    ratio: measured.median / reference,
    target: { atLeast: 0.2, unit: '× COPY' },
    spread: measured.spread,
    rounds: measured.rounds,
  };
}

/** Both into empty tables of their own, so that no round finds the rows of another. */
async function oneRound(file: BookFile): Promise<{ boarding: number; copying: number }> {
  const ours = await openBenchSchema();
  try {
    const empty = await openBenchSchema();
    try {
      const { seconds } = await runBoarding({ file: file.path, databaseUrl: ours.url });
      return { boarding: seconds, copying: await secondsToCopy(ours.url, empty.url) };
    } finally {
      await empty.drop();
    }
  } finally {
    await ours.drop();
  }
}
