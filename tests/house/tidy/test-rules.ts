/** Rules about the tests themselves. */
import { posix } from 'node:path';
import { withoutComments } from './file-kinds.ts';
import { findInLines, type TidyRule, type Tree } from './tidy-rule.ts';

const isTestCode = (path: string): boolean =>
  /\.test\.tsx?$/.test(path) || (path.startsWith('tests/') && /\.tsx?$/.test(path));

// A timer that ends a wait which has gone on too long is a deadline, not a sleep.
const sleep =
  /setTimeout\(\s*(resolve|res|done|ok|r)\b|=>\s*setTimeout\(|timers\/promises|waitForTimeout\(|\bsleep\(/;

const noSleep: TidyRule = {
  name: 'no-test-sleeps',
  lesson:
    'A test that sleeps is slow on a good day and wrong on a bad one. Wait for the thing itself: an answer, an event, a line of output; hand in the clock where time is the subject.',
  find: (tree) =>
    findInLines(
      tree,
      (path) => isTestCode(path) && !path.startsWith('tests/house/tidy'),
      (line) => {
        const found = sleep.exec(line)?.[0];
        return found === undefined ? null : `sleeps: ${found}`;
      },
      withoutComments,
    ),
  bad: [
    { 'packages/server/src/a.test.ts': 'await new Promise((resolve) => setTimeout(resolve, 50));' },
    { 'tests/browser/pay.browser.test.ts': 'await page.waitForTimeout(500);' },
    { 'tests/a.test.ts': "import { setTimeout } from 'node:timers/promises';" },
  ],
  good: { 'tests/a.test.ts': 'const deadline = setTimeout(() => child.kill(), 30_000);' },
};

const unfinishedRun =
  /\b(test|it|describe|suite)\.(only|todo|fixme)\b|^\s*(xit|xdescribe|fit|fdescribe)\(/;

const wholeRun: TidyRule = {
  name: 'no-test-runs-alone',
  lesson:
    'A committed `.only` turns every other test off, and a `.todo` is a promise nobody reads. Take it out before you commit.',
  find: (tree) =>
    findInLines(
      tree,
      (path) => isTestCode(path) && !path.startsWith('tests/house/tidy'),
      (line) => {
        const found = unfinishedRun.exec(line)?.[0];
        return found === undefined ? null : `says ${found}`;
      },
      withoutComments,
    ),
  bad: [
    { 'packages/api/src/a.test.ts': "test.only('a', () => {});" },
    { 'packages/api/src/a.test.ts': "describe.todo('later');" },
  ],
  good: { 'packages/api/src/a.test.ts': "test.each([1])('fit(%s)', () => {});" },
};

const asserting = /\bexpect\b|\bassert\w*\b|\bfc\.|check\w*\(|\.toThrow|expect[A-Z]\w*\(/;

/** A suite that runs on both databases stands in a file of its own, which must then expect. */
const suitesOf = (tree: Tree, path: string, text: string): string =>
  [...text.matchAll(/from '(\.[^']*-suite\.ts)'/g)]
    .map(([, relative = '']) => tree.get(posix.join(posix.dirname(path), relative)) ?? '')
    .map(withoutComments)
    .join('\n');

const canFail: TidyRule = {
  name: 'every-test-file-can-fail',
  lesson:
    'A test that expects nothing passes whatever the product does. Say what must be true, and see it fail once.',
  find: (tree) =>
    [...tree]
      .filter(([path]) => /\.test\.tsx?$/.test(path) && !path.startsWith('tests/house/tidy'))
      .filter(([path, text]) => !asserting.test(withoutComments(text) + suitesOf(tree, path, text)))
      .map(([path]) => ({ path, what: 'expects nothing' })),
  bad: [{ 'packages/api/src/a.test.ts': "test('runs', () => { run(); });" }],
  good: { 'packages/api/src/a.test.ts': "test('runs', () => { expect(run()).toBe(1n); });" },
};

export const testRules = [noSleep, wholeRun, canFail];
