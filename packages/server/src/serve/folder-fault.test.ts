import { expect, test } from 'vitest';
import { folderFault } from './folder-fault.ts';

const coded = (code: string): Error => Object.assign(new Error(`${code}: open`), { code });

test.each([
  [coded('ENOSPC'), /is full\. Make room/],
  [{ name: 'ErrnoError', errno: 51 }, /is full\. Make room/],
  [coded('EROFS'), /cannot be written \(EROFS\)\. Make it writable/],
  [{ name: 'ErrnoError', errno: 69 }, /cannot be written \(EROFS\)/],
  [coded('EACCES'), /cannot be written \(EACCES\)/],
  [coded('EEXIST'), /is a file, and ROADBOOK_DATA needs a folder/],
  [new Error('PGlite failed to initialize properly'), /read-only, full or damaged/],
])('%s becomes a sentence that names the folder and what to do', (error, sentence) => {
  const fault = folderFault(error, '/data/roadbook');
  expect(fault).toMatchObject({ message: expect.stringMatching(sentence) });
  expect(fault).toMatchObject({ message: expect.stringContaining('/data/roadbook') });
});

test('what is no fault of the folder stays as it is', () => {
  const other = new Error('These keys are not the ones');
  expect(folderFault(other, '/data/roadbook')).toBe(other);
});
