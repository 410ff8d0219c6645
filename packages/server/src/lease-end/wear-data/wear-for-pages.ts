import { writeChargeRows, writeGuideRows } from '@roadbook/domain/wear/csv/write-wear-csv';
import { openDayOf, servicingDayAt } from '../../book/day/business-day.ts';
import type { Shell } from '../../operation/shell.ts';
import { csvLine } from './wear-csv-rows.ts';
import { wearInForce } from './wear-in-force.ts';

/** What a public page carries of the lender's way to judge wear, as the browser reads it. */
export type PageWear = {
  readonly compareReports: boolean;
  /** Guides as the CSV of an import: the lender's own first, then others to compare with it. */
  readonly guides: readonly string[];
  /** The lender's prices as CSV; empty where it has no guide or no prices in force. */
  readonly charges: string;
};

/** The lender's guides and prices in force on the open day, never those of another lender. */
export async function wearForPages({ store, lender, clock }: Shell): Promise<PageWear> {
  const { compareReports } = lender.wear;
  const on = (await openDayOf(store)) ?? servicingDayAt(lender, clock());
  const wear = await wearInForce(store, lender, on);
  if (wear === null) return { compareReports, guides: [], charges: '' };
  return {
    compareReports,
    guides: [wear.guide, ...wear.otherGuides].map((guide) => csvText(writeGuideRows(guide))),
    charges: csvText(writeChargeRows(wear.charges)),
  };
}

function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${csvLine(cells)}\n`).join('');
}
