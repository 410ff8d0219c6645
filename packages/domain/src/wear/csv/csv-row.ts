import { toCount } from '../../money/count.ts';
import { type BusinessDate, parseDate } from '../../time/calendar.ts';
import { CAR_PARTS, PART_KINDS, spelledToday } from '../walk/car-part.ts';
import { DAMAGE_TYPES, type DamageType } from '../walk/damage-type.ts';

/** One row of a file, split into cells by its reader. Lines count from 1, quoted breaks too. */
export type CsvRow = { readonly lineNumber: number; readonly cells: readonly string[] };

/** Why a file of wear data is refused; each is a sentence of the copy catalogue. */
export const CSV_RULES = [
  'file-without-rows',
  'header-differs',
  'cell-count-differs',
  'not-a-code',
  'code-twice',
  'not-a-version',
  'not-a-date',
  'not-a-text',
  'not-a-part',
  'not-a-damage',
  'damage-not-of-part',
  'not-a-measure',
  'measure-not-of-damage',
  'unit-not-of-measure',
  'not-a-limit',
  'not-a-count',
  'not-yes-or-no',
  'not-a-severity',
  'severity-not-of-damage',
  'not-each-or-part',
  'not-an-amount',
  'repair-range-reversed',
  'price-twice',
  'price-missing',
  'charge-falls',
  'price-changes-kind',
] as const;
export type CsvRule = (typeof CSV_RULES)[number];

/** What is wrong with a cell, and what would be accepted in its place: codes, or examples. */
export type CsvDefect = {
  readonly lineNumber: number;
  readonly column: string;
  readonly rule: CsvRule;
  /** As it was written, shortened where it is long. */
  readonly value: string;
  readonly accepted: readonly string[];
};

/** As much of a refused value as is shown again. */
export const VALUE_SHOWN = 80;

/** A row by the names of its columns. A cell that cannot be read is noted and answers null. */
export type CsvCells = {
  readonly text: (column: string) => string;
  readonly refuse: (column: string, rule: CsvRule, accepted: readonly string[]) => null;
};

export function cellsOf(columns: readonly string[], row: CsvRow, defects: CsvDefect[]): CsvCells {
  const text = (column: string): string => (row.cells[columns.indexOf(column)] ?? '').trim();
  return {
    text,
    refuse: (column, rule, accepted) => {
      const value = text(column).slice(0, VALUE_SHOWN);
      defects.push({ lineNumber: row.lineNumber, column, rule, value, accepted });
      return null;
    },
  };
}

/**
 * Whether a row has a cell for each column. A spreadsheet fills shorter rows of a file up with
 * empty cells, so those after the last column do not count.
 */
export function checkWidth(columns: readonly string[], row: CsvRow, defects: CsvDefect[]): boolean {
  const more = row.cells.slice(columns.length).some((cell) => cell.trim() !== '');
  if (row.cells.length >= columns.length && !more) return true;
  defects.push({
    lineNumber: row.lineNumber,
    column: columns[Math.min(row.cells.length, columns.length - 1)] ?? '',
    rule: 'cell-count-differs',
    value: `${row.cells.length}`,
    accepted: [`${columns.length}`],
  });
  return false;
}

/** A kebab-case code of at most 60 characters. */
export function readCode(cells: CsvCells, column: string): string | null {
  const text = cells.text(column);
  if (text.length <= 60 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)) return text;
  return cells.refuse(column, 'not-a-code', ['larkspur-demo']);
}

/**
 * A text of 1 to 200 characters. One that a spreadsheet would run as a formula is refused, because
 * the file may come back to somebody's spreadsheet.
 */
export function readText(cells: CsvCells, column: string): string | null {
  const text = cells.text(column);
  const lawful = text.length > 0 && text.length <= 200 && !/^[=+\-@]|\p{Cc}/u.test(text);
  return lawful ? text : cells.refuse(column, 'not-a-text', ['Wear guide 1, page 3']);
}

export function readDay(cells: CsvCells, column: string): BusinessDate | null {
  return parseDate(cells.text(column)) ?? cells.refuse(column, 'not-a-date', ['2026-01-31']);
}

/** A whole number from `least` to `most`. */
export function readWhole(
  cells: CsvCells,
  column: string,
  [least, most]: readonly [number, number],
  rule: CsvRule,
): number | null {
  const text = cells.text(column);
  const whole = /^\d{1,9}$/.test(text) ? toCount(BigInt(text)) : -1;
  if (whole >= least && whole <= most) return whole;
  return cells.refuse(column, rule, [`${least}`, `${most}`]);
}

/** One of a few words. */
export function readOneOf<T extends string>(
  cells: CsvCells,
  column: string,
  words: readonly T[],
  rule: CsvRule,
): T | null {
  const text = cells.text(column);
  return words.find((word) => word === text) ?? cells.refuse(column, rule, words);
}

const PART_NAMES: readonly string[] = [
  ...new Set<string>([...PART_KINDS, ...CAR_PARTS.map((part) => part.id)]),
];

/** Kinds of part or single parts, with `;` between them. */
export function readParts(cells: CsvCells, column: string): readonly string[] | null {
  return readList(cells, column, PART_NAMES, 'not-a-part');
}

export function readDamages(cells: CsvCells, column: string): readonly DamageType[] | null {
  return readList(cells, column, DAMAGE_TYPES, 'not-a-damage');
}

function readList<T extends string>(
  cells: CsvCells,
  column: string,
  words: readonly T[],
  rule: CsvRule,
): readonly T[] | null {
  const written = cells
    .text(column)
    .split(';')
    .map((word) => spelledToday(word.trim()));
  const read = written.flatMap((word) => words.filter((each) => each === word));
  const all = read.length === written.length && new Set(read).size === read.length;
  return all ? read : cells.refuse(column, rule, words);
}
