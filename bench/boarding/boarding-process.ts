/**
 * Reads or boards one file in a process of its own, so that its memory and its time are nobody
 * else's, and answers how it went.
 */
import { createReadStream } from 'node:fs';
import { boardFile } from '@roadbook/server/boarding/board-file';
import type { Ex102Item } from '@roadbook/server/boarding/read/boarding-item';
import { readEx102 } from '@roadbook/server/boarding/read/xml/read-ex102';
import { openDayOf } from '@roadbook/server/book/day/business-day';
import { LARKSPUR } from '@roadbook/server/lender/larkspur/larkspur';
import { openPostgresql } from '@roadbook/server/platform/database/postgresql';
import { makeKeys, parseKeys } from '@roadbook/server/platform/keys/key-ring';
import type { BoardingRequest, BoardingRun } from './boarding-run.ts';

process.once('message', (request: BoardingRequest) => void answer(request));

async function answer({ file, databaseUrl }: BoardingRequest): Promise<void> {
  const { records, seconds } =
    databaseUrl === null ? await readAll(file) : await boardAll(file, databaseUrl);
  // The system counts in kilobytes of 1,024 bytes.
  const peakMegabytes = (process.resourceUsage().maxRSS * 1_024) / 1e6;
  const run: BoardingRun = { records, seconds, peakMegabytes };
  process.send?.(run, () => process.disconnect());
}

type Done = Pick<BoardingRun, 'records' | 'seconds'>;

function itemsOf(file: string): AsyncGenerator<Ex102Item> {
  return readEx102(createReadStream(file, { highWaterMark: 1024 * 1024 }));
}

async function readAll(file: string): Promise<Done> {
  const started = performance.now();
  let records = 0;
  for await (const item of itemsOf(file)) {
    if (!item.ok) throw new Error(`the generated file was rejected: ${item.rejects[0]?.rule}`);
    records += 1;
  }
  return { records, seconds: (performance.now() - started) / 1_000 };
}

async function boardAll(file: string, url: string): Promise<Done> {
  const store = await openPostgresql({ url, connections: 4 });
  const openDay = await openDayOf(store);
  if (openDay === null) throw new Error('the database has no open day');
  const started = performance.now();
  const { boarded } = await boardFile({
    store,
    openDay,
    clock: Date.now,
    lender: LARKSPUR,
    ring: parseKeys(makeKeys()),
    deal: 'LARK-BENCH',
    source: 'generated.xml',
    asOf: null,
    isOldFile: true,
    items: itemsOf(file),
    parties: null,
    onReject: ({ rule }) => {
      throw new Error(`the generated file was rejected: ${rule}`);
    },
    onProgress: () => undefined,
  });
  const seconds = (performance.now() - started) / 1_000;
  await store.close();
  return { records: boarded, seconds };
}
