import type { Pen } from './pen.ts';

const SIZE = 8;
const LEADING = 10;
/** Between the foot and the number of the page. */
const CLEAR = 24;
/** More lines than these would leave the paper. */
const LINES_MAX = 2;

/** The foot and the page's number, on every page, outside what is read out. */
export function footPages({ doc, sheet }: Pen, foot: string): void {
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page);
    doc.markContent('Artifact');
    doc.font('regular').fontSize(SIZE).fillColor('#5a6070');
    const y = sheet.height - sheet.margin + 14;
    const number = `${page + 1} / ${count}`;
    const numberAt = sheet.width - sheet.margin - doc.widthOfString(number);
    const width = numberAt - CLEAR - sheet.margin;
    const lines = wrapped(foot, (text) => doc.widthOfString(text) <= width).slice(0, LINES_MAX);
    for (const [index, line] of lines.entries()) {
      doc.text(line, sheet.margin, y + index * LEADING, { lineBreak: false });
    }
    doc.text(number, numberAt, y, { lineBreak: false });
    doc.endMarkedContent();
  }
}

/** Words in lines that fit. Below the margin the drawing library would begin another page. */
export function wrapped(text: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && !fits(longer)) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}
