/** One piece of markup in a byte buffer: from `start` up to, not including, `end`. */
export type Token = {
  readonly kind: 'text' | 'open' | 'close' | 'comment' | 'instruction' | 'cdata' | 'doctype';
  readonly start: number;
  readonly end: number;
};

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const LONGEST_OPENER = '<!DOCTYPE'.length;

/**
 * The token at a position, or null when the buffer ends before it does. White space is given as far
 * as it goes; other text only up to its end, so that chunks make no difference.
 */
export function tokenAt(bytes: Buffer, start: number): Token | null {
  if (start >= bytes.length) return null;
  if (bytes[start] !== LESS) {
    const next = bytes.indexOf(LESS, start);
    if (next >= 0) return { kind: 'text', start, end: next };
    const blank = isBlank(bytes, start, bytes.length);
    return blank ? { kind: 'text', start, end: bytes.length } : null;
  }
  switch (bytes[start + 1]) {
    case undefined:
      return null;
    case BANG:
      return declarationAt(bytes, start);
    case QUESTION:
      return endingWith(bytes, 'instruction', start, start + 2, '?>');
    case SLASH:
      return endingWith(bytes, 'close', start, start + 2, '>');
    default: {
      const end = endOfTag(bytes, start);
      return end < 0 ? null : { kind: 'open', start, end };
    }
  }
}

/** The position after a tag's `>`, passing over any `>` inside quotes; −1 when it is not there. */
export function endOfTag(bytes: Buffer, start: number): number {
  let quote = 0;
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === 0x22 || byte === 0x27) quote = byte;
    else if (byte === GREATER) return at + 1;
  }
  return -1;
}

/** Whether these bytes are nothing but XML white space. */
export function isBlank(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at];
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return false;
  }
  return true;
}

/** Whether a byte may follow an element's name, so that `<assets` is not found in `<assetsOld`. */
export function endsName(byte: number | undefined): boolean {
  return byte !== undefined && (byte <= 0x20 || byte === GREATER || byte === SLASH);
}

function declarationAt(bytes: Buffer, start: number): Token | null {
  const opener = bytes.toString('latin1', start, start + LONGEST_OPENER);
  if (opener.startsWith('<!--')) return endingWith(bytes, 'comment', start, start + 4, '-->');
  if (opener === '<![CDATA[') return endingWith(bytes, 'cdata', start, start + 9, ']]>');
  if (opener === '<!DOCTYPE') return endingWith(bytes, 'doctype', start, start + 9, '>');
  // Too short to tell apart, or no declaration that XML knows: the latter is taken as a text.
  if (opener.length < LONGEST_OPENER) return null;
  return { kind: 'text', start, end: start + 2 };
}

function endingWith(
  bytes: Buffer,
  kind: Token['kind'],
  start: number,
  from: number,
  ending: string,
): Token | null {
  const found = bytes.indexOf(ending, from, 'latin1');
  return found < 0 ? null : { kind, start, end: found + ending.length };
}
