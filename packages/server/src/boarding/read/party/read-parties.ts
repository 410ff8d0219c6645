import { type CsvItem, readCsvRows } from '../csv/csv-rows.ts';
import { type Fault, type Reject, rejectAt, shown, WHOLE_FILE } from '../reject.ts';
import type { ByteSource } from '../text/byte-source.ts';
import { type Party, type PartyValues, partyOf } from './party.ts';
import { PARTY_FIELDS } from './party-columns.ts';
import { type PartyLayout, readPartyCells } from './read-party-cells.ts';

export type PartyItem =
  /** `rejects`: values that were left out, or read as what they were meant to be. */
  | {
      readonly ok: true;
      readonly party: Party;
      readonly values: PartyValues;
      readonly rejects: readonly Reject[];
      /** The country is not stated; state, postal code or telephone tell it. */
      readonly assumesCountry: boolean;
      /** Columns that are not used and that this row states. */
      readonly unused: readonly string[];
    }
  | { readonly ok: false; readonly scope: 'record'; readonly rejects: readonly Reject[] }
  /** `refused`: nothing is read from the file; otherwise the rows given stand. */
  | {
      readonly ok: false;
      readonly scope: 'file';
      readonly refused: boolean;
      readonly rejects: readonly Reject[];
    };

/**
 * Reads a parties file row by row. A row is never all or nothing: a value that cannot be taken is
 * left out alone, and its reason is given with its shape in place of the value. Only a row that
 * names no contract, or whose cells cannot be told apart, is not taken at all.
 */
export async function* readParties(source: ByteSource): AsyncGenerator<PartyItem, void, void> {
  let columns: readonly string[] = [];
  let layout: PartyLayout = [];
  let ordinal = 0;
  for await (const item of readCsvRows(source, 'keep-row')) {
    if (item.kind === 'header') {
      columns = item.columns;
      layout = layoutOf(columns);
      const missing = missingColumns(layout);
      if (missing.length > 0) return yield fileItem(true, missing);
      const unread = unknownColumns(columns, layout);
      if (unread.length > 0) yield fileItem(false, unread);
    } else if (item.kind === 'row') {
      ordinal += 1;
      yield readRow(item, ordinal, layout, columns);
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
  layout: PartyLayout,
  columns: readonly string[],
): PartyItem {
  const { values, faults, assumesCountry } = readPartyCells(cells, layout);
  const record = values.get('contractNumber') ?? values.get('assetNumber') ?? null;
  const place = { ordinal, record, offset: null, line };
  if (record === null) {
    const all = [...faults, namesNoContract()];
    return { ok: false, scope: 'record', rejects: all.map((each) => rejectAt(place, each)) };
  }
  const rejects = faults.map((each) => rejectAt(place, each));
  const unused = columns.filter((_, index) => isUnused(layout, index) && cells[index] !== '');
  return { ok: true, party: partyOf(line, values), values, rejects, assumesCountry, unused };
}

function isUnused(layout: PartyLayout, index: number): boolean {
  return (layout[index]?.[1].use ?? 'not-used') === 'not-used';
}

function layoutOf(columns: readonly string[]): PartyLayout {
  return columns.map((written) => {
    const name = written.toLowerCase().replace(/[\s-]+/g, '_');
    return PARTY_FIELDS.find(([, { column }]) => column === name) ?? null;
  });
}

function missingColumns(layout: PartyLayout): Fault[] {
  const present = new Set(layout.map((field) => field?.[0]));
  const faults: Fault[] = [];
  if (!present.has('contractNumber') && !present.has('assetNumber')) {
    const accepted = 'a column contract_number, or a column asset_number with or without deal';
    faults.push(missingColumn('contract_number', accepted));
  }
  if (!present.has('role')) faults.push(missingColumn('role', 'a column role'));
  if (!present.has('firstName') && !present.has('lastName') && !present.has('companyName')) {
    faults.push(missingColumn('last_name', 'a column first_name, last_name or company_name'));
  }
  return faults;
}

function missingColumn(element: string, accepted: string): Fault {
  const sentence = 'The header lacks a column that no party can be read without.';
  return { element, value: null, rule: 'missing-column', sentence, accepted };
}

/**
 * Each column that nobody knows, once for the file. Those that are known and not used are told by
 * the summary, with how many rows state something there, and are no defect.
 */
function unknownColumns(columns: readonly string[], layout: PartyLayout): Fault[] {
  return columns
    .filter((name, index) => layout[index] === null && name !== '')
    .map((name) => ({
      element: shown(name),
      value: null,
      rule: 'unknown-column',
      sentence: 'There is no such column, and its values were not used. The rest was read.',
      accepted: PARTY_FIELDS.filter(([, { use }]) => use !== 'not-used')
        .map(([, { column }]) => column)
        .join(', '),
    }));
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
