import { type Fault, type Reject, rejectAt } from '../reject.ts';
import type { ByteSource } from '../text/byte-source.ts';
import { collectLengths, isShort, withoutZeros } from '../text/lost-zeros.ts';
import { isMain, isNamed, type Party, type PartyValues, partyOf } from './party.ts';
import { PARTY_FIELDS, type PartyField } from './party-columns.ts';
import { readParties } from './read-parties.ts';

/** What a contract is looked up by; the deal is the one being boarded. */
export type ContractKey = {
  readonly contractNumber?: string;
  readonly deal?: string;
  readonly assetNumber?: string;
};

/** The parties of a file by contract. */
export type PartyIndex = {
  /** The name of the file, for the history of what it changed. */
  readonly source: string;
  /** Rows whose person was taken. */
  readonly size: number;
  /** Rows whose person was not. */
  readonly rejected: number;
  /** Values that were left out of rows that were taken, and those read as they were meant. */
  readonly valuesReported: number;
  readonly countriesAssumed: number;
  /** Columns that are not used, and how many rows state something in them. */
  readonly unused: ReadonlyMap<string, number>;
  /** The parties of a contract in the order of the file; none where the file does not know it. */
  readonly partiesOf: (key: ContractKey) => readonly Party[];
  /** Contracts that were not asked for yet, each with its rows. */
  readonly unclaimed: () => Iterable<UnclaimedParties>;
};

export type UnclaimedParties = {
  readonly parties: readonly Party[];
  /** A number that was asked for and differs by the zeros at its beginning. */
  readonly meant: string | null;
};

// A million parties stay in memory until boarding is done. Packed into one text each they need a
// quarter of what an object with twenty members would.
const BETWEEN_VALUES = '\u001f';
const BETWEEN_PARTIES = '\u001e';

type Rows = Map<string, string>;
type Counts = { -readonly [K in 'size' | 'rejected' | 'valuesReported']: PartyIndex[K] };

/**
 * Reads a whole parties file into an index. Every reason why a value, a row or the file was not
 * taken goes to `onReject`; null when the file is refused.
 */
export async function loadParties(
  source: ByteSource,
  onReject: (reject: Reject) => void,
  name = 'parties',
): Promise<PartyIndex | null> {
  const rows: Rows = new Map();
  const counts: Counts = { size: 0, rejected: 0, valuesReported: 0 };
  const unused = new Map<string, number>();
  const lengths = collectLengths();
  let countriesAssumed = 0;
  for await (const item of readParties(source)) {
    item.rejects.forEach(onReject);
    if (!item.ok) {
      if (item.scope === 'file' && item.refused) return null;
      if (item.scope === 'record') counts.rejected += 1;
      continue;
    }
    const { line, contractNumber, assetNumber } = item.party;
    const { kept, faults } = beside(rows, item.party, item.values);
    const place = { ordinal: null, record: contractNumber ?? assetNumber, offset: null, line };
    for (const fault of faults) onReject(rejectAt(place, fault));
    add(rows, item.party, kept);
    if (contractNumber !== null) lengths.note(contractNumber);
    countTaken(counts, isNamed(partyOf(line, kept)), item.rejects.length + faults.length);
    if (item.assumesCountry) countriesAssumed += 1;
    for (const column of item.unused) unused.set(column, (unused.get(column) ?? 0) + 1);
  }
  const digits = lengths.expected();
  if (digits !== null) dropShortNumbers(rows, digits, counts, onReject);
  return { source: name, ...counts, countriesAssumed, unused, ...lookUps(rows) };
}

function countTaken(counts: Counts, isTaken: boolean, faults: number): void {
  if (isTaken) counts.size += 1;
  else counts.rejected += 1;
  counts.valuesReported += isTaken ? faults : 0;
}

function add(rows: Rows, party: Party, values: PartyValues): void {
  const key = keyOf(party);
  const before = rows.get(key);
  const packed = pack(party.line, values);
  rows.set(key, before === undefined ? packed : `${before}${BETWEEN_PARTIES}${packed}`);
}

/**
 * What a row can say beside the rows of the same contract before it. A value that differs from
 * theirs is left out; a second borrower's person is.
 */
function beside(
  rows: Rows,
  party: Party,
  values: PartyValues,
): { readonly kept: PartyValues; readonly faults: Fault[] } {
  const packed = rows.get(keyOf(party));
  const before = packed === undefined ? [] : unpack(packed);
  const kept = new Map(values);
  const faults: Fault[] = [];
  if (isMain(party) && before.some((each) => isMain(each) && isNamed(each))) {
    faults.push(secondMainParty(party));
    for (const [name, { use }] of PARTY_FIELDS) if (use === 'person') kept.delete(name);
  }
  for (const [name, { column, use, personal }] of PARTY_FIELDS) {
    const stated = use === 'contract' ? party[name as keyof Party] : null;
    const other = before.find((each) => {
      const value = each[name as keyof Party];
      return value !== null && value !== stated;
    });
    if (stated === null || other === undefined) continue;
    faults.push({
      element: column,
      value: personal ? null : (values.get(name) ?? null),
      rule: 'rows-disagree',
      sentence:
        `Line ${other.line} states another value for the same contract. This one was not` +
        ' used.',
      accepted: 'the same value in every row of a contract, or only in one',
    });
    kept.delete(name);
  }
  return { kept, faults };
}

function secondMainParty({ role }: Party): Fault {
  return {
    element: 'role',
    value: role,
    rule: 'second-main-party',
    sentence: 'An earlier row already names the borrower or lessee of this contract.',
    accepted: 'co-borrower or co-lessee',
  };
}

/** Contract numbers that lost the zeros which their neighbors have are not given to a contract. */
function dropShortNumbers(
  rows: Rows,
  digits: number,
  counts: Counts,
  onReject: (reject: Reject) => void,
): void {
  for (const [key, packed] of rows) {
    const parties = unpack(packed);
    for (const { line, contractNumber, assetNumber } of parties) {
      if (!isShort(contractNumber, digits)) continue;
      counts.valuesReported += 1;
      const place = { ordinal: null, record: contractNumber, offset: null, line };
      onReject(rejectAt(place, shortNumber(contractNumber, digits)));
      if (assetNumber !== null) rows.set(key, withoutNumber(packed));
    }
  }
}

function shortNumber(number: string, length: number): Fault {
  return {
    element: 'contract_number',
    value: number,
    rule: 'leading-zero-lost',
    sentence:
      `Other contract numbers of this file have ${length} digits and begin with 0. A spreadsheet` +
      ' drops zeros at the beginning.',
    accepted: `the number as it is on the contract, perhaps ${number.padStart(length, '0')}`,
  };
}

function withoutNumber(packed: string): string {
  const rows = packed.split(BETWEEN_PARTIES).map((row) => {
    const [line, values] = valuesOf(row);
    values.delete('contractNumber');
    return pack(line, values);
  });
  return rows.join(BETWEEN_PARTIES);
}

function lookUps(rows: Rows): Pick<PartyIndex, 'partiesOf' | 'unclaimed'> {
  const claimed = new Set<string>();
  const meant = new Map<string, string>();
  return {
    partiesOf: (key) => {
      const bare = key.assetNumber === undefined ? null : withoutZeros(key.assetNumber);
      if (bare !== null) {
        for (const near of keysOf({ ...key, assetNumber: bare })) {
          if (rows.has(near)) meant.set(near, key.assetNumber ?? '');
        }
      }
      return keysOf(key).flatMap((each) => {
        const packed = rows.get(each);
        if (packed === undefined) return [];
        claimed.add(each);
        return unpack(packed);
      });
    },
    unclaimed: function* () {
      for (const [key, packed] of rows) {
        if (claimed.has(key)) continue;
        yield { parties: unpack(packed), meant: meant.get(key) ?? null };
      }
    },
  };
}

function keysOf({ contractNumber = '', deal, assetNumber }: ContractKey): string[] {
  const keys = [
    ...(assetNumber === undefined
      ? []
      : [
          keyOf({ contractNumber: null, deal: deal ?? null, assetNumber }),
          keyOf({ contractNumber: null, deal: null, assetNumber }),
        ]),
    ...(contractNumber === '' ? [] : [keyOf({ contractNumber, deal: null, assetNumber: null })]),
  ];
  return [...new Set(keys)];
}

/** An asset number leads where there is one, as files of contracts have no contract numbers. */
function keyOf({
  contractNumber,
  deal,
  assetNumber,
}: Pick<Party, 'contractNumber' | 'deal' | 'assetNumber'>): string {
  return assetNumber === null
    ? (contractNumber ?? '')
    : `${BETWEEN_VALUES}${deal ?? ''}${BETWEEN_VALUES}${assetNumber}`;
}

function pack(line: number, values: PartyValues): string {
  const cells = PARTY_FIELDS.map(([name]) => values.get(name) ?? '');
  return [line, ...cells].join(BETWEEN_VALUES);
}

function unpack(packed: string): Party[] {
  return packed.split(BETWEEN_PARTIES).map((row) => partyOf(...valuesOf(row)));
}

function valuesOf(row: string): [line: number, values: Map<PartyField, string>] {
  const [line, ...cells] = row.split(BETWEEN_VALUES);
  const values = new Map<PartyField, string>();
  for (const [index, [name]] of PARTY_FIELDS.entries()) {
    const cell = cells[index] ?? '';
    if (cell !== '') values.set(name, cell);
  }
  return [Number(line), values];
}
