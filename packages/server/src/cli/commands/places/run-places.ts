import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { hoursWritten } from '@roadbook/domain/place/hours-text';
import type { Place } from '@roadbook/domain/place/place';
import { degreesE4, PLACE_COLUMNS, readPlace } from '@roadbook/domain/place/places-csv';
import type { CsvRow } from '@roadbook/domain/wear/csv/csv-row';
import { displaceClosed } from '../../../lease-end/appointments/displace.ts';
import { type CentroidRow, putCentroids } from '../../../lease-end/appointments/places.sql.ts';
import { readPlaces, storePlace } from '../../../lease-end/appointments/places.ts';
import { wearCsvRows } from '../../../lease-end/wear-data/wear-csv-rows.ts';
import type { Shell } from '../../../operation/shell.ts';
import type { RequestOf } from '../../command.ts';
import type { Say } from '../../command-request.ts';
import { ALL_DONE, NOTHING_DONE, SOME_FAILED } from '../../exit-codes.ts';

const ZIP_COLUMNS = ['zip', 'latitude', 'longitude'] as const;
/** Rows of middles in one statement. */
const ZIPS_AT_ONCE = 5_000;

/** Takes places or middles of ZIP codes in, or lists the places. It can be run again. */
export async function runPlaces(
  shell: Shell,
  { file, zips }: RequestOf<'places'>,
  say: Say,
): Promise<number> {
  if (file === null && zips === null) return list(shell, say);
  const codes = [];
  if (file !== null) codes.push(await importPlaces(shell, file, say));
  if (zips !== null) codes.push(await importZips(shell, zips, say));
  return Math.max(...codes);
}

/** Stores each good row. A bad one is named with field, value and rule, and is left out. */
async function importPlaces(shell: Shell, file: string, say: Say): Promise<number> {
  const table = await readTable(file, PLACE_COLUMNS, say);
  if (table === null) return NOTHING_DONE;
  let [changed, same, refused] = [0, 0, 0];
  for (const { lineNumber, cell } of table) {
    const read = readPlace(cell);
    if (read.outcome === 'refused') {
      refused += 1;
      for (const { field, value, rule } of read.defects) {
        say.line(`Line ${lineNumber}, field "${field}", value "${value}". Accepted: ${rule}.`);
      }
      continue;
    }
    const isNew = await storeOne(shell, read.place, basename(file), say);
    if (isNew) changed += 1;
    else same += 1;
  }
  say.line(`Places: ${changed} new or changed, ${same} as before, ${refused} refused.`);
  if (refused === 0) return ALL_DONE;
  return changed + same === 0 ? NOTHING_DONE : SOME_FAILED;
}

/** Stores a place and tells those who lose their time by it. */
function storeOne(shell: Shell, place: Place, by: string, say: Say): Promise<boolean> {
  return shell.store.transaction(async (tx) => {
    if (!(await storePlace(tx, place, by, shell.clock()))) return false;
    const { displaced, offered } = await displaceClosed(tx, shell, place.id);
    if (displaced > 0) {
      say.line(`${place.name} no longer keeps ${displaced} appointments.`);
      say.line(`  All are told; for ${offered} of them another time is kept for two days.`);
    }
    return true;
  });
}

async function importZips({ store }: Shell, file: string, say: Say): Promise<number> {
  const table = await readTable(file, ZIP_COLUMNS, say);
  if (table === null) return NOTHING_DONE;
  const rows: CentroidRow[] = [];
  let refused = 0;
  for (const { lineNumber, cell } of table) {
    const zip = cell('zip').trim();
    const latitude = degreesE4(cell('latitude').trim(), 90);
    const longitude = degreesE4(cell('longitude').trim(), 180);
    if (/^\d{5}$/.test(zip) && latitude !== null && longitude !== null) {
      rows.push({ zip, latitude_e4: latitude, longitude_e4: longitude });
      continue;
    }
    refused += 1;
    const value = ZIP_COLUMNS.map((column) => cell(column)).join(', ');
    say.line(`Line ${lineNumber}, value "${value}". Accepted: such as 60601, 41.8857, -87.6228.`);
  }
  const unique = [...new Map(rows.map((row) => [row.zip, row])).values()];
  for (let at = 0; at < unique.length; at += ZIPS_AT_ONCE) {
    await putCentroids(store, unique.slice(at, at + ZIPS_AT_ONCE));
  }
  say.line(`ZIP codes: ${unique.length} taken, ${refused} refused.`);
  if (refused === 0) return ALL_DONE;
  return unique.length === 0 ? NOTHING_DONE : SOME_FAILED;
}

type Row<C extends string> = {
  readonly lineNumber: number;
  readonly cell: (column: C) => string;
};

/** The rows of a file by the names of its columns, in any order; null where it cannot be read. */
async function readTable<C extends string>(
  file: string,
  columns: readonly C[],
  say: Say,
): Promise<readonly Row<C>[] | null> {
  const info = await stat(file).catch(() => null);
  if (info?.isFile() !== true) {
    say.line(`There is no file ${file}. Name a CSV file with: ${columns.join(', ')}.`);
    return null;
  }
  const rows = wearCsvRows(await readFile(file));
  if ('rule' in rows) {
    say.line(`Line ${rows.lineNumber}: [${rows.rule}] Accepted: ${rows.accepted}.`);
    return null;
  }
  const [header, ...data] = rows;
  const names = (header?.cells ?? []).map((name) => name.trim().toLowerCase());
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0 || data.length === 0) {
    const what = missing.length > 0 ? `It lacks: ${missing.join(', ')}.` : 'It has no rows.';
    say.line(`The file was refused. ${what} The columns are: ${columns.join(', ')}.`);
    return null;
  }
  const cellOf = (row: CsvRow) => (column: C) => row.cells[names.indexOf(column)] ?? '';
  return data.map((row) => ({ lineNumber: row.lineNumber, cell: cellOf(row) }));
}

async function list({ store }: Shell, say: Say): Promise<number> {
  const places = await readPlaces(store);
  for (const version of [...places.values()].flat()) {
    const { id, effectiveFrom, name, city, state, timeZone, hours, bays, slotMinutes } = version;
    say.line(`${id}, from ${effectiveFrom}: ${name}, ${city}, ${state}`);
    say.line(`  ${hoursWritten(hours)} ${timeZone}, ${bays} at once, ${slotMinutes} minutes each`);
  }
  if (places.size === 0) say.line('There are no places yet. See docs/recipes/places.md.');
  return ALL_DONE;
}
