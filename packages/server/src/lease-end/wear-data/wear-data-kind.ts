import type { ChargeTable } from '@roadbook/domain/wear/charge/charge-table';
import type { CsvDefect, CsvRow } from '@roadbook/domain/wear/csv/csv-row';
import { readChargesCsv } from '@roadbook/domain/wear/csv/read-charges-csv';
import { readGuideCsv } from '@roadbook/domain/wear/csv/read-guide-csv';
import { writeChargeRows, writeGuideRows } from '@roadbook/domain/wear/csv/write-wear-csv';
import type { WearGuide } from '@roadbook/domain/wear/guide/guide';
import type { Lender, LenderLeaseEnd } from '../../lender/lender.ts';
import type { Queryable } from '../../platform/database/store.ts';
import { storeCharges, storeGuide } from './wear-data.sql.ts';
import { allCharges, allGuides } from './wear-in-force.ts';

type Read<T> =
  | { readonly outcome: 'read'; readonly value: T }
  | { readonly outcome: 'refused'; readonly defects: readonly CsvDefect[] };

/** Guides and tables of charges are read, kept and written alike. */
export type WearDataKind<T extends WearGuide | ChargeTable> = {
  readonly noun: string;
  readonly read: (rows: readonly CsvRow[]) => Read<T>;
  readonly write: (value: T) => readonly (readonly string[])[];
  readonly all: (store: Queryable, lender: Lender) => Promise<T[]>;
  readonly store: (store: Queryable, value: T, source: string, nowMs: number) => Promise<boolean>;
  /** The id whose versions charge at this lender. */
  readonly ownId: (leaseEnd: LenderLeaseEnd) => string;
};

export const GUIDES: WearDataKind<WearGuide> = {
  noun: 'guide',
  read: (rows) => {
    const read = readGuideCsv(rows);
    return read.outcome === 'read' ? { outcome: 'read', value: read.guide } : read;
  },
  write: writeGuideRows,
  all: allGuides,
  store: storeGuide,
  ownId: ({ guideId }) => guideId,
};

export const CHARGES: WearDataKind<ChargeTable> = {
  noun: 'table of charges',
  read: (rows) => {
    const read = readChargesCsv(rows);
    return read.outcome === 'read' ? { outcome: 'read', value: read.charges } : read;
  },
  write: writeChargeRows,
  all: allCharges,
  store: storeCharges,
  ownId: ({ chargeTableId }) => chargeTableId,
};
