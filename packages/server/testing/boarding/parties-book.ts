/** A book for tests of parties files: boards rows beside contracts or alone, and looks into it. */
import { decode } from '@roadbook/api/wire';
import { contractIdOf } from '../../src/boarding/board-record.ts';
import { boardParties } from '../../src/boarding/parties/board-parties.ts';
import { dueDayOf } from '../../src/boarding/parties/terms-stated.ts';
import { loadParties } from '../../src/boarding/read/party/party-index.ts';
import type { Reject } from '../../src/boarding/read/reject.ts';
import { readContract } from '../../src/book/read/read-contract.ts';
import { type Person, unsealPerson } from '../../src/people/person.ts';
import type { Store } from '../../src/platform/database/store.ts';
import { unseal } from '../../src/platform/keys/key-ring.ts';
import { identityOf } from '../../src/platform/keys/sealed-columns.ts';
import { boardText, DEAL } from '../sample-book.ts';
import { OPEN_DAY, TEST_CLOCK, TEST_KEYS } from '../test-lender.ts';

const HEAD =
  'asset_number,contract_number,role,first_name,last_name,company_name,ssn,date_of_birth,street,' +
  'unit,city,state,zip,phone,vin,due_day,delivery_odometer,allowance_miles_per_year';

/** A row by column; what is left out is an empty cell. */
export type Row = Readonly<Record<string, string>>;

/** What tests do with the book of a store, which may be opened later. */
export function partiesBook(store: () => Store) {
  const parties = async (rows: readonly Row[]) => {
    const rejects: Reject[] = [];
    const index = await loadParties([csv(rows)], (each) => rejects.push(each), 'people.csv');
    if (index === null) throw new Error('the parties file was refused');
    return { index, rejects };
  };
  const board = async (text: string, rows: readonly Row[]) => {
    const read = await parties(rows);
    const { summary, rejects } = await boardText(store(), text, { parties: read.index });
    return { summary, rejects: [...read.rejects, ...rejects] };
  };
  const boardAlone = async (rows: readonly Row[], deal: string | null = null) => {
    const { index, rejects } = await parties(rows);
    const onReject = (each: Reject): void => void rejects.push(each);
    const clock = TEST_CLOCK;
    const job = { store: store(), clock, ring: TEST_KEYS, openDay: OPEN_DAY, deal, onReject };
    return { summary: await boardParties({ ...job, parties: index }), rejects };
  };
  const peopleOf = async (asset: string): Promise<(Person & { role: string })[]> => {
    const rows = await store().query<{
      person_id: string;
      key_id: string;
      sealed: Buffer;
      role: string;
    }>(
      `select x.person_id, x.key_id, x.sealed, p.role from contract_party p
       join person x using (person_id) where p.contract_id = $1 order by p.role, x.person_id`,
      [contractIdOf(DEAL, asset)],
    );
    return rows.map((row) => ({ ...unsealPerson(TEST_KEYS, row), role: row.role }));
  };
  const directoriesOf = async (asset: string) => {
    const [row] = await store().query<{ contract_number: string; vin: string | null }>(
      `select n.contract_number, d.vin from contract c
       join contract_number n using (contract_id) join vehicle v using (contract_id)
       left join vin d on d.contract_id = c.contract_id and d.vin = v.vin
       where c.contract_id = $1`,
      [contractIdOf(DEAL, asset)],
    );
    return row;
  };
  const historyOf = async (asset: string) => {
    const contractId = contractIdOf(DEAL, asset);
    const rows = await store().query<{
      change_id: string;
      what: string;
      who: string;
      source: string;
      fields: string;
      from_value: string | null;
      to_value: string | null;
      key_id: string | null;
      sealed: Buffer | null;
    }>('select * from party_change where contract_id = $1 order by what, change_id', [contractId]);
    return rows.map((row) => {
      const { key_id: keyId, sealed } = row;
      const identity = identityOf.partyChange(contractId, row.change_id);
      const said =
        keyId === null || sealed === null
          ? null
          : decode<object>(unseal(TEST_KEYS, identity, { keyId, sealed }));
      return { ...row, said };
    });
  };

  const termsOf = async (assetNumber: string) => {
    const stored = await readContract(store(), contractIdOf(DEAL, assetNumber));
    if (stored === null) throw new Error('there is no such contract');
    const { terms, version } = stored.contract;
    const rows = await store().query('select 1 from contract_terms where contract_id = $1', [
      stored.contract.contractId,
    ]);
    const assumed = terms.assumed.map(({ term }) => term);
    return {
      dueDay: dueDayOf(terms),
      assumed,
      version,
      versions: rows.length,
      contract: stored.contract,
    };
  };
  return { parties, board, boardAlone, peopleOf, directoriesOf, historyOf, termsOf };
}

export const asset = (assetNumber: string) => ({ assetNumber });

export function dana(assetNumber: string, role = 'borrower'): Row {
  return { asset_number: assetNumber, role, first_name: 'Dana', last_name: 'Whitfield' };
}

function csv(rows: readonly Row[]): Buffer {
  const columns = HEAD.split(',');
  const lines = rows.map((row) => columns.map((each) => row[each] ?? '').join(','));
  return Buffer.from([HEAD, ...lines].join('\n'));
}
