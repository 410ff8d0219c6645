import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { date } from '@roadbook/domain/time/calendar';
import { loanFileChunks } from '../book/loan-records.ts';

/** A generated EX-102 loan file on disk. */
export type BookFile = {
  readonly path: string;
  readonly records: number;
  readonly megabytes: number;
};

/** A folder for generated files; gone with everything in it when it is removed. */
export type BookFolder = {
  readonly write: (records: number) => Promise<BookFile>;
  readonly remove: () => Promise<void>;
};

/** The reporting period of every file ends before this day. */
const BEFORE = date('2026-06-01');

export async function makeBookFolder(): Promise<BookFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'roadbook-bench-'));
  return {
    write: async (records) => {
      const path = join(folder, `loans-${records}.xml`);
      const chunks = loanFileChunks({ seed: 61, firstAsset: 1, records, before: BEFORE });
      await pipeline(Readable.from(chunks), createWriteStream(path));
      return { path, records, megabytes: (await stat(path)).size / 1e6 };
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
