import { dollars } from '../../money/cents.ts';
import type { ChargeTable } from '../charge/charge-table.ts';
import { unitOf, type WearGuide, type WearRule } from '../guide/guide.ts';
import { inches } from '../walk/inches.ts';
import type { About } from './csv-tables.ts';
import { CHARGES_COLUMNS, PRICE_COLUMNS } from './read-charges-csv.ts';
import { GUIDE_COLUMNS, RULE_COLUMNS, UNITS_WRITTEN } from './read-guide-csv.ts';

/** A guide as rows of cells that `readGuideCsv` reads back as the same guide. */
export function writeGuideRows(guide: WearGuide): readonly (readonly string[])[] {
  return [GUIDE_COLUMNS, aboutRow(guide), RULE_COLUMNS, ...guide.rules.map(ruleRow)];
}

/** A table of charges as rows of cells that `readChargesCsv` reads back as the same table. */
export function writeChargeRows(charges: ChargeTable): readonly (readonly string[])[] {
  const rows = charges.rows.map((row) => [
    row.parts.join(';'),
    row.damages.join(';'),
    `${row.severity}`,
    row.per,
    dollars(row.chargeCents),
    dollars(row.repairLowCents),
    dollars(row.repairHighCents),
  ]);
  return [CHARGES_COLUMNS, aboutRow(charges), PRICE_COLUMNS, ...rows];
}

function aboutRow({ id, version, effectiveFrom, title, source }: About): string[] {
  return [id, `${version}`, effectiveFrom, title, source];
}

function ruleRow(rule: WearRule): string[] {
  return [
    rule.id,
    rule.parts.join(';'),
    rule.damages.join(';'),
    rule.measure,
    UNITS_WRITTEN[unitOf(rule.measure)],
    limitOf(rule),
    rule.perPanelCount === null ? '' : `${rule.perPanelCount}`,
    rule.paintBrokenIsCharged ? 'yes' : 'no',
    rule.inDriversView ? 'yes' : 'no',
    rule.since ?? '',
    rule.source,
  ];
}

function limitOf({ measure, limit }: WearRule): string {
  const unit = unitOf(measure);
  if (unit === 'none') return '';
  return unit === 'thousandth-inch' ? inches(limit) : `${limit}`;
}
