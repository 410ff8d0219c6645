import { readGuideCsv } from '@roadbook/domain/wear/csv/read-guide-csv';
import { writeGuideRows } from '@roadbook/domain/wear/csv/write-wear-csv';
import { LARKSPUR_GUIDE } from '@roadbook/server/lender/larkspur/wear-guides';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitCsv } from './split-csv.ts';

const written = (cells: readonly string[]) =>
  cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');

describe('a file of comma separated values', () => {
  it('keeps commas, breaks and quotes inside quotes, and says the true line', () => {
    expect(splitCsv('a,"b, ""c"""\r\n"two\nlines",d\r\nlast,')).toEqual([
      { lineNumber: 1, cells: ['a', 'b, "c"'] },
      { lineNumber: 2, cells: ['two\nlines', 'd'] },
      { lineNumber: 4, cells: ['last', ''] },
    ]);
  });

  it.each([
    ['semicolons', 'a;"b;c"\nd;e'],
    ['tabs', 'a\t"b;c"\nd\te'],
    ['a byte order mark', '\ufeffa,"b;c"\nd,e'],
  ])('may have %s', (_what, text) => {
    expect(splitCsv(text).map(({ cells }) => cells)).toEqual([
      ['a', 'b;c'],
      ['d', 'e'],
    ]);
  });

  it('is read back as it was written, whatever stands in the cells', () => {
    const cell = fc.string({ maxLength: 12 }).map((text) => text.replaceAll('\r', ''));
    const row = fc.array(cell, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const read = splitCsv(rows.map(written).join('\r\n'));
        expect(read.map(({ cells }) => cells)).toEqual(rows);
      }),
    );
  });

  it('gives a guide that the house reads', () => {
    const text = writeGuideRows(LARKSPUR_GUIDE).map(written).join('\n');
    expect(readGuideCsv(splitCsv(text))).toEqual({ outcome: 'read', guide: LARKSPUR_GUIDE });
  });

  it('ends, whatever the text', () => {
    fc.assert(fc.property(fc.string(), (text) => splitCsv(text).length <= text.length + 1));
  });
});
