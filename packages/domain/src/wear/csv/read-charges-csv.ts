import { type Cents, dollars, parseDollars } from '../../money/cents.ts';
import {
  type ChargeRow,
  type ChargeTable,
  chargeTableDefects,
  PRICED_PER,
  severitiesOf,
} from '../charge/charge-table.ts';
import { partById } from '../walk/car-part.ts';
import { SEVERITIES, type Severity } from '../walk/damage-code.ts';
import {
  type CsvCells,
  type CsvDefect,
  type CsvRow,
  cellsOf,
  checkWidth,
  readDamages,
  readOneOf,
  readParts,
} from './csv-row.ts';
import { readAbout, splitTables } from './csv-tables.ts';

/** The two tables of the file: what the table of charges is, and its prices. */
export const CHARGES_COLUMNS = ['charges', 'version', 'effective from', 'title', 'source'] as const;
export const PRICE_COLUMNS = [
  'parts',
  'damages',
  'severity',
  'per',
  'charge',
  'repair from',
  'repair to',
] as const;

/** No wear of one part costs more: 100,000.00. A larger amount is a slip of the pen. */
const CHARGE_MAX_CENTS: Cents = 10_000_000n;

export type ChargesRead =
  | { readonly outcome: 'read'; readonly charges: ChargeTable }
  | { readonly outcome: 'refused'; readonly defects: readonly CsvDefect[] };

/**
 * Reads a table of charges from the rows of a CSV file: a header and a row about the table, a
 * header and a row for each price. A table that could not price some damage, or that charges less
 * for larger damage, is refused.
 */
export function readChargesCsv(rows: readonly CsvRow[]): ChargesRead {
  const defects: CsvDefect[] = [];
  const tables = splitTables(rows, CHARGES_COLUMNS, PRICE_COLUMNS, defects);
  if (tables === null) return { outcome: 'refused', defects };
  const about = readAbout(tables.about, CHARGES_COLUMNS, defects);
  const prices = tables.rows.map((row) => readPrice(row, defects));
  refuseTwins(tables.rows, prices, defects);
  if (about === null || defects.length > 0) return { outcome: 'refused', defects };
  const charges = { ...about, rows: prices.filter((price) => price !== null) };
  const gaps = gapsOf(charges, tables.rows);
  return gaps.length > 0 ? { outcome: 'refused', defects: gaps } : { outcome: 'read', charges };
}

function readPrice(row: CsvRow, defects: CsvDefect[]): ChargeRow | null {
  if (!checkWidth(PRICE_COLUMNS, row, defects)) return null;
  const cells = cellsOf(PRICE_COLUMNS, row, defects);
  const parts = readParts(cells, 'parts');
  const damages = readDamages(cells, 'damages');
  const severity = readSeverity(cells, damages ?? []);
  const per = readOneOf(cells, 'per', PRICED_PER, 'not-each-or-part');
  const chargeCents = readAmount(cells, 'charge');
  const repairLowCents = readAmount(cells, 'repair from');
  const repairHighCents = readAmount(cells, 'repair to');
  if (repairLowCents !== null && repairHighCents !== null && repairHighCents < repairLowCents) {
    cells.refuse('repair to', 'repair-range-reversed', [cells.text('repair from')]);
  }
  const incomplete = parts === null || damages === null || severity === null || per === null;
  if (incomplete || chargeCents === null) return null;
  if (repairLowCents === null || repairHighCents === null) return null;
  return { parts, damages, severity, per, chargeCents, repairLowCents, repairHighCents };
}

function readSeverity(cells: CsvCells, damages: ChargeRow['damages']): Severity | null {
  const text = cells.text('severity');
  const severity = SEVERITIES.find((each) => `${each}` === text);
  if (severity === undefined) {
    return cells.refuse('severity', 'not-a-severity', SEVERITIES.map(String));
  }
  const possible = SEVERITIES.filter((each) =>
    damages.every((damage) => severitiesOf(damage).includes(each)),
  );
  if (damages.length === 0 || possible.includes(severity)) return severity;
  return cells.refuse('severity', 'severity-not-of-damage', possible.map(String));
}

function readAmount(cells: CsvCells, column: string): Cents | null {
  const cents = parseDollars(cells.text(column));
  if (cents !== null && cents >= 0n && cents <= CHARGE_MAX_CENTS) return cents;
  return cells.refuse(column, 'not-an-amount', ['120.00']);
}

/** Two prices for one thing would leave the charge to the order of the rows. */
function refuseTwins(
  rows: readonly CsvRow[],
  prices: readonly (ChargeRow | null)[],
  defects: CsvDefect[],
): void {
  const priced = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const price = prices[index];
    if (price === null || price === undefined) continue;
    const own = price.parts.flatMap((part) =>
      price.damages.map((damage) => `${part} ${damage} ${price.severity}`),
    );
    const twin = own.find((each) => priced.has(each));
    if (twin !== undefined) {
      cellsOf(PRICE_COLUMNS, row, defects).refuse('parts', 'price-twice', [twin]);
    }
    for (const each of own) priced.add(each);
  }
}

/**
 * What is wrong with the table as a whole. A price that serves many parts is refused once, at its
 * own line; a missing one after the last line, with what a further row would have to be about.
 */
function gapsOf(charges: ChargeTable, rows: readonly CsvRow[]): CsvDefect[] {
  const gaps = new Map<string, CsvDefect>();
  for (const { rule, partId, damage, severity, row, smaller } of chargeTableDefects(charges)) {
    const line = row === null ? -1 : charges.rows.indexOf(row);
    const lineNumber = rows.at(line)?.lineNumber ?? 1;
    const kind = partById(partId)?.kind ?? partId;
    const key = `${rule} ${row === null ? kind : line} ${damage}`;
    if (gaps.has(key)) continue;
    if (row === null || smaller === null) {
      const accepted = [`${kind} ${damage} ${severity}`];
      gaps.set(key, { lineNumber, column: 'parts', rule, value: '', accepted });
    } else if (rule === 'charge-falls') {
      const accepted = [dollars(smaller.chargeCents)];
      const value = dollars(row.chargeCents);
      gaps.set(key, { lineNumber, column: 'charge', rule, value, accepted });
    } else {
      gaps.set(key, { lineNumber, column: 'per', rule, value: row.per, accepted: [smaller.per] });
    }
  }
  return [...gaps.values()];
}
