import type { BusinessDate } from '@roadbook/domain/time/calendar';
import type { Queryable } from '../../platform/database/store.ts';
import { wordsText } from '../../platform/database/value-parsers.ts';

export type PlaceRow = {
  readonly place_id: string;
  readonly effective_from: BusinessDate;
  readonly cells: string;
};
export type PlaceDayRow = {
  readonly place_id: string;
  readonly on_day: BusinessDate;
  readonly hours: string;
};

export function placeRows(store: Queryable): Promise<PlaceRow[]> {
  return store.query<PlaceRow>(
    'select place_id, effective_from, cells from place order by place_id, effective_from',
  );
}

export function placeDayRows(store: Queryable): Promise<PlaceDayRow[]> {
  return store.query<PlaceDayRow>(
    'select place_id, on_day, hours from place_day order by place_id, on_day',
  );
}

/** Stores a place as it is from a day on; false where it was just so before. */
export async function putPlace(
  store: Queryable,
  row: PlaceRow & { readonly by: string },
  nowMs: number,
): Promise<boolean> {
  const rows = await store.query(
    `insert into place (place_id, effective_from, cells, stored_at, stored_by)
     values ($1, $2, $3, $4, $5)
     on conflict (place_id, effective_from) do update set cells = excluded.cells,
       stored_at = excluded.stored_at, stored_by = excluded.stored_by
     where place.cells <> excluded.cells returning 1 as one`,
    [row.place_id, row.effective_from, row.cells, new Date(nowMs).toISOString(), row.by],
  );
  return rows.length > 0;
}

/** Gives a place other hours on one day; null brings its usual ones back. */
export async function putPlaceDay(
  store: Queryable,
  { placeId, on, hours, by }: { placeId: string; on: string; hours: string | null; by: string },
  nowMs: number,
): Promise<void> {
  if (hours === null) {
    await store.query('delete from place_day where place_id = $1 and on_day = $2', [placeId, on]);
    return;
  }
  await store.query(
    `insert into place_day (place_id, on_day, hours, stored_at, stored_by)
     values ($1, $2, $3, $4, $5)
     on conflict (place_id, on_day) do update set hours = excluded.hours,
       stored_at = excluded.stored_at, stored_by = excluded.stored_by`,
    [placeId, on, hours, new Date(nowMs).toISOString(), by],
  );
}

export type CentroidRow = {
  readonly zip: string;
  readonly latitude_e4: number;
  readonly longitude_e4: number;
};

export async function centroidOf(store: Queryable, zip: string): Promise<CentroidRow | null> {
  const [row] = await store.query<CentroidRow>(
    'select zip, latitude_e4, longitude_e4 from zip_centroid where zip = $1',
    [zip],
  );
  return row ?? null;
}

/** Stores middles of ZIP codes in place of those known before. */
export async function putCentroids(store: Queryable, rows: readonly CentroidRow[]): Promise<void> {
  await store.query(
    `insert into zip_centroid (zip, latitude_e4, longitude_e4)
     select * from unnest($1::text[], $2::int[], $3::int[])
     on conflict (zip) do update set latitude_e4 = excluded.latitude_e4,
       longitude_e4 = excluded.longitude_e4`,
    [
      wordsText(rows.map(({ zip }) => zip)),
      wordsText(rows.map(({ latitude_e4 }) => latitude_e4)),
      wordsText(rows.map(({ longitude_e4 }) => longitude_e4)),
    ],
  );
}
