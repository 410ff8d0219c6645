/**
 * Reads the case tables in `cases/*.txt`: plain text that a servicing manager can review. A `#`
 * begins a comment line, `|` parts the columns, the first line names them, `-` says "nothing".
 */
import { type Cents, dollars, parseDollars } from '../src/money/cents.ts';
import { toCount } from '../src/money/count.ts';
import { type Ppb, parsePpb } from '../src/money/rate.ts';
import { type BusinessDate, date } from '../src/time/calendar.ts';

/** One case. Reading a cell that does not hold what is asked for throws, naming line and column. */
export type CaseRow = {
  readonly lineNumber: number;
  readonly text: (column: string) => string;
  readonly cents: (column: string) => Cents;
  /** A rate written in percent: `6.49` is 64_900_000. */
  readonly percent: (column: string) => Ppb;
  readonly date: (column: string) => BusinessDate;
  readonly count: (column: string) => number;
  /** The parts of a cell that lists several things with `;` between them; `-` lists none. */
  readonly list: (column: string) => string[];
};

/** What a rule answered, by column: cents as bigint, counts as number, anything else as text. */
export type Answers = Readonly<Record<string, Cents | number | string | null>>;

/** Columns that are for the reader only. */
const REMARKS = ['case', 'why'];

/**
 * Checks every row of a table: `answer` computes some columns from the others. Throws one error
 * that lists all disagreements. A table without rows and a column that nobody reads are errors too,
 * so that no case passes because it was not looked at.
 */
export function checkTable(text: string, answer: (row: CaseRow) => Answers): void {
  const rows = readTable(text);
  if (rows.length === 0) throw new RangeError('the table has no cases');
  const wrong: string[] = [];
  for (const { row, cells, read } of rows) {
    const answers = Object.entries(answer(row));
    for (const [column, value] of answers) {
      const expected = row.text(column);
      const actual = shown(value);
      if (actual !== expected) {
        const name = cells.get('case') ?? '';
        wrong.push(`line ${row.lineNumber} ${name}: ${column} is ${actual}, not ${expected}`);
      }
    }
    const unread = [...cells.keys()].filter((each) => !read.has(each) && !REMARKS.includes(each));
    if (unread.length > 0) wrong.push(`line ${row.lineNumber}: nobody reads ${unread.join(', ')}`);
  }
  if (wrong.length > 0) throw new Error(`${wrong.length} cases differ:\n${wrong.join('\n')}`);
}

function shown(value: Answers[string]): string {
  if (value === null || value === undefined) return '-';
  return typeof value === 'bigint' ? dollars(value) : `${value}`;
}

type ReadRow = {
  readonly row: CaseRow;
  readonly cells: ReadonlyMap<string, string>;
  readonly read: Set<string>;
};

function readTable(text: string): ReadRow[] {
  const lines = text
    .split('\n')
    .map((content, index) => ({ content: content.trim(), lineNumber: index + 1 }))
    .filter(({ content }) => content !== '' && !content.startsWith('#'));
  const header = splitCells(lines[0]?.content ?? '');
  return lines.slice(1).map(({ content, lineNumber }) => {
    const values = splitCells(content);
    if (values.length !== header.length) {
      throw new RangeError(`line ${lineNumber} has ${values.length} cells, not ${header.length}`);
    }
    const cells = new Map(header.map((column, index) => [column, values[index] ?? '']));
    const read = new Set<string>();
    return { row: caseRow(cells, read, lineNumber), cells, read };
  });
}

function splitCells(content: string): string[] {
  return content.split('|').map((cell) => cell.trim());
}

function caseRow(
  cells: ReadonlyMap<string, string>,
  read: Set<string>,
  lineNumber: number,
): CaseRow {
  const cell = (column: string): string => {
    const found = cells.get(column);
    if (found === undefined) throw new RangeError(`the table has no column ${column}`);
    read.add(column);
    return found;
  };
  const as = <T>(column: string, value: T | null): T => {
    if (value === null) throw new RangeError(`line ${lineNumber}: ${column} is ${cell(column)}`);
    return value;
  };
  return {
    lineNumber,
    text: cell,
    cents: (column) => as(column, parseDollars(cell(column))),
    percent: (column) => as(column, parsePpb(cell(column))) / 100n,
    date: (column) => date(cell(column)),
    count: (column) => toCount(BigInt(cell(column))),
    list: (column) =>
      cell(column) === '-'
        ? []
        : cell(column)
            .split(';')
            .map((part) => part.trim()),
  };
}
