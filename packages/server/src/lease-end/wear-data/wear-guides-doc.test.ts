import { readFileSync } from 'node:fs';
import { readChargesCsv } from '@roadbook/domain/wear/csv/read-charges-csv';
import { readGuideCsv } from '@roadbook/domain/wear/csv/read-guide-csv';
import { describe, expect, test } from 'vitest';
import { wearCsvRows } from './wear-csv-rows.ts';

const recipe = new URL('../../../../../docs/recipes/wear-guides.md', import.meta.url);
const blocks = [...readFileSync(recipe, 'utf8').matchAll(/^```csv\n([\s\S]*?)^```/gm)];

function rowsOf(text: string) {
  const rows = wearCsvRows(Buffer.from(text));
  if ('rule' in rows) throw new Error(rows.rule);
  return rows;
}

describe('the recipe for guides', () => {
  const [guide = '', charges = ''] = blocks.map(([, text = '']) => text);

  test('shows a guide that is taken in', () => {
    expect(readGuideCsv(rowsOf(guide))).toMatchObject({ outcome: 'read' });
  });

  test('shows prices that lack nothing but the other parts', () => {
    const read = readChargesCsv(rowsOf(charges));
    if (read.outcome === 'read') throw new Error('two rows price no whole car');
    expect(new Set(read.defects.map(({ rule }) => rule))).toEqual(new Set(['price-missing']));
  });
});

describe('rows of a file', () => {
  test('know their lines past blank ones and breaks inside a cell', () => {
    const text = '\ufeffa,b\r\n\r\n"two\nlines",c\nlast,"a ""word"""\n';
    expect(rowsOf(text)).toEqual([
      { lineNumber: 1, cells: ['a', 'b'] },
      { lineNumber: 4, cells: ['two\nlines', 'c'] },
      { lineNumber: 5, cells: ['last', 'a "word"'] },
    ]);
  });
});
