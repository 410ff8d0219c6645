import type { Pen } from './pen.ts';
import type { ReportDrawing, ReportPhoto } from './report.ts';

const POINTS_PER_MM = 72 / 25.4;

export function drawShapes(pen: Pen, drawing: ReportDrawing): void {
  const [left, top, , height] = drawing.viewBox;
  const factor = shapesFactor(drawing);
  pen.keepTogether(height * factor);
  pen.figure(drawing.description, () => {
    const { doc, sheet } = pen;
    doc.save();
    doc.translate(sheet.margin - left * factor, pen.y() - top * factor).scale(factor);
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

/** How large a drawing's unit is on paper. */
function shapesFactor({ widthMm, viewBox: [, , width] }: ReportDrawing): number {
  return (widthMm * POINTS_PER_MM) / width;
}

/** How much room a drawing takes, with the space after it. */
export function shapesHeight(drawing: ReportDrawing): number {
  return drawing.viewBox[3] * shapesFactor(drawing) + 10;
}

/** The size of a photograph on paper: as wide as asked for, never taller than half a page. */
function photoSize({ doc, sheet }: Pen, { jpeg, widthMm }: ReportPhoto) {
  const image = doc.openImage(jpeg);
  const wide = (widthMm * POINTS_PER_MM) / image.width;
  const factor = Math.min(wide, (sheet.height - 2 * sheet.margin) / 2 / image.height);
  return { width: image.width * factor, height: image.height * factor };
}

/** How much room a photograph takes, with the space after it. */
export function photoHeight(pen: Pen, photo: ReportPhoto): number {
  return photoSize(pen, photo).height + 10;
}

export function drawPhoto(pen: Pen, photo: ReportPhoto): void {
  const { width } = photoSize(pen, photo);
  pen.keepTogether(photoHeight(pen, photo));
  pen.figure(photo.description, () => {
    pen.doc.image(photo.jpeg, pen.sheet.margin, pen.y(), { width });
  });
  pen.space(photoHeight(pen, photo));
}
