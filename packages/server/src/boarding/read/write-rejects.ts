import type { Reject } from './reject.ts';

const COLUMNS = [
  'ordinal',
  'record',
  'offset',
  'line',
  'element',
  'value',
  'rule',
  'sentence',
  'accepted',
] as const satisfies readonly (keyof Reject)[];

/** What became of it: not taken, or boarded with a remark. */
export type RejectOutcome = 'rejected' | 'boarded';

/** The header of a rejects file, with its line end. */
export const REJECTS_HEADER = `${COLUMNS.join(',')},outcome\r\n`;

/** One reject or remark as a line of the rejects file (RFC 4180), safe to open in a spreadsheet. */
export function rejectLine(reject: Reject, outcome: RejectOutcome = 'rejected'): string {
  return `${COLUMNS.map((column) => cell(reject[column])).join(',')},${outcome}\r\n`;
}

/** The rejects file as it goes: header first, then a line for each reject. */
export async function* rejectLines(
  rejects: AsyncIterable<Reject> | Iterable<Reject>,
): AsyncGenerator<string, void, void> {
  yield REJECTS_HEADER;
  for await (const reject of rejects) yield rejectLine(reject);
}

/**
 * A spreadsheet runs a cell that begins with one of these as a formula, and a boarding file is
 * written by strangers; an apostrophe before it makes it text.
 */
const FORMULA = /^[=+\-@\t\r]/;

function cell(value: string | number | null): string {
  if (value === null) return '';
  const text = String(value);
  const safe = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
