/** The people and contracts of the API's tests, boarded through the real importer. */
import { contractIdOf } from '@roadbook/server/boarding/board-record';
import { loadParties } from '@roadbook/server/boarding/read/party/party-index';
import type { Reject } from '@roadbook/server/boarding/read/reject';
import { sealPerson, unsealPerson } from '@roadbook/server/people/person';
import { setCredential } from '@roadbook/server/people/set-credential';
import type { Store } from '@roadbook/server/platform/database/store';
import { boardText, DEAL, leaseFile, loanFile } from '@roadbook/server/testing/sample-book';
import { TEST_CLOCK, TEST_KEYS } from '@roadbook/server/testing/test-lender';

export const PASSWORD = 'a long and quiet password';

/** Everybody by user name; `stranger` shares nothing with the others. */
export const PEOPLE = ['dana', 'robin', 'stranger'] as const;
export type PersonName = (typeof PEOPLE)[number];

/** What each contract is for, by asset number. */
export const ASSETS = {
  /** Nothing due today: 473.00 on the 15th. */
  loan: 'L-1',
  /** A payment is 17 days late. */
  late: 'L-2',
  /** Charged off, 9,000.00 as a memo. */
  chargedOff: 'L-3',
  lease: 'S-1',
  /** The stranger's loan. */
  foreign: 'L-9',
} as const;
export type AssetName = keyof typeof ASSETS;

export const contractIds = Object.fromEntries(
  Object.entries(ASSETS).map(([name, asset]) => [name, contractIdOf(DEAL, asset)]),
) as Readonly<Record<AssetName, string>>;

const PARTIES = [
  'contract_number,asset_number,role,first_name,last_name,date_of_birth,ssn,email,user_name,vin',
  'LMF-1001,L-1,borrower,Dana,Whitfield,1986-04-12,900-10-0001,dana@larkspur.example,dana,',
  'LMF-1001,L-1,co-borrower,Robin,Whitfield,1988-01-30,900-10-0002,robin@larkspur.example,robin,',
  'LMF-1002,L-2,borrower,Dana,Whitfield,1986-04-12,900-10-0001,dana@larkspur.example,dana,',
  'LMF-1003,L-3,borrower,Dana,Whitfield,1986-04-12,900-10-0001,dana@larkspur.example,dana,',
  'LMF-2001,S-1,lessee,Dana,Whitfield,1986-04-12,900-10-0001,dana@larkspur.example,dana,',
  'LMF-1009,L-9,borrower,Sam,Okafor,1979-11-02,900-10-0003,sam@larkspur.example,stranger,',
]
  .map((line, at) => `${line},${at === 0 ? 'zip' : line.includes('Okafor') ? '97202' : '97201'}`)
  .join('\n');

const LOANS = loanFile([
  { assetNumber: ASSETS.loan },
  { assetNumber: ASSETS.late, currentDelinquencyStatus: '16' },
  {
    assetNumber: ASSETS.chargedOff,
    zeroBalanceCode: '4',
    reportingPeriodActualEndBalanceAmount: '9000.00',
  },
  { assetNumber: ASSETS.foreign },
]);

/** Boards the contracts and gives everybody a user name, an e-mail and the one password. */
export async function boardPeople(store: Store): Promise<void> {
  for (const text of [LOANS, leaseFile([{ assetNumber: ASSETS.lease }])]) {
    const refuse = ({ element, sentence }: Reject): void => {
      throw new Error(`the sample was rejected: ${element}: ${sentence}`);
    };
    const parties = await loadParties([Buffer.from(PARTIES)], refuse);
    const { rejects } = await boardText(store, text, { parties });
    rejects.filter(({ rule }) => rule !== 'party-without-contract').forEach(refuse);
  }
  await giveSignIns(store);
}

/** Gives everybody the user name, the email and the one password, again where it was changed. */
export async function giveSignIns(store: Store): Promise<void> {
  const emails = { dana: 'dana', robin: 'robin', stranger: 'sam' };
  for (const [userName, personId] of Object.entries(await personIds(store))) {
    const email = `${emails[userName as PersonName]}@larkspur.example`;
    const credential = { userName, email, password: PASSWORD, waivesSecond: true };
    await setCredential(store, TEST_KEYS, personId, credential, TEST_CLOCK());
  }
}

export async function personIds(store: Store): Promise<Record<PersonName, string>> {
  const rows = await store.query<{ contract_id: string; person_id: string; role: string }>(
    'select contract_id, person_id, role from contract_party',
  );
  const of = (asset: AssetName, role: string): string => {
    const row = rows.find((each) => each.contract_id === contractIds[asset] && each.role === role);
    if (row === undefined) throw new Error(`nobody is ${role} of ${asset}`);
    return row.person_id;
  };
  return {
    dana: of('loan', 'borrower'),
    robin: of('loan', 'co-borrower'),
    stranger: of('foreign', 'borrower'),
  };
}

/** Gives somebody a street and a telephone, which the file of the sample leaves out. */
export async function giveAddress(store: Store, personId: string): Promise<void> {
  const [row] = await store.query<{ person_id: string; key_id: string; sealed: Buffer }>(
    'select person_id, key_id, sealed from person where person_id = $1',
    [personId],
  );
  if (row === undefined) throw new Error('nobody has this id');
  const own = { phone: '(555) 555-0111', street: '1 Alder Way', city: 'Portland', state: 'OR' };
  const person = { ...unsealPerson(TEST_KEYS, row), ...own };
  const { keyId, sealed } = sealPerson(TEST_KEYS, personId, person);
  const set = 'update person set key_id = $2, sealed = $3 where person_id = $1';
  await store.query(set, [personId, keyId, sealed]);
}
