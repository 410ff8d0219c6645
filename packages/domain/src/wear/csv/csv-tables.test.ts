import { expect, test } from 'vitest';
import type { CsvDefect, CsvRow } from './csv-row.ts';
import { readAbout, splitTables } from './csv-tables.ts';

const ABOUT = ['guide', 'version', 'effective from', 'title', 'source'];
const row = (lineNumber: number, ...cells: string[]): CsvRow => ({ lineNumber, cells });

test('a file has two tables, whatever the case of their headers and the rows between them', () => {
  const defects: CsvDefect[] = [];
  const about = row(3, 'a', '2', '2026-01-31', 'Title', 'Page 1');
  const rows = [
    row(1, ...ABOUT),
    row(2, '', ' '),
    about,
    row(5, ' Rule ', 'LIMIT'),
    row(9, 'x', '1'),
  ];
  const tables = splitTables(rows, ABOUT, ['rule', 'limit'], defects);
  expect(tables).toEqual({ about, rows: [row(9, 'x', '1')] });
  expect(readAbout(about, ABOUT, defects)).toEqual({
    id: 'a',
    version: 2,
    effectiveFrom: '2026-01-31',
    title: 'Title',
    source: 'Page 1',
  });
  expect(defects).toEqual([]);
});

test('a header that differs is refused at the first name that does', () => {
  const defects: CsvDefect[] = [];
  const rows = [row(1, ...ABOUT), row(2, 'a'), row(3, 'rule', 'limits'), row(4, 'x', '1')];
  expect(splitTables(rows, ABOUT, ['rule', 'limit'], defects)).toBeNull();
  expect(defects).toEqual([
    {
      lineNumber: 3,
      column: 'limit',
      rule: 'header-differs',
      value: 'limits',
      accepted: ['rule', 'limit'],
    },
  ]);
});
