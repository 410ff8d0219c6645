import type { Pen } from './pen.ts';
import type { ReportFacts } from './report.ts';

/** The column of names, in points. */
const NAMES = 110;
const LEADING = 3;

/** How much room names and values take, with the space after them. */
export function factsHeight(pen: Pen, { rows }: ReportFacts): number {
  return rows.reduce((sum, { value }) => sum + rowHeight(pen, value), 8);
}

/** Names to the left, what belongs to them beside. */
export function drawFacts(pen: Pen, { rows }: ReportFacts): void {
  const { doc, sheet } = pen;
  const table = doc.struct('Table');
  doc.addStructure(table);
  for (const { name, value } of rows) {
    const height = rowHeight(pen, value);
    pen.keepTogether(height);
    const top = pen.y();
    const cells: object[] = [
      doc.struct('TH', { scope: 'Row' }, () => {
        pen.style({ color: '#5a6070' });
        doc.text(name, sheet.margin, top, { width: NAMES - 8 });
      }),
      doc.struct('TD', {}, () => {
        pen.style({});
        doc.text(value, sheet.margin + NAMES, top, { width: valuesWidth(pen) });
      }),
    ];
    table.add(doc.struct('TR', {}, cells));
    pen.space(height);
  }
  table.end();
  pen.space(8);
}

function valuesWidth({ sheet }: Pen): number {
  return sheet.width - 2 * sheet.margin - NAMES;
}

function rowHeight(pen: Pen, value: string): number {
  pen.style({});
  return pen.doc.heightOfString(value, { width: valuesWidth(pen) }) + LEADING;
}
