import type { Pen } from './pen.ts';
import type { EntryPhoto, ReportEntry } from './report.ts';

/** The picture beside the words, and those in rows below them, in points. */
const BESIDE = { width: 190, height: 150 } as const;
const BELOW = { width: 156, height: 118 } as const;
const IN_ROW = 3;
const GAP = 14;
const CAPTION = { size: 8, color: '#5a6070' } as const;
const CAPTION_HEIGHT = 22;
const TITLE = { size: 11, isBold: true } as const;
const LINE = { size: 9.5 } as const;

/** How much room an entry takes. With eight pictures and a long note it is less than a page. */
export function entryHeight(pen: Pen, entry: ReportEntry): number {
  const { photos } = entry;
  const rows = Math.ceil(Math.max(0, photos.length - 1) / IN_ROW);
  const beside = photos.length === 0 ? 0 : BESIDE.height + CAPTION_HEIGHT;
  return (
    Math.max(wordsHeight(pen, entry), beside) + rows * (BELOW.height + CAPTION_HEIGHT + 6) + GAP
  );
}

/** Draws an entry: its words to the left, its first picture to the right, the others below. */
export function drawEntry(pen: Pen, entry: ReportEntry): void {
  const { sheet } = pen;
  pen.keepTogether(entryHeight(pen, entry));
  const top = pen.y();
  const [first, ...others] = entry.photos;
  drawWords(pen, entry);
  if (first !== undefined) {
    drawPhoto(pen, first, { ...BESIDE, x: sheet.width - sheet.margin - BESIDE.width, y: top });
  }
  const beside = first === undefined ? 0 : BESIDE.height + CAPTION_HEIGHT;
  const rowsFrom = top + Math.max(wordsHeight(pen, entry), beside) + 6;
  for (const [index, photo] of others.entries()) {
    const x = sheet.margin + (index % IN_ROW) * (BELOW.width + GAP);
    const row = Math.floor(index / IN_ROW);
    drawPhoto(pen, photo, { ...BELOW, x, y: rowsFrom + row * (BELOW.height + CAPTION_HEIGHT + 6) });
  }
  pen.space(entryHeight(pen, entry));
}

/** Words stay clear of the picture beside them. */
function wordsWidth({ sheet }: Pen, { photos }: ReportEntry): number {
  const inner = sheet.width - 2 * sheet.margin;
  return photos.length === 0 ? inner : inner - BESIDE.width - GAP;
}

function wordsHeight(pen: Pen, entry: ReportEntry): number {
  return placedWords(pen, entry).reduce((sum, { height }) => sum + height, 0);
}

function placedWords(pen: Pen, entry: ReportEntry) {
  const width = wordsWidth(pen, entry);
  const words = [
    { text: entry.title, style: TITLE, tag: 'H3' },
    ...entry.lines.map((text) => ({ text, style: LINE, tag: 'P' })),
  ];
  return words.map((each) => {
    pen.style(each.style);
    return { ...each, height: pen.doc.heightOfString(each.text, { width, lineGap: 2 }) + 3 };
  });
}

function drawWords(pen: Pen, entry: ReportEntry): void {
  const { doc, sheet } = pen;
  const width = wordsWidth(pen, entry);
  let top = pen.y();
  for (const { text, style, tag, height } of placedWords(pen, entry)) {
    const y = top;
    doc.addStructure(
      doc.struct(tag, () => {
        pen.style(style);
        doc.text(text, sheet.margin, y, { width, lineGap: 2 });
      }),
    );
    top += height;
  }
}

type Box = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** A picture within its box, in its own shape: upright, wide or very long ones all fit. */
function drawPhoto(pen: Pen, { jpeg, description, caption }: EntryPhoto, box: Box): void {
  const { doc } = pen;
  const { width, height } = doc.openImage(jpeg);
  const factor = Math.min(box.width / width, box.height / height);
  pen.figure(description, () => {
    doc.image(jpeg, box.x, box.y, { width: width * factor });
  });
  doc.addStructure(
    doc.struct('Caption', () => {
      pen.style(CAPTION);
      doc.text(caption, box.x, box.y + height * factor + 3, { width: box.width });
    }),
  );
}
