import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type AsvsRow, asvsDocument, faultOf, readAsvsRows } from './asvs-rows.ts';

const rows = readAsvsRows();

test('every row names a requirement once, and what shows it is there and runs', () => {
  expect(rows.map(faultOf).filter((fault) => fault !== null)).toEqual([]);
  const ids = rows.map(({ id }) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});

test('docs/asvs.md is what the rows print', () => {
  const document = readFileSync(new URL('../../../docs/asvs.md', import.meta.url), 'utf8');
  expect(document).toBe(asvsDocument(rows));
});

const met: AsvsRow = {
  id: '1.2.4',
  level: '1',
  words: 'SQL takes values as parameters',
  verdict: 'met',
  because: 'tests/api/fuzz.test.ts',
};

test.each([
  ['a test that is not there', { because: 'tests/api/no-such.test.ts' }],
  ['a file that no run takes', { because: 'tests/api/fuzz-suite.ts' }],
  ['no reason', { verdict: 'not met', because: '' }],
  ['another verdict', { verdict: 'partly' }],
  ['no requirement', { id: 'V1' }],
])('a row with %s is refused', (_what, change) => {
  expect(faultOf(met)).toBeNull();
  expect(faultOf({ ...met, ...change })).toBeTypeOf('string');
});
