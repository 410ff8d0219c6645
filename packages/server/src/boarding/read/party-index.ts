import { type Party, type PartyValues, partyOf } from './party.ts';
import { PARTY_FIELDS, type PartyField } from './party-columns.ts';
import { readParties } from './read-parties.ts';
import { type Fault, type Reject, rejectAt } from './reject.ts';
import type { ByteSource } from './split-state.ts';

/** What a contract is looked up by; the deal is the one being boarded. */
export type ContractKey = {
  readonly contractNumber?: string;
  readonly deal?: string;
  readonly assetNumber?: string;
};

/** The parties of a file by contract. */
export type PartyIndex = {
  /** Rows that were taken. */
  readonly size: number;
  /** The parties of a contract in the order of the file; none where the file does not know it. */
  readonly partiesOf: (key: ContractKey) => readonly Party[];
  /** Rows whose contract was never asked for: the file names contracts that were not boarded. */
  readonly unclaimed: () => Iterable<Party>;
};

// A million parties stay in memory until boarding is done. Packed into one text each they need a
// quarter of what an object with twenty members would.
const BETWEEN_VALUES = '\u001f';
const BETWEEN_PARTIES = '\u001e';

type Rows = Map<string, string>;

/**
 * Reads a whole parties file into an index. Every reason why a row or the file was not taken goes
 * to `onReject`; null when the file is refused.
 */
export async function loadParties(
  source: ByteSource,
  onReject: (reject: Reject) => void,
): Promise<PartyIndex | null> {
  const rows: Rows = new Map();
  let size = 0;
  for await (const item of readParties(source)) {
    if (!item.ok) {
      item.rejects.forEach(onReject);
      if (item.scope === 'file' && item.refused) return null;
      continue;
    }
    const faults = add(rows, item.party, item.values);
    if (faults.length === 0) size += 1;
    const { line, contractNumber, assetNumber } = item.party;
    const place = { ordinal: null, record: contractNumber ?? assetNumber, offset: null, line };
    for (const fault of faults) onReject(rejectAt(place, fault));
  }
  const claimed = new Set<string>();
  return {
    size,
    partiesOf: (key) => partiesOf(rows, claimed, key),
    unclaimed: () => unclaimed(rows, claimed),
  };
}

function add(rows: Rows, party: Party, values: PartyValues): Fault[] {
  const key = keyOf(party);
  const before = rows.get(key);
  if (before === undefined) {
    rows.set(key, pack(party.line, values));
    return [];
  }
  const faults = disagreements(unpack(before), party, values);
  if (faults.length === 0) {
    rows.set(key, `${before}${BETWEEN_PARTIES}${pack(party.line, values)}`);
  }
  return faults;
}

/** What a row cannot say beside the rows of the same contract before it. */
function disagreements(before: readonly Party[], party: Party, values: PartyValues): Fault[] {
  const faults: Fault[] = [];
  const main = party.role === 'borrower' || party.role === 'lessee';
  if (main && before.some(({ role }) => role === 'borrower' || role === 'lessee')) {
    faults.push({
      element: 'role',
      value: party.role,
      rule: 'second-main-party',
      sentence: 'An earlier row already names the borrower or lessee of this contract.',
      accepted: 'co-borrower or co-lessee',
    });
  }
  for (const [name, { column, ofContract, personal }] of PARTY_FIELDS) {
    const stated = ofContract ? party[name] : null;
    const other = before.find((each) => each[name] !== null && each[name] !== stated);
    if (stated === null || other === undefined) continue;
    faults.push({
      element: column,
      value: personal ? null : (values.get(name) ?? null),
      rule: 'rows-disagree',
      sentence: `Line ${other.line} states another value for the same contract.`,
      accepted: 'the same value in every row of a contract, or only in one',
    });
  }
  return faults;
}

function partiesOf(rows: Rows, claimed: Set<string>, key: ContractKey): readonly Party[] {
  const { contractNumber = null, deal = null, assetNumber = null } = key;
  const keys = [
    ...(assetNumber === null ? [] : [keyOf({ contractNumber: null, deal, assetNumber })]),
    ...(assetNumber === null ? [] : [keyOf({ contractNumber: null, deal: null, assetNumber })]),
    ...(contractNumber === null ? [] : [keyOf({ contractNumber, deal: null, assetNumber: null })]),
  ];
  return [...new Set(keys)].flatMap((each) => {
    const packed = rows.get(each);
    if (packed === undefined) return [];
    claimed.add(each);
    return unpack(packed);
  });
}

function* unclaimed(rows: Rows, claimed: Set<string>): Generator<Party, void, void> {
  for (const [key, packed] of rows) if (!claimed.has(key)) yield* unpack(packed);
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
  return packed.split(BETWEEN_PARTIES).map((row) => {
    const [line, ...cells] = row.split(BETWEEN_VALUES);
    const values = new Map<PartyField, string>();
    for (const [index, [name]] of PARTY_FIELDS.entries()) {
      const cell = cells[index] ?? '';
      if (cell !== '') values.set(name, cell);
    }
    return partyOf(Number(line), values);
  });
}
