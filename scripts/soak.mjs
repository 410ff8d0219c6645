/**
 * `npm run soak [-- <part of a file name> …]`: the tests whose numbers of seeds, kills or requests
 * shrink on ordinary days (they import `tests/house/effort.ts`), at their full numbers. Hours.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './ensure-installed.mjs';
import { ensureWebBuilt } from './ensure-web-built.mjs';
import { repositoryRoot } from './repository.mjs';
import { runTests } from './run-tests.mjs';
import { say, secondsSince } from './say.mjs';
import { testFiles, testKinds, whatIsMissing } from './test-kinds.mjs';

const wanted = process.argv.slice(2);

await ensureInstalled();
const startedAt = Date.now();
const files = testFiles().filter(
  (file) =>
    readFileSync(join(repositoryRoot, file), 'utf8').includes('/house/effort.ts') &&
    (wanted.length === 0 || wanted.some((part) => file.includes(part))),
);
let passed = 0;
let failed = 0;
for (const { project, ending, needs } of testKinds) {
  const ofKind = files.filter((file) => ending.test(file));
  if (ofKind.length === 0) continue;
  const missing = (await Promise.all(needs.map(whatIsMissing))).find((found) => found !== null);
  if (missing !== undefined) {
    // A soak that left something out would be quoted as if it had not.
    say(`FAILED  ${ofKind.join(', ')}: ${missing}.`);
    failed += ofKind.length;
    continue;
  }
  if (needs.includes('web') && !(await ensureWebBuilt())) {
    failed += 1;
    continue;
  }
  const result = await runTests(project, ofKind, { ROADBOOK_SOAK: '1' });
  passed += result.passed;
  failed += result.failed;
}
say(`\nSoaked ${files.length} test files in ${secondsSince(startedAt)}: ${files.join(', ')}`);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
