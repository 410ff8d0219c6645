import PDFDocument from 'pdfkit';
import { HEADING, heightOf, ITEM, leastHeight, paragraphStyle } from './block-height.ts';
import { drawEntry } from './draw-entry.ts';
import { drawFacts } from './draw-facts.ts';
import { footPages } from './draw-foot.ts';
import { drawPhoto, drawShapes } from './draw-pictures.ts';
import { drawTable } from './draw-table.ts';
import { type Pen, penOn } from './pen.ts';
import type { Report, ReportBlock } from './report.ts';
import type { ReportFonts } from './report-fonts.ts';

const MARGIN = 54;
/** US letter, in points. */
const PAGE = { width: 612, height: 792 } as const;

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
  drawAll(pen, report.blocks);
  footPages(pen, report.foot);
  doc.end();
  return done;
}

/** A heading stands with at least the beginning of what follows it. */
function drawAll(pen: Pen, blocks: readonly ReportBlock[]): void {
  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1];
    if (block.kind === 'heading' && next !== undefined) {
      pen.keepTogether(heightOf(pen, block) + leastHeight(pen, next));
    }
    draw(pen, block);
  }
}

function draw(pen: Pen, block: ReportBlock): void {
  switch (block.kind) {
    case 'heading':
      pen.space(HEADING.before);
      pen.words('H2', block.text, HEADING);
      return;
    case 'paragraph':
      pen.words('P', block.text, paragraphStyle(block));
      return;
    case 'list':
      for (const item of block.items) pen.words('P', `•  ${item}`, ITEM);
      pen.space(6);
      return;
    case 'facts':
      drawFacts(pen, block);
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
    case 'entry':
      drawEntry(pen, block);
      return;
    case 'together':
      pen.keepTogether(leastHeight(pen, block));
      drawAll(pen, block.blocks);
      return;
    case 'page-break':
      pen.newPage();
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
