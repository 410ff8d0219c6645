import { endsName, tokenAt } from './markup-tokens.ts';

const BANG = 0x21;
const QUESTION = 0x3f;

/** The names that bound a record, as this file writes them, with prefix. */
export type RecordBounds = {
  readonly open: Buffer;
  readonly close: Buffer;
  readonly closeOfRoot: Buffer;
};

export function recordBounds(recordName: string, rootName: string): RecordBounds {
  return {
    open: Buffer.from(`<${recordName}`),
    close: Buffer.from(`</${recordName}`),
    closeOfRoot: Buffer.from(`</${rootName}`),
  };
}

/** Where a record ends, and whether by its own end tag or by the start of something else. */
export type RecordEnd = { readonly end: number; readonly closed: boolean };

/**
 * Finds the end of the record whose start tag ends at `from`; null when the buffer does not hold
 * it. Most records have no comment, CDATA or instruction, so their end tag is searched as bytes;
 * any `!` or `?` on the way sends the search through the tokens, where an end tag inside a comment
 * is none.
 */
export function findRecordEnd(bytes: Buffer, from: number, bounds: RecordBounds): RecordEnd | null {
  const close = bytes.indexOf(bounds.close, from);
  if (close < 0) return null;
  const afterName = close + bounds.close.length;
  const inside = bytes.subarray(from, close);
  const simple =
    endsName(bytes[afterName]) &&
    !inside.includes(BANG) &&
    !inside.includes(QUESTION) &&
    !inside.includes(bounds.open);
  if (!simple) return findRecordEndByTokens(bytes, from, bounds);
  const end = bytes.indexOf('>', afterName);
  return end < 0 ? null : { end: end + 1, closed: true };
}

/** The careful form, and the only one that sees a record ended by the end of the whole list. */
export function findRecordEndByTokens(
  bytes: Buffer,
  from: number,
  bounds: RecordBounds,
): RecordEnd | null {
  let token = tokenAt(bytes, from);
  while (token !== null) {
    const { kind, start, end } = token;
    if (kind === 'close' && named(bytes, start, bounds.close)) return { end, closed: true };
    const another = kind === 'open' && named(bytes, start, bounds.open);
    const endOfList = kind === 'close' && named(bytes, start, bounds.closeOfRoot);
    if (another || endOfList) return { end: start, closed: false };
    token = tokenAt(bytes, end);
  }
  return null;
}

function named(bytes: Buffer, at: number, name: Buffer): boolean {
  const after = at + name.length;
  return bytes.subarray(at, after).equals(name) && endsName(bytes[after]);
}
