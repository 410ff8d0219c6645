import { describe, expect, test } from 'vitest';
import { checkTable } from './case-table.ts';

const table = (row: string): string => `
# Twice the amount.
case  | amount | twice
one   | ${row}
`;

describe('a case table', () => {
  test('passes when the answers are what it says', () => {
    expect(() =>
      checkTable(table('1.50 | 3.00'), (row) => ({ twice: row.cents('amount') * 2n })),
    ).not.toThrow();
  });

  test('names line, case, column and both values when they differ', () => {
    expect(() =>
      checkTable(table('1.50 | 3.01'), (row) => ({ twice: row.cents('amount') * 2n })),
    ).toThrow('line 4 one: twice is 3.00, not 3.01');
  });

  test('does not pass when a column was never looked at', () => {
    expect(() =>
      checkTable(table('1.50 | 3.00'), (row) => ({ amount: row.text('amount') })),
    ).toThrow('nobody reads twice');
  });

  test('does not pass without cases', () => {
    expect(() => checkTable('# none\na | b\n', () => ({}))).toThrow('no cases');
  });

  test('refuses a row of another width, an unknown column and a cell of another kind', () => {
    expect(() => checkTable(table('1.50'), () => ({}))).toThrow('line 4 has 2 cells, not 3');
    expect(() => checkTable(table('1 | 2'), (row) => ({ twice: row.text('thrice') }))).toThrow(
      'no column thrice',
    );
    expect(() => checkTable(table('x | 2'), (row) => ({ twice: row.cents('amount') }))).toThrow(
      'line 4: amount is x',
    );
  });

  test('reads rates in percent, dates, counts and lists', () => {
    checkTable('rate | on | many | list\n6.49 | 2026-02-28 | 12 | a; b\n', (row) => ({
      rate: row.percent('rate') === 64_900_000n ? '6.49' : 'wrong',
      on: row.date('on'),
      many: row.count('many'),
      list: row.list('list').join('; '),
    }));
  });
});
