import { type CsvItem, readCsvRows } from './csv-rows.ts';
import { type Party, type PartyValues, partyOf } from './party.ts';
import { PARTY_FIELDS, type PartyColumn, type PartyField } from './party-columns.ts';
import { type Fault, type Reject, rejectAt, shapeOf, shown, WHOLE_FILE } from './reject.ts';
import type { ByteSource } from './split-state.ts';

export type PartyItem =
  | { readonly ok: true; readonly party: Party; readonly values: PartyValues }
  | { readonly ok: false; readonly scope: 'record'; readonly rejects: readonly Reject[] }
  /** `refused`: nothing is read from the file; otherwise the rows given stand. */
  | {
      readonly ok: false;
      readonly scope: 'file';
      readonly refused: boolean;
      readonly rejects: readonly Reject[];
    };

/** The fields in the order of this file's columns; null for a column that is not read. */
type Layout = readonly ((typeof PARTY_FIELDS)[number] | null)[];

/**
 * Reads a parties file row by row. A row with anything wrong in it is not taken at all, and each
 * reason is given with the shape of the value in place of the value.
 */
export async function* readParties(source: ByteSource): AsyncGenerator<PartyItem, void, void> {
  let layout: Layout = [];
  let ordinal = 0;
  for await (const item of readCsvRows(source)) {
    if (item.kind === 'header') {
      layout = layoutOf(item.columns);
      const missing = missingColumns(layout);
      if (missing.length > 0) return yield fileItem(true, missing);
      const unread = unknownColumns(item.columns, layout);
      if (unread.length > 0) yield fileItem(false, unread);
    } else if (item.kind === 'row') {
      ordinal += 1;
      yield readRow(item, ordinal, layout);
    } else if (item.kind === 'bad-row') {
      ordinal += 1;
      const place = { ordinal, record: null, offset: null, line: item.line };
      yield { ok: false, scope: 'record', rejects: [rejectAt(place, item.fault)] };
    } else if (item.kind === 'defect') {
      const rejects = [rejectAt({ ...WHOLE_FILE, line: item.line }, item.fault)];
      yield { ok: false, scope: 'file', refused: false, rejects };
    } else yield fileItem(true, [item.fault]);
  }
}

function readRow(
  { line, cells }: Extract<CsvItem, { readonly kind: 'row' }>,
  ordinal: number,
  layout: Layout,
): PartyItem {
  const values = new Map<PartyField, string>();
  const faults: Fault[] = [];
  for (const [index, field] of layout.entries()) {
    if (field === null) continue;
    const cell = cells[index] ?? '';
    const [name, column] = field;
    const value = cell === '' ? null : column.read(cell);
    if (value !== null) values.set(name, value);
    else if (cell !== '') faults.push(unreadable(column, cell));
    else if (column.required) faults.push(missingValue(column));
  }
  if (!values.has('contractNumber') && !values.has('assetNumber')) faults.push(namesNoContract());
  if (faults.length === 0) return { ok: true, party: partyOf(line, values), values };
  const record = values.get('contractNumber') ?? values.get('assetNumber') ?? null;
  const place = { ordinal, record, offset: null, line };
  return { ok: false, scope: 'record', rejects: faults.map((each) => rejectAt(place, each)) };
}

function layoutOf(columns: readonly string[]): Layout {
  return columns.map((written) => {
    const name = written.toLowerCase().replace(/[\s-]+/g, '_');
    return PARTY_FIELDS.find(([, { column }]) => column === name) ?? null;
  });
}

function missingColumns(layout: Layout): Fault[] {
  const present = new Set(layout.map((field) => field?.[0]));
  const missing = PARTY_FIELDS.filter(([name, { required }]) => required && !present.has(name));
  const faults = missing.map(([, { column }]) => missingColumn(column, `a column ${column}`));
  if (present.has('contractNumber') || present.has('assetNumber')) return faults;
  const accepted = 'a column contract_number, or a column asset_number with or without deal';
  return [missingColumn('contract_number', accepted), ...faults];
}

function missingColumn(element: string, accepted: string): Fault {
  const sentence = 'The header lacks a column that no party can be read without.';
  return { element, value: null, rule: 'missing-column', sentence, accepted };
}

function unknownColumns(columns: readonly string[], layout: Layout): Fault[] {
  return columns
    .filter((name, index) => layout[index] === null && name !== '')
    .map((name) => ({
      element: shown(name),
      value: null,
      rule: 'unknown-column',
      sentence: 'There is no such column, and its values were not used. The rest was read.',
      accepted: PARTY_FIELDS.map(([, { column }]) => column).join(', '),
    }));
}

function unreadable(of: PartyColumn, cell: string): Fault {
  const { column, personal, rule, sentence, accepted } = of;
  const value = personal ? shapeOf(cell) : shown(cell);
  return { element: column, value, rule, sentence, accepted };
}

function missingValue({ column, accepted }: PartyColumn): Fault {
  const sentence = 'The row leaves this empty, and no party can be read without it.';
  return { element: column, value: null, rule: 'missing-value', sentence, accepted };
}

function namesNoContract(): Fault {
  const sentence = 'The row does not say which contract the person belongs to.';
  const accepted = 'a contract_number, or an asset_number with or without deal';
  return { element: 'contract_number', value: null, rule: 'missing-value', sentence, accepted };
}

function fileItem(refused: boolean, faults: readonly Fault[]): PartyItem {
  const rejects = faults.map((each) => rejectAt(WHOLE_FILE, each));
  return { ok: false, scope: 'file', refused, rejects };
}
