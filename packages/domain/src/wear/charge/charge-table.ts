import type { Cents } from '../../money/cents.ts';
import type { BusinessDate } from '../../time/calendar.ts';
import { CAR_PARTS, type CarPart } from '../walk/car-part.ts';
import { SEVERITIES, type Severity } from '../walk/damage-code.ts';
import { type DamageType, damagesOf, measuredBy } from '../walk/damage-type.ts';

/**
 * What the price buys: each mark for itself, or the whole part, which is then replaced once however
 * many findings it has.
 */
export const PRICED_PER = ['each', 'part'] as const;
export type PricedPer = (typeof PRICED_PER)[number];

/** A price holds for its severity and for larger ones, up to the next price. */
export type ChargeRow = {
  /** Kinds of part or single parts by id; a price for the single part goes before its kind's. */
  readonly parts: readonly string[];
  readonly damages: readonly DamageType[];
  /** 6 for what is missing and only there; 1 for damage without a size. */
  readonly severity: Severity;
  readonly per: PricedPer;
  /** What the lender charges. */
  readonly chargeCents: Cents;
  /** What a shop typically asks, from and to. */
  readonly repairLowCents: Cents;
  readonly repairHighCents: Cents;
};

/** A lender's table of wear charges: dated data. */
export type ChargeTable = {
  readonly id: string;
  readonly version: number;
  readonly effectiveFrom: BusinessDate;
  readonly title: string;
  readonly source: string;
  readonly rows: readonly ChargeRow[];
};

/** The price of a damage, or null where the table has none, which a checked table never does. */
export function priceOf(
  table: ChargeTable,
  part: CarPart,
  damage: DamageType,
  severity: Severity,
): ChargeRow | null {
  const priced = table.rows.filter((row) => row.damages.includes(damage));
  const own = priced.filter((row) => row.parts.includes(part.id));
  const rows = own.length > 0 ? own : priced.filter((row) => row.parts.includes(part.kind));
  let best: ChargeRow | null = null;
  for (const row of rows) {
    if (row.severity > severity) continue;
    if (best === null || row.severity > best.severity) best = row;
  }
  return best;
}

/** The severities that a damage can have. */
export function severitiesOf(damage: DamageType): readonly Severity[] {
  if (damage === 'missing') return [6];
  return measuredBy(damage) === 'size' ? SEVERITIES.filter((each) => each < 6) : [1];
}

export const CHARGE_TABLE_DEFECTS = [
  'price-missing',
  'charge-falls',
  'price-changes-kind',
] as const;
export type ChargeTableDefect = {
  readonly rule: (typeof CHARGE_TABLE_DEFECTS)[number];
  readonly partId: string;
  readonly damage: DamageType;
  readonly severity: Severity;
  /** The price that is wrong, and the one for smaller damage that it does not follow. */
  readonly row: ChargeRow | null;
  readonly smaller: ChargeRow | null;
};

/**
 * What keeps a table from being used: a damage that some part can have and that has no price, a
 * larger damage that costs less than a smaller one, and a price that changes with size between each
 * mark and the whole part, because then no order of the two is certain.
 */
export function chargeTableDefects(table: ChargeTable): ChargeTableDefect[] {
  return CAR_PARTS.flatMap((part) =>
    damagesOf(part.kind).flatMap((damage) => pairDefects(table, part, damage)),
  );
}

function pairDefects(table: ChargeTable, part: CarPart, damage: DamageType): ChargeTableDefect[] {
  const defects: ChargeTableDefect[] = [];
  let smaller: ChargeRow | null = null;
  for (const severity of severitiesOf(damage)) {
    const row = priceOf(table, part, damage, severity);
    const at = { partId: part.id, damage, severity, row, smaller };
    if (row === null) defects.push({ rule: 'price-missing', ...at });
    else if (smaller !== null) {
      if (row.chargeCents < smaller.chargeCents) defects.push({ rule: 'charge-falls', ...at });
      if (row.per !== smaller.per) defects.push({ rule: 'price-changes-kind', ...at });
    }
    smaller = row ?? smaller;
  }
  return defects;
}
