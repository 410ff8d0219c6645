/**
 * Runs one kind of test through vitest and counts what came of it from vitest's own report.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from './repository.mjs';
import { runProcess } from './run-process.mjs';
import { chromium, databaseUrl } from './test-kinds.mjs';

const vitest = join(repositoryRoot, 'node_modules', 'vitest', 'vitest.mjs');

/**
 * Resolves to `{ passed, failed, skipped }`, where `skipped` lists the full names of tests that
 * did not run. A file that could not even be loaded, and a run that ended badly with every test
 * passed, each count as one failure: neither may vanish in a sum.
 */
export async function runTests(project, args, environment = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'roadbook-tests-'));
  const report = join(folder, 'report.json');
  try {
    const exitCode = await runProcess(
      process.execPath,
      [vitest, 'run', '--project', project, '--reporter=default', '--reporter=json'].concat(
        `--outputFile.json=${report}`,
        args,
      ),
      {
        cwd: repositoryRoot,
        env: {
          ...process.env,
          ROADBOOK_TEST_DATABASE_URL: databaseUrl,
          ROADBOOK_CHROMIUM: chromium,
          ...environment,
        },
      },
    );
    return count(readReport(report), exitCode);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).testResults;
  } catch {
    // A run that was killed leaves no report, or half of one; its exit code speaks for it.
    return [];
  }
}

/** Sums vitest's report; see `runTests` for what a failure is. Exported for its test. */
export function count(testResults, exitCode) {
  let passed = 0;
  let failed = 0;
  const skipped = [];
  for (const { status, assertionResults } of testResults) {
    const failedHere = assertionResults.filter((test) => test.status === 'failed').length;
    passed += assertionResults.filter((test) => test.status === 'passed').length;
    failed += failedHere === 0 && status === 'failed' ? 1 : failedHere;
    for (const test of assertionResults) {
      if (!['passed', 'failed'].includes(test.status)) skipped.push(test.fullName);
    }
  }
  if (failed === 0 && exitCode !== 0) failed = 1;
  return { passed, failed, skipped };
}
