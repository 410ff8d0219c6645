import { expect, test } from 'vitest';
import { count } from './run-tests.mjs';
import { testKinds } from './test-kinds.mjs';

const outcome = (status: string, fullName = 'a test') => ({ status, fullName });

test('passes, failures and skips are summed over files', () => {
  const files = [
    { status: 'passed', assertionResults: [outcome('passed'), outcome('pending', 'later')] },
    { status: 'failed', assertionResults: [outcome('failed'), outcome('passed')] },
  ];
  expect(count(files, 1)).toEqual({ passed: 2, failed: 1, skipped: ['later'] });
});

test('a file that could not be loaded is a failure, though it holds no failed test', () => {
  expect(count([{ status: 'failed', assertionResults: [] }], 1).failed).toBe(1);
});

test('a run that ended badly is a failure, though every test passed or no report is left', () => {
  const files = [{ status: 'passed', assertionResults: [outcome('passed')] }];
  expect(count(files, 1)).toEqual({ passed: 1, failed: 1, skipped: [] });
  expect(count([], 137).failed).toBe(1);
});

test.each([
  ['a/x.test.ts', 'plain'],
  ['a/x.test.tsx', 'plain'],
  ['a/x.postgres.test.ts', 'postgres'],
  ['a/x.kill.test.ts', 'kill'],
  ['a/x.kill.postgres.test.ts', 'kill-postgres'],
  ['a/x.browser.test.ts', 'browser'],
])('%s is of the kind %s and of no other', (file, project) => {
  const kinds = testKinds.filter(({ ending }) => ending.test(file));
  expect(kinds.map((kind) => kind.project)).toEqual([project]);
});
