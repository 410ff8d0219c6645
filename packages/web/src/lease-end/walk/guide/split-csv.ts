import type { CsvRow } from '@roadbook/domain/wear/csv/csv-row';

/** A file of wear data has some tens of kilobytes; a larger one is something else. */
export const CSV_BYTES_MAX = 2_000_000;

/**
 * Splits a text of comma separated values into rows and cells (RFC 4180): quotes hold commas, line
 * breaks and doubled quotes. Semicolons or tabs part the cells where the first line has no comma
 * outside quotes, as spreadsheets of some countries write them. A quote that is never closed runs
 * to the end of the text.
 */
export function splitCsv(text: string): CsvRow[] {
  const source = text.replace(/^\ufeff/, '');
  const parting = partingOf(source);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let began = 1;
  const endCell = () => {
    cells.push(cell);
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push({ lineNumber: began, cells });
    cells = [];
  };
  for (let at = 0; at < source.length; at += 1) {
    const sign = source.charAt(at);
    if (sign === '\n') line += 1;
    if (quoted && sign === '"' && source.charAt(at + 1) === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"' && (quoted || cell.trim() === '')) {
      quoted = !quoted;
      if (quoted) cell = '';
    } else if (quoted) cell += sign;
    else if (sign === parting) endCell();
    else if (sign === '\n') {
      endRow();
      began = line;
    } else if (sign !== '\r') cell += sign;
  }
  if (cell !== '' || cells.length > 0) endRow();
  return rows;
}

function partingOf(source: string): string {
  const first = (/^[^\n]*/.exec(source)?.[0] ?? '').replace(/"[^"]*"/g, '');
  return [',', ';', '\t'].find((each) => first.includes(each)) ?? ',';
}
