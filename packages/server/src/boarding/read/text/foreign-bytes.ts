import { isUtf8 } from 'node:buffer';
import type { ByteSource } from './byte-source.ts';

/** Bytes that are not UTF-8 come through as these private characters, which no file holds. */
const FIRST_MARK = 0x10fe00;
const MARK = /[\u{10fe80}-\u{10feff}]/gu;
const HAS_MARK = /[\u{10fe80}-\u{10feff}]/u;
const LOST_LETTER = '\ufffd';

/** Windows-1252 leaves five bytes without a character. */
const NOT_WINDOWS_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

export type LostLetters = 'windows-1252' | 'unknown-bytes' | 'lost-before';

/**
 * The bytes of a source as UTF-8. A byte that is not UTF-8 becomes a private character, so that the
 * cell that holds it is still told apart from its neighbors, and the byte from a lost letter.
 */
export async function* markForeignBytes(source: ByteSource): AsyncGenerator<Buffer, void, void> {
  let carried = Buffer.alloc(0);
  for await (const chunk of source) {
    const bytes = carried.length === 0 ? Buffer.from(chunk) : Buffer.concat([carried, chunk]);
    const whole = bytes.length - unfinishedAtEnd(bytes);
    carried = bytes.subarray(whole);
    const ready = bytes.subarray(0, whole);
    if (ready.length > 0) yield isUtf8(ready) ? ready : marked(ready);
  }
  if (carried.length > 0) yield marked(carried);
}

/** What became of a cell's letters, or null when all of them are there. */
export function lostLetters(cell: string): LostLetters | null {
  if (HAS_MARK.test(cell)) {
    const bytes = Array.from(cell.matchAll(MARK), ([mark]) => byteOf(mark));
    return bytes.some((byte) => NOT_WINDOWS_1252.has(byte)) ? 'unknown-bytes' : 'windows-1252';
  }
  return cell.includes(LOST_LETTER) ? 'lost-before' : null;
}

/** The cell with a question mark in place of each byte or letter that could not be read. */
export function withoutMarks(cell: string): string {
  return cell.replace(MARK, '?').replaceAll(LOST_LETTER, '?');
}

function byteOf(mark: string): number {
  return (mark.codePointAt(0) ?? FIRST_MARK) - FIRST_MARK;
}

/** How many bytes at the end begin a character whose rest is still to come. */
function unfinishedAtEnd(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return lengthFrom(byte) > back ? back : 0;
  }
  return 0;
}

function lengthFrom(lead: number): number {
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf8 ? 4 : 1;
}

function marked(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  let from = 0;
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    const length = lead < 0x80 ? 1 : lead < 0xc0 ? 1 : lengthFrom(lead);
    if (lead < 0x80 || isUtf8(bytes.subarray(at, at + length))) {
      at += length;
      continue;
    }
    parts.push(bytes.subarray(from, at), Buffer.from(String.fromCodePoint(FIRST_MARK + lead)));
    at += 1;
    from = at;
  }
  return Buffer.concat([...parts, bytes.subarray(from)]);
}
