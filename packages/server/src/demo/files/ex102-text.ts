import { type Cents, dollars } from '@roadbook/domain/money/cents';
import { PPB_ONE, type Ppb } from '@roadbook/domain/money/rate';
import type { BusinessDate } from '@roadbook/domain/time/calendar';

/** Elements of one record in the order of the schema; those without a value are left out. */
export type Ex102Fields = readonly (readonly [name: string, value: string | number | null])[];

/** An EX-102 file: one `assets` element for each record, in the schema's namespace. */
export function ex102Text(namespace: string, records: readonly Ex102Fields[]): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<assetData xmlns="${namespace}">`,
    ...records.flatMap(recordLines),
    '</assetData>',
  ];
  return `${lines.join('\n')}\n`;
}

function recordLines(fields: Ex102Fields): string[] {
  const stated = fields.filter(([, value]) => value !== null);
  const elements = stated.map(([name, value]) => `    <${name}>${escaped(`${value}`)}</${name}>`);
  return ['  <assets>', ...elements, '  </assets>'];
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** `2026-11-05` as `11-05-2026`. */
export function day(on: BusinessDate): string {
  return `${on.slice(5)}-${on.slice(0, 4)}`;
}

/** The month of a day as `11/2026`. */
export function month(on: BusinessDate): string {
  return `${on.slice(5, 7)}/${on.slice(0, 4)}`;
}

/** An amount as servicers file it: plain dollars. */
export function amount(cents: Cents): string {
  return dollars(cents);
}

/** A rate as a fraction with eight decimals, `0.06490000`. */
export function fraction(ratePpb: Ppb): string {
  if (ratePpb < 0n || ratePpb >= PPB_ONE) throw new RangeError('a rate of the files is below 1');
  return `0.${ratePpb.toString().padStart(9, '0').slice(0, 8)}`;
}
