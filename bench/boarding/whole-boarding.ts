import { createReadStream } from 'node:fs';
import { readEx102 } from '@roadbook/server/boarding/read/read-ex102';
import type { Figure, Say } from '../benchmark.ts';
import { type BenchSchema, openBenchSchema } from '../database/bench-schema.ts';
import { boardItems } from '../database/board-book.ts';
import { roundsOf } from '../measure/median.ts';
import { copyIn, copyOut, emptyTables } from './copy-rows.ts';
import { secondsOf } from './parse.ts';

const ROUNDS = 3;

/** Boarding a file from its bytes to its last commit, against COPY of the rows it wrote. */
export async function measureWholeBoarding(
  schema: BenchSchema,
  path: string,
  records: number,
  say: Say,
): Promise<Figure> {
  const twin = await openBenchSchema();
  const ours: number[] = [];
  const copies: number[] = [];
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      await emptyTables(schema.url);
      ours.push(records / (await secondsOf(() => boardItems(schema, itemsOf(path), say))));
      const copied = await copyOut(schema.url);
      await emptyTables(twin.url);
      copies.push(records / (await secondsOf(() => copyIn(twin.url, copied))));
      say(`round ${round + 1} of ${ROUNDS}: ${Math.round(ours.at(-1) ?? 0)} records a second`);
    }
  } finally {
    await twin.drop();
  }
  const measured = roundsOf(ours);
  const reference = roundsOf(copies);
  return {
    name: 'whole boarding',
    measured: measured.median,
    unit: 'records/s',
    reference: { name: 'COPY/s', value: reference.median },
    ratio: measured.median / reference.median,
    target: { atLeast: 0.2, unit: '× COPY' },
    spread: measured.spread,
    rounds: measured.rounds,
  };
}

function itemsOf(path: string) {
  return readEx102(createReadStream(path, { highWaterMark: 1024 * 1024 }));
}
