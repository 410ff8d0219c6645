import { isAscii, isUtf8 } from 'node:buffer';
import type { Fault } from '../reject.ts';

export type Encoding = 'UTF-8' | 'US-ASCII';

const ACCEPTED = 'UTF-8 or US-ASCII; save or convert the file as UTF-8';

/** What the first bytes say: how many belong to a UTF-8 mark, or that the file is UTF-16. */
export function byteOrderMark(first: Uint8Array): { readonly length: number } | Fault {
  const [a, b, c] = first;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { length: 3 };
  const marked = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
  const unmarked = first.length > 1 && (a === 0 || b === 0);
  return marked || unmarked ? encodingFault('UTF-16') : { length: 0 };
}

/** The encoding that an XML declaration names, or why it is not read. UTF-8 when it names none. */
export function declaredEncoding(declaration: string): Encoding | Fault {
  const named = /\sencoding\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(declaration);
  const name = named?.[1] ?? named?.[2] ?? 'UTF-8';
  if (/^utf-?8$/i.test(name)) return 'UTF-8';
  if (/^(?:us-)?ascii$/i.test(name)) return 'US-ASCII';
  return encodingFault(name);
}

/** The text of some bytes, or the position of the first byte that is not in the encoding. */
export function decodeBytes(
  bytes: Buffer,
  encoding: Encoding,
): { readonly text: string } | { readonly badAt: number } {
  if (isAscii(bytes)) return { text: bytes.toString('latin1') };
  if (encoding === 'US-ASCII') return { badAt: bytes.findIndex((byte) => byte > 0x7f) };
  return isUtf8(bytes) ? { text: bytes.toString('utf8') } : { badAt: firstInvalid(bytes) };
}

function firstInvalid(bytes: Buffer): number {
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (!isUtf8(bytes.subarray(at, at + length))) return at;
    at += length;
  }
  return at;
}

function encodingFault(name: string): Fault {
  return {
    element: null,
    value: name,
    rule: 'encoding-not-accepted',
    sentence: `The file is encoded as ${name}, which is not read.`,
    accepted: ACCEPTED,
  };
}
