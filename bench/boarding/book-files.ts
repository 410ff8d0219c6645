import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { date } from '@roadbook/domain/time/calendar';
import { writeLoanFile } from '../book/write-loan-file.ts';

/** A generated EX-102 loan file on disk. */
export type BookFile = {
  readonly path: string;
  readonly records: number;
  readonly megabytes: number;
};

/** A folder for generated files; gone with everything in it when it is removed. */
export type BookFolder = {
  readonly path: string;
  readonly write: (records: number) => Promise<BookFile>;
  readonly remove: () => Promise<void>;
};

/** The reporting period of every file ends before this day. */
const BEFORE = date('2026-06-01');

export async function makeBookFolder(): Promise<BookFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'roadbook-bench-'));
  return {
    path: folder,
    write: async (records) => {
      const path = join(folder, `loans-${records}.xml`);
      const file = { seed: 61, firstAsset: 1, records, before: BEFORE };
      return { path, records, megabytes: (await writeLoanFile(path, file)) / 1e6 };
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
