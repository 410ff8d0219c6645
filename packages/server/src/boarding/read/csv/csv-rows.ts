import { pipeline, Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import { type Fault, shown } from '../reject.ts';
import type { ByteSource } from '../text/byte-source.ts';
import { byteOrderMark } from '../text/encoding.ts';
import { type LostLetters, lostLetters, markForeignBytes } from '../text/foreign-bytes.ts';

export type CsvItem =
  | { readonly kind: 'header'; readonly columns: readonly string[] }
  | { readonly kind: 'row'; readonly line: number; readonly cells: readonly string[] }
  | { readonly kind: 'bad-row'; readonly line: number; readonly fault: Fault }
  /** Reading ends here; the rows before stand. */
  | { readonly kind: 'defect'; readonly line: number; readonly fault: Fault }
  | { readonly kind: 'refused'; readonly fault: Fault };

type RawRow = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

/** What becomes of a row in which a letter was lost: it is refused, or given cell by cell. */
export type LostLettersRule = 'refuse-row' | 'keep-row';

const LONGEST_ROW = 1 << 20;

/** Every element of both products has a column in less than half of these. */
const MOST_COLUMNS = 500;

/**
 * The rows of a CSV with a header (RFC 4180: commas, double quotes), trimmed cell by cell, one at a
 * time whatever the size of the file. Blank rows are passed over.
 */
export async function* readCsvRows(
  source: ByteSource,
  lost: LostLettersRule = 'refuse-row',
): AsyncGenerator<CsvItem, void, void> {
  const first = await firstChunk(source);
  const mark = byteOrderMark(first.chunk.subarray(0, 4));
  if ('rule' in mark) return yield { kind: 'refused', fault: mark };
  const bytes = startingWith(first.chunk.subarray(mark.length), first.rest);
  const rest = Readable.from(markForeignBytes(bytes));
  let broken: CsvError | null = null;
  const parser = parse({
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    skip_records_with_error: true,
    max_record_size: LONGEST_ROW,
    on_skip: (error) => {
      broken ??= error ?? null;
      return undefined;
    },
  });
  // A failing source reaches the reader through the parser, which pipeline destroys with its error.
  pipeline(rest, parser, () => {});
  let width = 0;
  let line = 0;
  for await (const { record, info } of parser as AsyncIterable<RawRow>) {
    const failed: CsvError | null = broken;
    if (failed !== null && info.lines >= linesOf(failed)) break;
    line = info.lines;
    const item = width === 0 ? readHeader(record) : readRow(record, line, width, lost);
    yield item;
    if (item.kind === 'refused') return;
    if (item.kind === 'header') width = item.columns.length;
  }
  if (broken !== null) yield { kind: 'defect', line, fault: quoteNotClosed(line) };
  else if (width === 0) yield { kind: 'refused', fault: noHeader() };
}

function readHeader(record: readonly string[]): CsvItem {
  if (record.length > MOST_COLUMNS) {
    return { kind: 'refused', fault: tooManyColumns(record.length) };
  }
  const columns = record.map((cell) => cell.trim());
  const unread = lostIn(columns);
  if (unread !== null) return { kind: 'refused', fault: lettersLost(unread, 'The header') };
  const [only = ''] = columns;
  const delimiter = /[;\t|]/.exec(only)?.[0];
  if (columns.length === 1 && delimiter !== undefined) {
    return { kind: 'refused', fault: wrongDelimiter(delimiter) };
  }
  const twice = columns.find((name, index) => name !== '' && columns.indexOf(name) !== index);
  if (twice !== undefined) return { kind: 'refused', fault: columnTwice(twice) };
  return { kind: 'header', columns };
}

function readRow(
  record: readonly string[],
  line: number,
  width: number,
  lost: LostLettersRule,
): CsvItem {
  const all = record.map((cell) => cell.trim());
  // Spreadsheets write commas for cells that were once used; empty ones at the end say nothing.
  const cells = all.slice(width).every((cell) => cell === '') ? all.slice(0, width) : all;
  const unread = lost === 'refuse-row' ? lostIn(cells) : null;
  if (unread !== null) return { kind: 'bad-row', line, fault: lettersLost(unread, 'The line') };
  if (cells.length !== width) {
    return { kind: 'bad-row', line, fault: wrongWidth(cells.length, width) };
  }
  return { kind: 'row', line, cells };
}

function lostIn(cells: readonly string[]): LostLetters | null {
  for (const cell of cells) {
    const lost = lostLetters(cell);
    if (lost !== null) return lost;
  }
  return null;
}

/** csv-parse counts the lines it had read when it failed. */
function linesOf(error: CsvError): number {
  return Number(error.lines ?? 0);
}

async function firstChunk(
  source: ByteSource,
): Promise<{ readonly chunk: Buffer; readonly rest: AsyncIterator<Uint8Array> }> {
  const rest = toAsync(source);
  let chunk = Buffer.alloc(0);
  while (chunk.length < 4) {
    const next = await rest.next();
    if (next.done === true) break;
    chunk = Buffer.concat([chunk, next.value]);
  }
  return { chunk, rest };
}

async function* toAsync(source: ByteSource): AsyncGenerator<Uint8Array, void, void> {
  yield* source;
}

async function* startingWith(
  first: Buffer,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Buffer, void, void> {
  if (first.length > 0) yield first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
    yield Buffer.from(next.value);
  }
}

function fault(
  rule: string,
  sentence: string,
  accepted: string,
  value: string | null = null,
): Fault {
  return { element: null, value: value === null ? null : shown(value), rule, sentence, accepted };
}

function noHeader(): Fault {
  const sentence = 'The file is empty.';
  return fault('empty-file', sentence, 'a header line with the names of the columns, then rows');
}

const BYTES = {
  'windows-1252': 'holds bytes that are not UTF-8; they look like Windows-1252 or Latin-1.',
  'unknown-bytes': 'holds bytes that are not UTF-8.',
  'lost-before': 'holds the mark of letters that were lost in a conversion before.',
} as const satisfies Readonly<Record<LostLetters, string>>;

/** Why something cannot be read whose letters are not there. */
export function lettersLost(lost: LostLetters, what: string): Fault {
  const accepted = 'the file saved as "CSV UTF-8"';
  return fault('bytes-not-in-encoding', `${what} ${BYTES[lost]}`, accepted);
}

function wrongDelimiter(found: string): Fault {
  const name = found === '\t' ? 'a tab' : found;
  const sentence = 'The names in the header are not separated by commas.';
  return fault('wrong-delimiter', sentence, 'a comma between the columns', name);
}

function tooManyColumns(found: number): Fault {
  const sentence = 'The header names more columns than are read.';
  return fault('too-many-columns', sentence, `at most ${MOST_COLUMNS} columns`, `${found} columns`);
}

function columnTwice(name: string): Fault {
  const sentence = 'The header names this column twice.';
  return { ...fault('column-twice', sentence, 'each column once', name), element: name };
}

function wrongWidth(found: number, expected: number): Fault {
  const sentence = 'The row does not have as many cells as the header has columns.';
  return fault('wrong-number-of-cells', sentence, `${expected} cells`, `${found} cells`);
}

function quoteNotClosed(line: number): Fault {
  const sentence =
    `After line ${line} a quotation mark is opened and not closed, or a row is longer than a` +
    ' megabyte. The rows before it were read, the rest was not.';
  return fault(
    'quote-not-closed',
    sentence,
    'double quotes in pairs; one inside a cell is doubled',
  );
}
