import {
  type Ex102Item,
  fileItem,
  itemOfFields,
  type RatesWritten,
  unreadRecord,
} from '../boarding-item.ts';
import { type Fault, type Remark, shown, WHOLE_FILE } from '../reject.ts';
import type { Element, ElementTable, Ex102Product } from '../schema/element-table.ts';
import { knownName, tableOf } from '../schema/element-tables.ts';
import { isoToDay, isoToMonth } from '../schema/element-values.ts';
import { spelling, unknown } from '../schema/name-remarks.ts';
import { requiredElements } from '../schema/required-for-boarding.ts';
import type { ByteSource } from '../text/byte-source.ts';
import { type CsvItem, readCsvRows } from './csv-rows.ts';

/** Between the values of an element that may stand several times. */
const BETWEEN_VALUES = '|';

const PRODUCT_COLUMN = 'product';

type Row = Extract<CsvItem, { readonly kind: 'row' }>;

/**
 * Reads contracts from a CSV whose columns are named as the elements of EX-102, plus `product`.
 * Rows are judged exactly as XML records are; days may also be `YYYY-MM-DD`, months `YYYY-MM`.
 */
export async function* readContractsCsv(
  source: ByteSource,
  rates: RatesWritten = 'fraction',
): AsyncGenerator<Ex102Item, void, void> {
  let columns: readonly string[] = [];
  let ordinal = 0;
  for await (const item of readCsvRows(source)) {
    if (item.kind === 'header') {
      columns = item.columns;
      const missing = missingColumns(columns);
      if (missing.length > 0) return yield fileItem(true, WHOLE_FILE, missing);
    } else if (item.kind === 'row') {
      ordinal += 1;
      yield readRow(item, ordinal, columns, rates);
    } else if (item.kind === 'bad-row') {
      ordinal += 1;
      yield unreadRecord(null, { ordinal, offset: null, line: item.line }, null, item.fault);
    } else if (item.kind === 'defect') {
      yield fileItem(false, { ...WHOLE_FILE, line: item.line }, [item.fault]);
    } else yield fileItem(true, WHOLE_FILE, [item.fault]);
  }
  if (columns.length > 0 && ordinal === 0) yield fileItem(false, WHOLE_FILE, [NO_ROWS]);
}

function readRow(
  { line, cells }: Row,
  ordinal: number,
  columns: readonly string[],
  rates: RatesWritten,
): Ex102Item {
  const cell = cells[columns.indexOf(PRODUCT_COLUMN)] ?? '';
  const product = cell.toLowerCase();
  const where = { ordinal, offset: null, line };
  if (product !== 'loan' && product !== 'lease') {
    const assetNumber = cells[columns.indexOf('assetNumber')] || null;
    return unreadRecord(null, where, assetNumber, noProduct(cell));
  }
  const table = tableOf(product);
  const fields = new Map<string, string[]>();
  const remarks: Remark[] = [];
  for (const [index, column] of columns.entries()) {
    const value = cells[index] ?? '';
    if (column === PRODUCT_COLUMN || column === '' || value === '') continue;
    const name = knownName(table, column) ?? column;
    const element = table.elements.get(name);
    const remark = element === undefined ? unknown(name, table) : spelling(name, column);
    if (remark !== null) remarks.push(remark);
    const values = element === undefined ? [value] : valuesOf(element, value);
    if (values.length > 0) fields.set(name, [...(fields.get(name) ?? []), ...values]);
  }
  return itemOfFields(table, where, fields, remarks, rates);
}

function valuesOf(element: Element, cell: string): string[] {
  const values = element.repeats ? cell.split(BETWEEN_VALUES).map((each) => each.trim()) : [cell];
  return values.filter((each) => each !== '').map((each) => inFormOfSchema(element, each));
}

/** A day or month in the other accepted form, as the schema writes it. */
function inFormOfSchema({ kind }: Element, value: string): string {
  if (kind === 'day') return isoToDay(value) ?? value;
  if (kind === 'month') return isoToMonth(value) ?? value;
  return value;
}

/** A file needs the columns of at least one product; the faults name those of the nearer one. */
function missingColumns(columns: readonly string[]): Fault[] {
  if (!columns.includes(PRODUCT_COLUMN)) {
    return [missingColumn(PRODUCT_COLUMN, 'a column product with loan or lease in every row')];
  }
  const [loan, lease] = [missingOf('loan', columns), missingOf('lease', columns)];
  return loan.length <= lease.length ? loan : lease;
}

function missingOf(product: Ex102Product, columns: readonly string[]): Fault[] {
  const table: ElementTable = tableOf(product);
  const present = new Set(columns.map((column) => knownName(table, column)));
  return requiredElements(product)
    .filter((anyOf) => !anyOf.some((name) => present.has(name)))
    .map((anyOf) => missingColumn(anyOf[0], `a column ${anyOf.join(' or ')} for a ${product}`));
}

function missingColumn(element: string, accepted: string): Fault {
  const sentence = 'The header lacks a column that no contract can be made without.';
  return { element, value: null, rule: 'missing-column', sentence, accepted };
}

function noProduct(cell: string): Fault {
  const sentence = 'The row does not say whether it is a loan or a lease.';
  const value = cell === '' ? null : shown(cell);
  const accepted = 'loan or lease';
  return { element: PRODUCT_COLUMN, value, rule: 'unknown-product', sentence, accepted };
}

const NO_ROWS: Fault = {
  element: null,
  value: null,
  rule: 'no-records',
  sentence: 'The file has a header and no rows.',
  accepted: 'a file with at least one record',
};
