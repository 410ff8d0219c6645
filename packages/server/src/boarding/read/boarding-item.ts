import type { Cents } from '@roadbook/domain/money/cents';
import { type Fault, type Place, type Reject, type Remark, rejectAt } from './reject.ts';
import type { ElementTable, Ex102Product } from './schema/element-table.ts';
import { percentAsFraction } from './schema/element-values.ts';
import { type Ex102Record, moneyCents } from './schema/ex102-record.ts';
import { validateRecord } from './schema/validate-record.ts';
import type { Fields } from './xml/extract-fields.ts';

/** What a boarding file gives, in the order of the file. */
export type Ex102Item =
  | { readonly ok: true; readonly record: Ex102Record }
  /** One record that cannot be boarded, with every reason. */
  | {
      readonly ok: false;
      readonly scope: 'record';
      readonly product: Ex102Product | null;
      readonly ordinal: number;
      readonly assetNumber: string | null;
      /** The balance it states, for the control totals; null where none can be read. */
      readonly endBalanceCents: Cents | null;
      /** The values that can be read; null where the record could not be read at all. */
      readonly readable: Fields | null;
      readonly rejects: readonly Reject[];
    }
  /**
   * Something wrong with the file and not with one record. `refused`: nothing was read from it;
   * otherwise the records given before stand, and more may follow.
   */
  | {
      readonly ok: false;
      readonly scope: 'file';
      readonly refused: boolean;
      readonly rejects: readonly Reject[];
    };

/** How the rates of a file are written: as the schema has them, or as a lender says they are. */
export type RatesWritten = 'fraction' | 'percent';

const RATES_OF_A_LOAN = [
  'originalInterestRatePercentage',
  'reportingPeriodInterestRatePercentage',
  'nextInterestRatePercentage',
] as const;

const END_BALANCE: Readonly<Record<Ex102Product, string>> = {
  loan: 'reportingPeriodActualEndBalanceAmount',
  lease: 'reportingPeriodEndingActualBalanceAmount',
};

/** Judges the fields of one record and makes the item of it. */
export function itemOfFields(
  table: ElementTable,
  where: Pick<Place, 'offset' | 'line'> & { readonly ordinal: number },
  written: Fields,
  remarks: readonly Remark[],
  rates: RatesWritten,
): Ex102Item {
  const { product } = table;
  const fields = rates === 'percent' ? withRatesAsFractions(written) : written;
  const validation = validateRecord(fields, table);
  const assetNumber = validation.readable.get('assetNumber')?.[0] ?? null;
  if (validation.faults.length === 0 && assetNumber !== null) {
    const record: Ex102Record = {
      product,
      ordinal: where.ordinal,
      offset: where.offset,
      line: where.line,
      assetNumber: ownCopy(assetNumber),
      fields,
      remarks: [...remarks, ...validation.remarks],
    };
    return { ok: true, record };
  }
  const place = { ...where, record: assetNumber };
  return {
    ok: false,
    scope: 'record',
    product,
    ordinal: where.ordinal,
    assetNumber,
    endBalanceCents:
      moneyCents({ product, fields: validation.readable }, END_BALANCE[product]) ?? null,
    readable: validation.readable,
    rejects: validation.faults.map((fault) => rejectAt(place, fault)),
  };
}

function withRatesAsFractions(fields: Fields): Fields {
  const changed = new Map(fields);
  for (const name of RATES_OF_A_LOAN) {
    const values = fields.get(name);
    if (values !== undefined) changed.set(name, values.map(percentAsFraction));
  }
  return changed;
}

/**
 * A text of its own instead of a window into the record's text: whoever keeps asset numbers of a
 * large file would otherwise keep the whole file in memory.
 */
function ownCopy(text: string): string {
  return Buffer.from(text).toString();
}

/** The item of a record that could not be read far enough to be judged. */
export function unreadRecord(
  product: Ex102Product | null,
  where: Pick<Place, 'offset' | 'line'> & { readonly ordinal: number },
  assetNumber: string | null,
  fault: Fault,
): Ex102Item {
  return {
    ok: false,
    scope: 'record',
    product,
    ordinal: where.ordinal,
    assetNumber,
    endBalanceCents: null,
    readable: null,
    rejects: [rejectAt({ ...where, record: assetNumber }, fault)],
  };
}

/** The item of something wrong with the file and not with one record. */
export function fileItem(refused: boolean, place: Place, faults: readonly Fault[]): Ex102Item {
  const rejects = faults.map((each) => rejectAt(place, each));
  return { ok: false, scope: 'file', refused, rejects };
}
