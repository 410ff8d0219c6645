import { isUtf8 } from 'node:buffer';
import type { CsvRow } from '@roadbook/domain/wear/csv/csv-row';
import { CsvError, parse } from 'csv-parse/sync';

/** Guides and tables are small; a larger file is another one. */
const BYTES_MAX = 2 * 1024 * 1024;
const LOST_LETTER = '\ufffd';

/** Why a file cannot be split into rows at all: the line, a code, and what would be accepted. */
export type CsvFault = {
  readonly lineNumber: number;
  readonly rule:
    | 'file-too-large'
    | 'bytes-not-in-encoding'
    | 'wrong-delimiter'
    | 'quote-not-closed';
  readonly accepted: string;
};

type RawRow = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

/**
 * The rows of a small CSV file (RFC 4180: commas, double quotes), each with the line it ends on.
 * Blank lines are passed over; cells are as they were written.
 */
export function wearCsvRows(bytes: Buffer): readonly CsvRow[] | CsvFault {
  if (bytes.length > BYTES_MAX) {
    return { lineNumber: 1, rule: 'file-too-large', accepted: 'a file of at most 2 MB' };
  }
  const text = bytes.toString('utf8');
  if (!isUtf8(bytes) || text.includes(LOST_LETTER)) {
    const before = text.slice(0, Math.max(0, text.indexOf(LOST_LETTER)));
    return {
      lineNumber: before.split('\n').length,
      rule: 'bytes-not-in-encoding',
      accepted: 'the file saved as "CSV UTF-8"',
    };
  }
  // Spreadsheets of many countries save so, and every later finding would only confuse.
  if (/^\ufeff?[^,\r\n]*[;\t]/.test(text)) {
    const accepted = 'commas between the columns; "CSV UTF-8" of a spreadsheet set to English';
    return { lineNumber: 1, rule: 'wrong-delimiter', accepted };
  }
  try {
    const rows = parse(text, {
      bom: true,
      info: true,
      // Files that were pasted together end their lines in more than one way.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as RawRow[];
    return rows.map(({ record, info }) => ({ lineNumber: info.lines, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return {
      lineNumber: Number(error.lines ?? 1),
      rule: 'quote-not-closed',
      accepted: 'double quotes in pairs around a whole cell; one inside a cell is doubled',
    };
  }
}

/** Cells as one line of CSV. */
export function csvLine(cells: readonly string[]): string {
  return cells
    .map((text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text))
    .join(',');
}
