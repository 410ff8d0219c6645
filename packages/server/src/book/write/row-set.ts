import {
  arrayText,
  joinedArray,
  joinedText,
  wordsText,
} from '../../platform/database/value-parsers.ts';

type Word = string | number | bigint | null;

/**
 * A column of rows that a statement takes as parameters: its type in SQL, and its value of a row.
 * `words` are values without quotes or commas; `texts` may hold anything; `joined` are long texts
 * without null.
 */
export type Column<Row> =
  | {
      readonly type: string;
      readonly words: (row: Row) => Word;
      /**
       * The column stands in a sub-select, so that the planner cannot count the rows: it would find
       * a plan of its own for every small batch, which takes longer than running the one that fits
       * all.
       */
      readonly isUncounted?: true;
    }
  | { readonly type: string; readonly texts: (row: Row) => string | null }
  | { readonly joined: (row: Row) => string };

export type RowSet<Row> = {
  /** How many parameters the rows take. */
  readonly width: number;
  /** The rows as a table of SQL named `name`, whose first parameter is `$first`. */
  sql(name: string, first: number): string;
  /** The parameters, in the order in which the text counts them. */
  values(rows: readonly Row[]): string[];
};

/** Rows as parameters: text and values are made from one list, so neither can get out of step. */
export function rowSet<Row>(columns: Readonly<Record<string, Column<Row>>>): RowSet<Row> {
  const names = Object.keys(columns).join(', ');
  const list = Object.values(columns);
  return {
    width: list.length,
    sql: (name, first) => {
      const arrays = list.map((column, place) => {
        const parameter = `$${first + place}` as const;
        if ('joined' in column) return joinedArray(parameter);
        const array = `${parameter}::${column.type}[]`;
        return 'isUncounted' in column ? `(select ${array})` : array;
      });
      return `unnest(${arrays.join(', ')}) ${name}(${names})`;
    },
    values: (rows) =>
      list.map((column) => {
        if ('words' in column) return wordsText(rows.map(column.words));
        if ('texts' in column) return arrayText(rows.map(column.texts));
        return joinedText(rows.map(column.joined));
      }),
  };
}
