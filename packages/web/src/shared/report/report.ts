/**
 * A report a person keeps: what a screen showed, as words, tables and drawings, ready to be drawn
 * as a PDF. Every amount in it is text that was formatted from the same cents as on the screen.
 */
export type Report = {
  readonly title: string;
  /** What stands small under the title: when it was made, from what. */
  readonly subtitle: string;
  readonly blocks: readonly ReportBlock[];
  /** One line at the foot of every page. */
  readonly foot: string;
  readonly language: string;
};

export type ReportBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly isQuiet?: boolean }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | ReportTable
  | ReportDrawing
  | ReportPhoto
  | ReportFacts
  | ReportEntry
  | ReportTogether
  | { readonly kind: 'page-break' };

/** A table: the first column is text, the others are amounts or short text set to the right. */
export type ReportTable = {
  readonly kind: 'table';
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly ReportRow[];
};

export type ReportRow = {
  readonly cells: readonly string[];
  /** Small text under the first cell: the rule, the sum it was computed from. */
  readonly note?: string;
  readonly isTotal?: boolean;
};

/** A drawing of paths in its own units, scaled to the given width in millimetres. */
export type ReportDrawing = {
  readonly kind: 'drawing';
  readonly description: string;
  readonly viewBox: readonly [number, number, number, number];
  readonly widthMm: number;
  readonly shapes: readonly ReportShape[];
};

export type ReportShape = {
  readonly path: string;
  /** Colors as `#rrggbb`; absent is none. */
  readonly fill?: string;
  readonly stroke?: string;
  /** In the drawing's units. */
  readonly lineWidth?: number;
  /** Text in the middle of a drawing: its place and size in the drawing's units. */
  readonly label?: {
    readonly x: number;
    readonly y: number;
    readonly size: number;
    readonly text: string;
  };
};

/** A photograph as a JPEG file. */
export type ReportPhoto = {
  readonly kind: 'photo';
  readonly description: string;
  readonly jpeg: Uint8Array;
  readonly widthMm: number;
};

/** Names and what belongs to them, such as "Odometer" and "33,200 miles". */
export type ReportFacts = {
  readonly kind: 'facts';
  readonly rows: readonly { readonly name: string; readonly value: string }[];
};

/**
 * Something with its photographs beside it. It stands on one page whole: its words are never parted
 * from its pictures.
 */
export type ReportEntry = {
  readonly kind: 'entry';
  readonly title: string;
  readonly lines: readonly string[];
  readonly photos: readonly EntryPhoto[];
};

export type EntryPhoto = {
  readonly jpeg: Uint8Array;
  /** What it shows, for people who do not see it. */
  readonly description: string;
  /** What stands under it. */
  readonly caption: string;
};

/** Blocks that stay on one page, if a page can hold them. */
export type ReportTogether = {
  readonly kind: 'together';
  readonly blocks: readonly ReportBlock[];
};
