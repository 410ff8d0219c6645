/// <reference path="./pdfkit.d.ts" />
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

/** US letter, in points. The address stands in the window of a number 10 envelope. */
const MARGIN = 64;
const WIDTH = 612;
const WINDOW_TOP = 150;
const BODY_TOP = 268;

const INK = '#1c1e26';
const QUIET = '#5a6070';

/** A letter on paper, one page: all of it as texts. */
export type PaperLetter = {
  readonly sender: readonly string[];
  readonly address: readonly string[];
  readonly day: string;
  readonly title: string;
  readonly greeting: string;
  readonly before: readonly string[];
  /** What stands out: a code, with what it is. */
  readonly code: { readonly label: string; readonly text: string };
  readonly after: readonly string[];
  readonly closing: readonly string[];
  /** Where the letter leads, as a picture for a telephone; its dark squares, row by row. */
  readonly picture: { readonly alt: string; readonly squares: readonly (readonly boolean[])[] };
};

/** Letters that become one PDF: pages as they come, so that many do not need much memory. */
export type Paper = {
  readonly add: (letter: PaperLetter) => void;
  /** Ends the file; resolves when the last byte was handed over. */
  readonly end: () => Promise<void>;
};

/** Begins a PDF (tagged, its typeface inside) whose bytes go to `take`. */
export async function beginPaper(
  about: { readonly title: string; readonly madeAt: Date },
  take: (chunk: Uint8Array) => void,
): Promise<Paper> {
  const fonts = await loadFonts();
  const doc = new PDFDocument({
    size: 'LETTER',
    margins: { top: MARGIN, bottom: 40, left: MARGIN, right: MARGIN },
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    lang: 'en-US',
    displayTitle: true,
    autoFirstPage: false,
    font: fonts.regular,
    info: { Title: about.title, CreationDate: about.madeAt },
  });
  for (const [name, source] of Object.entries(fonts)) doc.registerFont(name, source);
  const done = new Promise<void>((resolve, reject) => {
    doc.on('data', take);
    doc.on('end', () => resolve());
    doc.on('error', (error) => reject(error));
  });
  return {
    add: (letter) => drawLetter(doc, letter),
    end: () => {
      doc.end();
      return done;
    },
  };
}

function drawLetter(doc: PDFDocument, letter: PaperLetter): void {
  doc.addPage();
  const [name = '', ...rest] = letter.sender;
  say(doc, 'P', name, { size: 11, isBold: true, y: MARGIN, after: 1 });
  for (const line of rest) say(doc, 'P', line, { size: 9, color: QUIET, after: 0 });
  doc.y = WINDOW_TOP;
  for (const line of letter.address) say(doc, 'P', line, { size: 11, after: 1 });
  doc.y = BODY_TOP;
  say(doc, 'P', letter.day, { color: QUIET, after: 14 });
  say(doc, 'H1', letter.title, { size: 17, isBold: true, after: 12 });
  say(doc, 'P', letter.greeting);
  for (const text of letter.before) say(doc, 'P', text);
  doc.y += 6;
  const top = doc.y;
  say(doc, 'P', letter.code.label, { size: 9, color: QUIET, after: 2 });
  say(doc, 'P', letter.code.text, { size: 22, isBold: true, spacing: 1.5, after: 14 });
  drawPicture(doc, letter, top);
  for (const text of letter.after) say(doc, 'P', text);
  doc.y += 8;
  doc.strokeColor('#c9cbd1').lineWidth(0.5);
  doc.addStructure(
    doc.struct('Artifact', () => {
      doc
        .moveTo(MARGIN, doc.y)
        .lineTo(WIDTH - MARGIN, doc.y)
        .stroke();
    }),
  );
  doc.y += 10;
  for (const text of letter.closing) say(doc, 'P', text, { size: 9, color: QUIET, after: 3 });
}

const SQUARE = 2.6;

/** The picture stands to the right of the code; what follows begins below both. */
function drawPicture(doc: PDFDocument, { picture }: PaperLetter, top: number): void {
  const size = picture.squares.length * SQUARE;
  const left = WIDTH - MARGIN - size;
  doc.addStructure(
    doc.struct('Figure', { alt: picture.alt }, () => {
      for (const [row, squares] of picture.squares.entries()) {
        for (const [column, isDark] of squares.entries()) {
          if (isDark) doc.rect(left + column * SQUARE, top + row * SQUARE, SQUARE, SQUARE);
        }
      }
      doc.fill(INK);
    }),
  );
  doc.y = Math.max(doc.y, top + size + 14);
}

type Style = {
  readonly size?: number;
  readonly isBold?: boolean;
  readonly color?: string;
  readonly spacing?: number;
  readonly after?: number;
  readonly y?: number;
};

/** Words across the page, as one element of the document's structure. */
function say(doc: PDFDocument, tag: string, text: string, style: Style = {}): void {
  const { size = 11, isBold = false, color = INK, spacing = 0, after = 8, y = doc.y } = style;
  const runs = runsOf(text);
  doc.fontSize(size).fillColor(color);
  doc.addStructure(
    doc.struct(tag, () => {
      for (const [at, run] of runs.entries()) {
        doc.font(`${isBold ? 'bold' : 'regular'}${run.isPlain ? '' : 'More'}`);
        const options = {
          width: WIDTH - 2 * MARGIN,
          lineGap: 2,
          characterSpacing: spacing,
          continued: at < runs.length - 1,
        };
        if (at === 0) doc.text(run.text, MARGIN, y, options);
        else doc.text(run.text, options);
      }
    }),
  );
  doc.y += after;
}

/** What the first file of the typeface draws: English and the languages of western Europe. */
const PLAIN = /[ -\u00ff\u0131\u0152\u0153\u02c6\u02da\u02dc\u2000-\u206f\u20ac\u2122]/;

/** A text in runs that one file of the typeface draws; names come from everywhere. */
export function runsOf(text: string): { readonly text: string; readonly isPlain: boolean }[] {
  const runs: { text: string; isPlain: boolean }[] = [];
  for (const character of text.normalize('NFC')) {
    const isPlain = PLAIN.test(character);
    const last = runs.at(-1);
    if (last?.isPlain === isPlain) last.text += character;
    else runs.push({ text: character, isPlain });
  }
  return runs.length === 0 ? [{ text: ' ', isPlain: true }] : runs;
}

const find = createRequire(import.meta.url).resolve;

/** The typeface of the screens, in its two cuts; `More` has the letters beyond western Europe. */
async function loadFonts() {
  const file = (name: string): Promise<Uint8Array> =>
    readFile(find(`@fontsource/source-sans-3/files/source-sans-3-${name}-normal.woff`));
  const [regular, regularMore, bold, boldMore] = await Promise.all([
    file('latin-400'),
    file('latin-ext-400'),
    file('latin-600'),
    file('latin-ext-600'),
  ]);
  return { regular, regularMore, bold, boldMore };
}
