/** Text that was read as Windows-1252 though it was UTF-8, and then saved: "Ã±" stands for "ñ". */
export type DoublyEncoded = {
  /** The text that was meant. */
  readonly meant: string;
  /** The first garbled letters, and the letter that they stand for. */
  readonly garbled: string;
  readonly letter: string;
};

/** Where Windows-1252 has characters of its own, from byte 0x80 on. */
const WINDOWS_1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021' +
  '\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014' +
  '\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** A lead byte of two or more, and the bytes that belong to it, as Windows-1252 shows them. */
const LEADS = /[\u00c2-\u00f4]/;

/**
 * What no name holds: "Ã" before a letter outside ASCII, or an accented letter before a sign such
 * as "±". Without it "ÜŠ", which also fits the pattern, would be taken for a Syriac letter.
 */
const CERTAIN = /[\u00c2\u00c3]\P{ASCII}|[\u00c2-\u00f4]\p{L}{0,2}(?![\p{L}])\P{ASCII}/u;

const DECODER = new TextDecoder('utf-8', { fatal: true });

/**
 * The text that was meant, where its letters were encoded twice; null for any other text. Only a
 * text whose every letter outside ASCII fits the pattern counts, so that "Ângela" stays as it is.
 */
export function doublyEncoded(text: string): DoublyEncoded | null {
  const once = decodedAgain(text);
  if (once === null) return null;
  const garbled = Array.from(text).findIndex((letter) => LEADS.test(letter));
  const letter = Array.from(once).find((each) => (each.codePointAt(0) ?? 0) > 0x7f) ?? '';
  const length = Buffer.byteLength(letter);
  const meant = doublyEncoded(once)?.meant ?? once;
  return {
    meant,
    garbled: Array.from(text)
      .slice(garbled, garbled + length)
      .join(''),
    letter,
  };
}

function decodedAgain(text: string): string | null {
  if (!CERTAIN.test(text)) return null;
  const bytes: number[] = [];
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    const special = WINDOWS_1252.indexOf(letter);
    if (special >= 0) bytes.push(0x80 + special);
    else if (code <= 0xff) bytes.push(code);
    else return null;
  }
  try {
    return DECODER.decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}
