import type PDFDocument from 'pdfkit';

export type WordStyle = {
  readonly size?: number;
  readonly isBold?: boolean;
  readonly color?: string;
  /** Points of space that follow. */
  readonly after?: number;
};

export type Sheet = { readonly width: number; readonly height: number; readonly margin: number };

/** Points of space after words that say nothing else. */
const AFTER = 6;

/** Where on the paper the next thing goes, and the few ways in which things are put there. */
export type Pen = {
  readonly doc: PDFDocument;
  readonly sheet: Sheet;
  readonly y: () => number;
  readonly space: (points: number) => void;
  /** Begins a new page unless so many points are left on this one. */
  readonly keepTogether: (points: number) => void;
  readonly newPage: () => void;
  readonly style: (style: WordStyle) => void;
  /** Words across the page, as one element of the document's structure. */
  readonly words: (tag: string, text: string, style: WordStyle) => void;
  /** How much room words take, with what follows them. */
  readonly heightOf: (text: string, style: WordStyle) => number;
  /** A picture with the words that stand for it. */
  readonly figure: (description: string, draw: () => void) => void;
};

export function penOn(doc: PDFDocument, sheet: Sheet): Pen {
  let at = sheet.margin;
  const bottom = sheet.height - sheet.margin;
  const inner = sheet.width - 2 * sheet.margin;
  const options = { width: inner, lineGap: 2 };
  const newPage = (): void => {
    doc.addPage();
    at = sheet.margin;
  };
  const keepTogether = (points: number): void => {
    if (at + points > bottom && at > sheet.margin) newPage();
  };
  const style = ({ size = 10.5, isBold = false, color = '#1c1e26' }: WordStyle): void => {
    doc
      .font(isBold ? 'bold' : 'regular')
      .fontSize(size)
      .fillColor(color);
  };
  return {
    doc,
    sheet,
    newPage,
    keepTogether,
    style,
    y: () => at,
    space: (points) => {
      at += points;
    },
    heightOf: (text, given) => {
      style(given);
      return doc.heightOfString(text, options) + (given.after ?? AFTER);
    },
    words: (tag, text, given) => {
      style(given);
      const height = doc.heightOfString(text, options);
      keepTogether(height);
      style(given);
      const top = at;
      doc.addStructure(
        doc.struct(tag, () => {
          doc.text(text, sheet.margin, top, options);
        }),
      );
      at += height + (given.after ?? AFTER);
    },
    figure: (description, draw) => {
      doc.addStructure(doc.struct('Figure', { alt: description }, draw));
    },
  };
}
