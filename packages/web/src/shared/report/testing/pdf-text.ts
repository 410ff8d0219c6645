/**
 * The words of an uncompressed PDF of ours, page by page, in the order in which they were drawn:
 * glyph numbers looked up in each font's ToUnicode table.
 */
export function pdfText(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes).toString('latin1');
  const fonts = new Map<string, Map<string, string>>();
  for (const [, name = '', object = ''] of raw.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    if (!fonts.has(name)) fonts.set(name, glyphsOf(raw, object));
  }
  const words: string[] = [];
  let glyphs = new Map<string, string>();
  const drawn = /\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g;
  for (const [, font, shown] of raw.matchAll(drawn)) {
    if (font !== undefined) glyphs = fonts.get(font) ?? new Map();
    if (shown === undefined) continue;
    const hex = [...shown.matchAll(/<([0-9a-f]*)>/g)].map(([, each]) => each).join('');
    words.push((hex.match(/.{4}/g) ?? []).map((code) => glyphs.get(code) ?? '?').join(''));
  }
  return words.join('\n');
}

function glyphsOf(raw: string, object: string): Map<string, string> {
  const font = bodyOf(raw, object);
  const [, unicode = ''] = /\/ToUnicode (\d+) 0 R/.exec(font) ?? [];
  const table = bodyOf(raw, unicode);
  const glyphs = new Map<string, string>();
  // A ligature is one glyph of several letters, written with a space between them.
  for (const [, from = '', list = ''] of table.matchAll(
    /<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g,
  )) {
    [...list.matchAll(/<([0-9a-f ]+)>/g)].forEach(([, text = ''], index) => {
      const code = (Number.parseInt(from, 16) + index).toString(16).padStart(4, '0');
      const parts = text.match(/[0-9a-f]{4}/g) ?? [];
      glyphs.set(code, parts.map((u) => String.fromCharCode(Number.parseInt(u, 16))).join(''));
    });
  }
  return glyphs;
}

function bodyOf(raw: string, object: string): string {
  const start = raw.search(new RegExp(`(?:^|\\n)${object} 0 obj`));
  return start < 0 ? '' : raw.slice(start, raw.indexOf('endobj', start));
}
