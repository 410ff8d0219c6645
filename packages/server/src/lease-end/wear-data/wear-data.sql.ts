import { decode, encode } from '@roadbook/api/wire';
import type { ChargeTable } from '@roadbook/domain/wear/charge/charge-table';
import type { WearGuide } from '@roadbook/domain/wear/guide/guide';
import { type Queryable, statement } from '../../platform/database/store.ts';

/** A stored version of a guide or table, its text not read yet. */
export type WearRow = {
  readonly id: string;
  readonly version: number;
  readonly effective_from: string;
  readonly source: string;
  readonly imported_at: string;
  readonly rows: string;
};

const GUIDES = statement(
  'wear-guides',
  `select guide_id as id, version, effective_from, source, imported_at, rows
   from wear_guide order by guide_id, version`,
);

const CHARGES = statement(
  'charge-tables',
  `select table_id as id, version, effective_from, source, imported_at, rows
   from charge_table order by table_id, version`,
);

/** Every imported version of every guide. */
export function readGuideRows(store: Queryable): Promise<WearRow[]> {
  return store.query<WearRow>(GUIDES);
}

export function readChargeRows(store: Queryable): Promise<WearRow[]> {
  return store.query<WearRow>(CHARGES);
}

export function guideOf({ rows }: WearRow): WearGuide {
  return decode<WearGuide>(rows);
}

export function chargesOf({ rows }: WearRow): ChargeTable {
  return decode<ChargeTable>(rows);
}

/**
 * Stores a version of a guide. One that is there already is never changed: answers whether it was
 * stored.
 */
export async function storeGuide(
  store: Queryable,
  guide: WearGuide,
  source: string,
  nowMs: number,
): Promise<boolean> {
  const done = await store.query(
    `insert into wear_guide (guide_id, version, effective_from, source, rows, imported_at)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning version`,
    valuesOf(guide, source, nowMs),
  );
  return done.length > 0;
}

/** The same for a table of charges. */
export async function storeCharges(
  store: Queryable,
  charges: ChargeTable,
  source: string,
  nowMs: number,
): Promise<boolean> {
  const done = await store.query(
    `insert into charge_table (table_id, version, effective_from, source, rows, imported_at)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning version`,
    valuesOf(charges, source, nowMs),
  );
  return done.length > 0;
}

function valuesOf(given: WearGuide | ChargeTable, source: string, nowMs: number): unknown[] {
  const { id, version, effectiveFrom } = given;
  return [id, version, effectiveFrom, source, encode(given), new Date(nowMs).toISOString()];
}
