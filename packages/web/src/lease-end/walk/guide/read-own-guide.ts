import type { ChargeTable } from '@roadbook/domain/wear/charge/charge-table';
import type { CsvDefect } from '@roadbook/domain/wear/csv/csv-row';
import { readChargesCsv } from '@roadbook/domain/wear/csv/read-charges-csv';
import { readGuideCsv } from '@roadbook/domain/wear/csv/read-guide-csv';
import type { WearGuide } from '@roadbook/domain/wear/guide/guide';
import type { OwnGuide } from '../walk.ts';
import { splitCsv } from './split-csv.ts';

/** What a walk is judged by: a guide with its prices. */
export type WearData = { readonly guide: WearGuide; readonly charges: ChargeTable };

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
