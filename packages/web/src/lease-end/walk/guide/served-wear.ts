import { readOwnGuide, type WearData } from './read-own-guide.ts';

/** How the lender of this page judges wear. */
export type ServedWear = {
  /** The lender's own guide first, then others to compare with it; empty where it has none. */
  readonly data: readonly WearData[];
  /** Whether two walks may be compared. */
  readonly compareReports: boolean;
};

const NONE: ServedWear = { data: [], compareReports: false };

let served: ServedWear | null = null;

/** The lender's guides and prices: they travel in the page, so that it asks nobody for them. */
export function servedWear(): ServedWear {
  served ??= typeof document === 'undefined' ? NONE : wearIn(blockOf(document));
  return served;
}

/** Says whose guides and prices judge from here on. */
export function serveWear(wear: ServedWear): void {
  served = wear;
}

function blockOf(page: Document): string {
  return page.getElementById('lender-wear')?.textContent ?? '';
}

/** Reads the block of a page: guides and prices in the CSV that a person could load by hand. */
export function wearIn(text: string): ServedWear {
  if (!text.startsWith('{"')) return NONE;
  const { guides, charges, compareReports } = JSON.parse(text) as {
    guides: string[];
    charges: string;
    compareReports: boolean;
  };
  const data = guides.flatMap((guideCsv) => {
    const read = readOwnGuide({ guideCsv, chargesCsv: charges });
    return read.outcome === 'read' ? [read.data] : [];
  });
  return { data, compareReports };
}
