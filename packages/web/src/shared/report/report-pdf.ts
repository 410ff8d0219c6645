import PDFDocument from 'pdfkit';
import { drawTable } from './draw-table.ts';
import { type Pen, penOn } from './pen.ts';
import type { Report, ReportBlock, ReportDrawing, ReportPhoto } from './report.ts';
import type { ReportFonts } from './report-fonts.ts';

const MARGIN = 54;
/** US letter, in points. */
const PAGE = { width: 612, height: 792 } as const;
const POINTS_PER_MM = 72 / 25.4;

/**
 * The report as a tagged PDF (PDF/UA: headings, tables and pictures that a screen reader can walk)
 * with its typeface embedded. The same bytes' worth in the browser and on a server; `madeAt` is the
 * only thing in it that is not in the report.
 */
export function reportPdf(
  report: Report,
  fonts: ReportFonts,
  madeAt: Date,
  compress = true,
): Promise<Uint8Array<ArrayBuffer>> {
  const doc = new PDFDocument({
    size: 'LETTER',
    margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    lang: report.language,
    displayTitle: true,
    bufferPages: true,
    compress,
    font: fonts.regular as unknown as ArrayBuffer,
    info: { Title: report.title, CreationDate: madeAt },
  });
  const chunks: Uint8Array[] = [];
  const done = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    doc.on('data', (chunk) => chunks.push(chunk));
    doc.on('end', () => resolve(joined(chunks)));
    doc.on('error', (error) => reject(error));
  });
  doc.registerFont('regular', fonts.regular);
  doc.registerFont('bold', fonts.bold);
  const pen = penOn(doc, { ...PAGE, margin: MARGIN });
  pen.words('H1', report.title, { size: 20, isBold: true, after: 2 });
  pen.words('P', report.subtitle, { size: 9, color: '#5a6070', after: 14 });
  for (const block of report.blocks) draw(pen, block);
  footPages(pen, report.foot);
  doc.end();
  return done;
}

function draw(pen: Pen, block: ReportBlock): void {
  switch (block.kind) {
    case 'heading':
      pen.space(8);
      pen.keepTogether(70);
      pen.words('H2', block.text, { size: 13, isBold: true, after: 6 });
      return;
    case 'paragraph':
      pen.words('P', block.text, block.isQuiet === true ? { size: 9, color: '#5a6070' } : {});
      return;
    case 'list':
      for (const item of block.items) pen.words('P', `•  ${item}`, { after: 2 });
      pen.space(6);
      return;
    case 'table':
      drawTable(pen, block);
      return;
    case 'drawing':
      drawShapes(pen, block);
      return;
    case 'photo':
      drawPhoto(pen, block);
      return;
    case 'page-break':
      pen.newPage();
  }
}

function drawShapes(pen: Pen, drawing: ReportDrawing): void {
  const [left, top, width, height] = drawing.viewBox;
  const factor = (drawing.widthMm * POINTS_PER_MM) / width;
  pen.keepTogether(height * factor);
  pen.figure(drawing.description, () => {
    const { doc } = pen;
    doc.save();
    doc.translate(MARGIN - left * factor, pen.y() - top * factor).scale(factor);
    for (const { path, fill, stroke, lineWidth, label } of drawing.shapes) {
      if (path !== '') {
        doc.lineWidth(lineWidth ?? 1).path(path);
        if (fill !== undefined && stroke !== undefined) doc.fillAndStroke(fill, stroke);
        else if (fill !== undefined) doc.fill(fill);
        else doc.stroke(stroke ?? '#1c1e26');
      }
      if (label !== undefined) {
        doc.font('bold').fontSize(label.size).fillColor('#1c1e26');
        const x = label.x - doc.widthOfString(label.text) / 2;
        doc.text(label.text, x, label.y - label.size / 2, { lineBreak: false });
      }
    }
    doc.restore();
  });
  pen.space(height * factor + 10);
}

function drawPhoto(pen: Pen, photo: ReportPhoto): void {
  const image = pen.doc.openImage(photo.jpeg);
  const width = photo.widthMm * POINTS_PER_MM;
  const height = (width * image.height) / image.width;
  pen.keepTogether(height + 10);
  pen.figure(photo.description, () => {
    pen.doc.image(photo.jpeg, MARGIN, pen.y(), { width });
  });
  pen.space(height + 10);
}

/** The foot and the page's number, on every page, outside what is read out. */
function footPages({ doc }: Pen, foot: string): void {
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page);
    doc.markContent('Artifact');
    doc.font('regular').fontSize(8).fillColor('#5a6070');
    const y = PAGE.height - MARGIN + 14;
    doc.text(foot, MARGIN, y, { lineBreak: false });
    const number = `${page + 1} / ${count}`;
    const x = PAGE.width - MARGIN - doc.widthOfString(number);
    doc.text(number, x, y, { lineBreak: false });
    doc.endMarkedContent();
  }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
