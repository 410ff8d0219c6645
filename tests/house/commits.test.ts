/**
 * Goal: the history can be read in a list.
 * Method: ask git for the subjects of all commits since the rule began, as far as they are here.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const git = (...words: string[]): string =>
  execFileSync('git', words, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 }).trim();

const widest = 72;

/** What is wrong with a subject, or null. Lists of commits cut off what is longer. */
function faultOf(subject: string): string | null {
  const columns = [...subject].length;
  if (columns > widest) return `has ${columns} columns, ${widest} at most`;
  if (subject.endsWith('.')) return 'ends with a period';
  return null;
}

/** When the rule began; what was written before it stays as it is. */
const began = '2026-11-29T22:20:00Z';

test('the subject of a commit fits into a list', () => {
  const isShallow = git('rev-parse', '--is-shallow-repository') === 'true';
  if (isShallow) console.warn('This is a shallow clone: only the commits in it are looked at.');
  const subjects = git('log', '--no-merges', '--format=%h %s', `--since=${began}`)
    .split('\n')
    .filter((line) => line !== '');
  const faults = subjects.flatMap((line) => {
    const [id = '', ...words] = line.split(' ');
    const fault = faultOf(words.join(' '));
    return fault === null ? [] : [`${id} ${fault}: ${words.join(' ')}`];
  });
  expect(faults).toEqual([]);
});

test.each([
  ['Keep the server on a ladder by rule', null],
  ['x'.repeat(72), null],
  ['x'.repeat(73), 'has 73 columns, 72 at most'],
  ['Mend it.', 'ends with a period'],
])('%s: %s', (subject, fault) => {
  expect(faultOf(subject)).toBe(fault);
});
