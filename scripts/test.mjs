/**
 * `npm test [-- <part of a file name> …]`: every test that this machine can run, then in plain
 * words what it could not run and why. With ROADBOOK_TEST_ALL=1 anything not run is a failure,
 * but for the tests that read the shared data: the product must pass without them.
 */
import { ensureInstalled } from './ensure-installed.mjs';
import { ensureWebBuilt } from './ensure-web-built.mjs';
import { runTests } from './run-tests.mjs';
import { say } from './say.mjs';
import { testFiles, testKinds, whatIsMissing } from './test-kinds.mjs';

const everything = process.env.ROADBOOK_TEST_ALL === '1';
const sharedDataSentence = 'left out: the shared data folder is not on this machine';
const args = process.argv.slice(2);

await ensureInstalled();
const files = testFiles();
const total = { passed: 0, failed: 0, skipped: [] };
const notRun = [];

for (const { project, ending, needs } of testKinds) {
  const filesOfKind = files.filter((file) => ending.test(file)).length;
  if (filesOfKind === 0) continue;
  const missing = await firstMissing(needs);
  if (missing !== null) {
    notRun.push(`${filesOfKind} ${project} test file${filesOfKind === 1 ? '' : 's'}: ${missing}.`);
    continue;
  }
  say(`\n${project} tests (${filesOfKind} files)`);
  if (needs.includes('web') && !(await ensureWebBuilt())) {
    total.failed += 1;
    continue;
  }
  const result = await runTests(project, [...args, ...emptyIsFine(project)]);
  total.passed += result.passed;
  total.failed += result.failed;
  total.skipped.push(...result.skipped);
}

const withoutData = total.skipped.filter((name) => name.endsWith(sharedDataSentence));
const otherSkips = total.skipped.filter((name) => !name.endsWith(sharedDataSentence));
if (withoutData.length > 0) {
  notRun.push(`${withoutData.length} groups of tests that read the shared data: no such folder.`);
}
if (otherSkips.length > 0) {
  notRun.push(`${otherSkips.length} tests that skip themselves: ${otherSkips.join(' · ')}.`);
}
if (notRun.length > 0) say(`\nNot run:\n${notRun.map((line) => `  ${line}`).join('\n')}`);
if (everything) total.failed += notRun.length - (withoutData.length > 0 ? 1 : 0);

const skipped = total.skipped.length === 0 ? '' : `, ${total.skipped.length} skipped`;
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${skipped}\n`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

async function firstMissing(needs) {
  for (const need of needs) {
    const missing = await whatIsMissing(need);
    if (missing !== null) return missing;
  }
  return null;
}

/** A name given on the command line need not occur in every kind of test. */
function emptyIsFine(project) {
  return project === 'plain' && args.length === 0 ? [] : ['--passWithNoTests'];
}
