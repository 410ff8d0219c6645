import type { BusinessDate } from '../../time/calendar.ts';
import {
  type CsvDefect,
  type CsvRow,
  cellsOf,
  checkWidth,
  readCode,
  readDay,
  readText,
  readWhole,
  VALUE_SHOWN,
} from './csv-row.ts';

/** What heads a guide and a table of charges alike. */
export type About = {
  readonly id: string;
  readonly version: number;
  readonly effectiveFrom: BusinessDate;
  readonly title: string;
  readonly source: string;
};

/**
 * Parts a file into its two tables: a header and one row about the data, a header and the data.
 * Null, with what is wrong, where a header is not the wanted one or nothing follows it.
 */
export function splitTables(
  rows: readonly CsvRow[],
  aboutColumns: readonly string[],
  columns: readonly string[],
  defects: CsvDefect[],
): { readonly about: CsvRow; readonly rows: readonly CsvRow[] } | null {
  const filled = rows.filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  const [aboutHeader, about, header, ...data] = filled;
  if (!checkHeader(aboutColumns, aboutHeader, 1, defects)) return null;
  if (!checkHeader(columns, header, lineAfter(about ?? aboutHeader), defects)) return null;
  if (about !== undefined && data.length > 0) return { about, rows: data };
  defects.push({
    lineNumber: lineAfter(header),
    column: columns[0] ?? '',
    rule: 'file-without-rows',
    value: '',
    accepted: columns,
  });
  return null;
}

function lineAfter(row: CsvRow | undefined): number {
  return (row?.lineNumber ?? 0) + 1;
}

/** Case and spaces around a name do not count, and neither do empty cells after the last name. */
function checkHeader(
  columns: readonly string[],
  row: CsvRow | undefined,
  lineNumber: number,
  defects: CsvDefect[],
): boolean {
  const names = (row?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  const wrong = columns.findIndex((column, index) => names[index] !== column);
  const more = names.findIndex((name, index) => index >= columns.length && name !== '');
  const at = wrong >= 0 ? wrong : more;
  if (at < 0) return true;
  defects.push({
    lineNumber: row?.lineNumber ?? lineNumber,
    column: columns[at] ?? '',
    rule: 'header-differs',
    value: (names[at] ?? '').slice(0, VALUE_SHOWN),
    accepted: columns,
  });
  return false;
}

/** Reads the row about the data. The first column is its code, the others are the same for all. */
export function readAbout(
  row: CsvRow,
  columns: readonly string[],
  defects: CsvDefect[],
): About | null {
  if (!checkWidth(columns, row, defects)) return null;
  const cells = cellsOf(columns, row, defects);
  const id = readCode(cells, columns[0] ?? '');
  const version = readWhole(cells, 'version', [1, 999_999], 'not-a-version');
  const effectiveFrom = readDay(cells, 'effective from');
  const title = readText(cells, 'title');
  const source = readText(cells, 'source');
  const incomplete =
    id === null || version === null || effectiveFrom === null || title === null || source === null;
  return incomplete ? null : { id, version, effectiveFrom, title, source };
}
