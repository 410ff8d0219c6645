const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

// Characters that XML 1.0 forbids in a document, written or referred to.
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/**
 * Text of an element as a reader sees it: entities resolved, line ends made `\n`. Null when it
 * holds an entity that XML does not define (only a document type could, and those are refused) or a
 * character that XML forbids.
 */
export function decodeText(written: string): string | null {
  if (FORBIDDEN.test(written)) return null;
  const lines = written.includes('\r') ? written.replace(/\r\n?/g, '\n') : written;
  if (!lines.includes('&')) return lines;
  let broken = false;
  const decoded = lines.replace(/&([^;&]{0,32});?/g, (whole: string, name: string) => {
    const character = whole.endsWith(';') ? characterOf(name) : null;
    if (character === null) broken = true;
    return character ?? '';
  });
  return broken ? null : decoded;
}

function characterOf(entity: string): string | null {
  const named = Object.hasOwn(NAMED, entity) ? NAMED[entity] : undefined;
  if (named !== undefined) return named;
  const match = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(entity);
  if (match === null) return null;
  const point = match[1] === undefined ? Number(match[2]) : Number.parseInt(match[1], 16);
  if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return null;
  const character = String.fromCodePoint(point);
  return FORBIDDEN.test(character) ? null : character;
}
