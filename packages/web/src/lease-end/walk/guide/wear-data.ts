import type { ChargeTable } from '@roadbook/domain/wear/charge/charge-table';
import { LARKSPUR_CHARGES } from '@roadbook/domain/wear/charge/demo-charges';
import type { CsvDefect } from '@roadbook/domain/wear/csv/csv-row';
import { readChargesCsv } from '@roadbook/domain/wear/csv/read-charges-csv';
import { readGuideCsv } from '@roadbook/domain/wear/csv/read-guide-csv';
import { DEMO_GUIDES, LARKSPUR_GUIDE } from '@roadbook/domain/wear/guide/demo-guides';
import type { WearGuide } from '@roadbook/domain/wear/guide/guide';
import type { OwnGuide, Walk } from '../walk.ts';
import { splitCsv } from './split-csv.ts';

/** What a walk is judged by: a guide with its prices. */
export type WearData = { readonly guide: WearGuide; readonly charges: ChargeTable };

export const FIRST_GUIDE_ID = LARKSPUR_GUIDE.id;

export type OwnGuideRead =
  | { readonly outcome: 'read'; readonly data: WearData }
  | {
      readonly outcome: 'refused';
      readonly file: 'guide' | 'charges';
      readonly defects: readonly CsvDefect[];
    };

/** Reads the two files of a lender's own guide; the first one that is refused says why. */
export function readOwnGuide({ guideCsv, chargesCsv }: OwnGuide): OwnGuideRead {
  const guide = readGuideCsv(splitCsv(guideCsv));
  if (guide.outcome === 'refused') return { ...guide, file: 'guide' };
  const charges = readChargesCsv(splitCsv(chargesCsv));
  if (charges.outcome === 'refused') return { ...charges, file: 'charges' };
  return { outcome: 'read', data: { guide: guide.guide, charges: charges.charges } };
}

/** Every guide a walk can be judged by: the two of the demonstration, then the loaded one. */
export function wearDataOf({ ownGuide }: Pick<Walk, 'ownGuide'>): readonly WearData[] {
  const demo = DEMO_GUIDES.map((guide) => ({ guide, charges: LARKSPUR_CHARGES }));
  if (ownGuide === null) return demo;
  const own = readOwnGuide(ownGuide);
  if (own.outcome === 'refused') return demo;
  const { guide } = own.data;
  return [...demo, { ...own.data, guide: { ...guide, id: ownGuideId(guide) } }];
}

/** A loaded guide may bear the name of one that is here already. */
export function ownGuideId({ id }: WearGuide): string {
  return DEMO_GUIDES.some((guide) => guide.id === id) ? `${id}-loaded` : id;
}

export function chosenData(walk: Pick<Walk, 'ownGuide' | 'guideId'>): WearData {
  const all = wearDataOf(walk);
  const found = all.find(({ guide }) => guide.id === walk.guideId) ?? all[0];
  if (found === undefined) throw new RangeError('there is always a guide');
  return found;
}
