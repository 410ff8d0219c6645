/**
 * How column values become JavaScript, by type id, the same on both engines and proved by one table
 * of tests: whole numbers of eight bytes are bigints, dates are text, timestamps ISO text in UTC,
 * numerics and JSON are text (JSON is decoded by whoever knows its shape), bytes are Buffers.
 */
export const PARSERS: ReadonlyMap<number, (text: string) => unknown> = new Map<
  number,
  (text: string) => unknown
>([
  [20, (text: string) => BigInt(text)],
  [1016, (text: string) => elements(text).map((each) => BigInt(each))],
  [1082, (text: string) => text],
  [1182, (text: string) => elements(text)],
  [1184, isoUtc],
  [1700, (text: string) => text],
  [1231, (text: string) => elements(text)],
  [114, (text: string) => text],
  [3802, (text: string) => text],
  [17, (text: string) => Buffer.from(text.slice(2), 'hex')],
]);

/**
 * `2026-11-22 02:57:00.12+00` as `2026-11-22T02:57:00.120Z`. The zone a session prints in is read
 * and not set: behind a pooler sessions are shared.
 */
function isoUtc(text: string): string {
  const moment = text.replace(' ', 'T');
  // JavaScript wants the minutes of a zone, and PostgreSQL leaves them out where they are none.
  const full = /[+-]\d\d$/.test(moment) ? `${moment}:00` : moment;
  return new Date(full).toISOString();
}

/** Elements of a one-dimensional array without quoting: numbers and dates. */
function elements(text: string): string[] {
  const inner = text.slice(1, -1);
  return inner === '' ? [] : inner.split(',');
}

/** A one-dimensional array in PostgreSQL's text form; both engines take it for any array type. */
export function arrayText(values: readonly (string | number | bigint | null)[]): string {
  return `{${values.map(elementText).join(',')}}`;
}

function elementText(value: string | number | bigint | null): string {
  if (value === null) return 'NULL';
  if (typeof value !== 'string') return value.toString();
  if (!value.includes('"') && !value.includes('\\')) return `"${value}"`;
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** The same for numbers, dates, ids and codes, which need no quotes: no value is looked at. */
export function wordsText(values: readonly (string | number | bigint | null)[]): string {
  return `{${values.map((value) => value ?? 'NULL').join(',')}}`;
}

/**
 * Texts between characters that none of them can hold: JSON writes U+0001 as six others. Escaping
 * JSON for an array's text form and taking it apart again costs more than writing a row of it.
 */
export function joinedText(texts: readonly string[]): string {
  return texts.join('\u0001');
}

/** SQL for the array of texts that `joinedText` made; of none it becomes an empty array. */
export function joinedArray(parameter: `$${number}`): string {
  return `string_to_array(${parameter}, E'\\x01')`;
}
