/**
 * Five kinds of test, told apart by file name, so that each says what it needs:
 *
 *   x.test.ts(x)              nothing
 *   x.postgres.test.ts        a PostgreSQL, at ROADBOOK_TEST_DATABASE_URL
 *   x.kill.test.ts            nothing, but kills processes: one file at a time
 *   x.kill.postgres.test.ts   both of the above
 *   x.browser.test.ts         Chromium and the built web
 *
 * `scripts/test.mjs` looks for what each kind needs and says what it could not run.
 */
import { defineConfig } from 'vitest/config';

const places = ['packages/*/src', 'packages/*/testing', 'tests', 'bench', 'scripts'];
const files = (ending: string): string[] => places.map((place) => `${place}/**/*${ending}`);

/** A soak run lasts as long as its numbers ask; otherwise a minute is long for one test. */
const testTimeout = process.env.ROADBOOK_SOAK === '1' ? 6 * 3_600_000 : 60_000;

const kill = files('.kill.test.ts');
const killPostgres = files('.kill.postgres.test.ts');
const postgres = files('.postgres.test.ts');
const browser = files('.browser.test.ts');
const special = [...kill, ...postgres, ...browser];

const shared = { pool: 'forks', testTimeout, hookTimeout: 120_000 } as const;
const alone = { ...shared, fileParallelism: false, testTimeout: testTimeout * 5 } as const;

export default defineConfig({
  test: {
    // Two cores are what the smallest machine has; more workers only make each test slower.
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: 'plain',
          include: [...files('.test.ts'), ...files('.test.tsx')],
          exclude: special,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...shared,
          name: 'postgres',
          include: postgres,
          exclude: killPostgres,
          sequence: { groupOrder: 2 },
        },
      },
      { test: { ...alone, name: 'kill', include: kill, sequence: { groupOrder: 3 } } },
      {
        test: {
          ...alone,
          name: 'kill-postgres',
          include: killPostgres,
          sequence: { groupOrder: 4 },
        },
      },
      {
        test: {
          ...shared,
          // Two files at a time, each worker with a server of its own; see tests/browser/places.ts.
          testTimeout: testTimeout * 5,
          name: 'browser',
          include: browser,
          globalSetup: 'tests/browser/start-portal.ts',
          sequence: { groupOrder: 5 },
        },
      },
    ],
  },
});
