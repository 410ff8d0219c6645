import { entryHeight } from './draw-entry.ts';
import { factsHeight } from './draw-facts.ts';
import { photoHeight, shapesHeight } from './draw-pictures.ts';
import type { Pen, WordStyle } from './pen.ts';
import type { ReportBlock } from './report.ts';

export const HEADING = { size: 13, isBold: true, after: 6, before: 8 } as const;
export const ITEM = { after: 2 } as const;
const QUIET = { size: 9, color: '#5a6070' } as const;
/** A table's caption, its heads and its first row. */
const TABLE_BEGINS = 60;

export function paragraphStyle({ isQuiet }: { readonly isQuiet?: boolean }): WordStyle {
  return isQuiet === true ? QUIET : {};
}

/** How much room a block takes; of a table, what its beginning takes. */
export function heightOf(pen: Pen, block: ReportBlock): number {
  switch (block.kind) {
    case 'heading':
      return HEADING.before + pen.heightOf(block.text, HEADING);
    case 'paragraph':
      return pen.heightOf(block.text, paragraphStyle(block));
    case 'list':
      return block.items.reduce((sum, item) => sum + pen.heightOf(`•  ${item}`, ITEM), 6);
    case 'facts':
      return factsHeight(pen, block);
    case 'table':
      return TABLE_BEGINS;
    case 'drawing':
      return shapesHeight(block);
    case 'photo':
      return photoHeight(pen, block);
    case 'entry':
      return entryHeight(pen, block);
    case 'together':
      return block.blocks.reduce((sum, each) => sum + heightOf(pen, each), 0);
    case 'page-break':
      return 0;
  }
}

/** What of a block must stand with the heading above it: all of it, if a page can hold it. */
export function leastHeight(pen: Pen, block: ReportBlock): number {
  const { sheet } = pen;
  const height = heightOf(pen, block);
  if (block.kind === 'list') return Math.min(height, TABLE_BEGINS);
  return height > sheet.height - 2 * sheet.margin - TABLE_BEGINS ? TABLE_BEGINS : height;
}
