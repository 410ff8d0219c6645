/**
 * Real files and published vectors lie outside the repository, in `../shared/data` beside it (or
 * where ROADBOOK_SHARED_DATA says). The product must pass without them, so their absence is said
 * aloud and is not a failure; nothing of them is ever copied into the repository.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, test } from 'vitest';

const repositoryRoot = fileURLToPath(new URL('../../', import.meta.url));
const folder = process.env.ROADBOOK_SHARED_DATA ?? resolve(repositoryRoot, '..', 'shared', 'data');

/** Absolute path of the shared data, or null where this machine has none. */
export const sharedData: string | null = existsSync(folder) ? folder : null;

/**
 * `scripts/run-tests.mjs` knows this sentence: it is the one reason for a skipped test that
 * ROADBOOK_TEST_ALL=1 accepts.
 */
export const leftOut = 'left out: the shared data folder is not on this machine';

/** A `describe` that needs the shared data; without it, one skipped test that says so. */
export function describeWithSharedData(name: string, suite: (data: string) => void): void {
  if (sharedData === null) {
    describe(name, () => {
      test.skip(leftOut, () => {});
    });
    return;
  }
  const data = sharedData;
  describe(name, () => suite(data));
}
