import type { Pen } from './pen.ts';
import type { ReportRow, ReportTable } from './report.ts';

/** Every column after the first is this wide, in points. */
const COLUMN = 86;
const LEADING = 4;

/**
 * A table with its caption: text to the left, amounts to the right, a rule over totals. A row is
 * never split over two pages.
 */
export function drawTable(pen: Pen, table: ReportTable): void {
  const { doc } = pen;
  pen.keepTogether(60);
  if (table.caption !== '') pen.words('P', table.caption, { isBold: true, after: 4 });
  const structure = doc.struct('Table');
  doc.addStructure(structure);
  if (table.head.length > 0) {
    drawRow(pen, structure, 'TH', { cells: table.head }, table.head.length);
  }
  const columns = Math.max(table.head.length, ...table.rows.map(({ cells }) => cells.length));
  for (const row of table.rows) drawRow(pen, structure, 'TD', row, columns);
  structure.end();
  pen.space(12);
}

type Structure = ReturnType<Pen['doc']['struct']>;

function drawRow(
  pen: Pen,
  table: Structure,
  tag: 'TH' | 'TD',
  row: ReportRow,
  columns: number,
): void {
  const { doc, sheet } = pen;
  const inner = sheet.width - 2 * sheet.margin;
  const first = inner - (columns - 1) * COLUMN;
  const isBold = tag === 'TH' || row.isTotal === true;
  const size = tag === 'TH' ? 9 : 10.5;
  pen.style({ size, isBold });
  const [name = '', ...values] = row.cells;
  // An empty name takes a line of its own all the same: amounts stand beside it.
  const nameHeight = doc.heightOfString(name === '' ? ' ' : name, { width: first - 8 });
  pen.style({ size: 8.5 });
  const note = row.note ?? '';
  const noteHeight = note === '' ? 0 : doc.heightOfString(note, { width: first - 8 }) + 1;
  const height = nameHeight + noteHeight;
  pen.keepTogether(height + LEADING * 2);
  const top = pen.y() + LEADING;
  if (row.isTotal === true) ruleOver(pen, pen.y());
  const cells: object[] = [
    doc.struct(tag, cellOptions(tag), () => {
      pen.style({ size, isBold });
      doc.text(name, sheet.margin, top, { width: first - 8 });
      if (note === '') return;
      pen.style({ size: 8.5, color: '#5a6070' });
      doc.text(note, sheet.margin, top + nameHeight + 1, { width: first - 8 });
    }),
    ...values.map((value, index) =>
      doc.struct(tag, cellOptions(tag), () => {
        pen.style({ size, isBold });
        const left = sheet.margin + first + index * COLUMN;
        doc.text(value, left, top, { width: COLUMN, align: 'right' });
      }),
    ),
  ];
  const line = doc.struct('TR', {}, cells);
  table.add(line);
  pen.space(height + LEADING * 2);
}

function cellOptions(tag: 'TH' | 'TD'): Record<string, unknown> {
  return tag === 'TH' ? { scope: 'Column' } : {};
}

function ruleOver({ doc, sheet }: Pen, y: number): void {
  doc.markContent('Artifact');
  doc.lineWidth(0.7).strokeColor('#9aa0ae');
  doc
    .moveTo(sheet.margin, y)
    .lineTo(sheet.width - sheet.margin, y)
    .stroke();
  doc.endMarkedContent();
}
