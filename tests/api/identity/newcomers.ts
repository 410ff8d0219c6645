/** People of boarded contracts who have no account yet. */
import { contractIdOf } from '@roadbook/server/boarding/board-record';
import { loadParties } from '@roadbook/server/boarding/read/party/party-index';
import { insertPersonHold } from '@roadbook/server/people/holds/person-hold.sql';
import type { Store } from '@roadbook/server/platform/database/store';
import { boardText, DEAL, loanFile } from '@roadbook/server/testing/sample-book';
import { TEST_CLOCK } from '@roadbook/server/testing/test-lender';
import { NO_SUCH_ID } from '../examples.ts';

/** What each of them knows of their contract. */
export const ANA = {
  contractNumber: 'LMF-3001',
  dateOfBirth: '1990-05-06',
  ssnLastFour: '0011',
  zip: '97210',
};
export const BEN = { ...ANA, dateOfBirth: '1989-02-03', ssnLastFour: '0012' };
/** Ana again, by another contract whose file has no taxpayer number: a row of its own. */
export const ANA_AGAIN = { ...ANA, contractNumber: 'LMF-3002', ssnLastFour: '0000' };
export const HELD = { ...ANA, contractNumber: 'LMF-3003', ssnLastFour: '0013' };
export const CLOSED = { ...ANA, contractNumber: 'LMF-3004', ssnLastFour: '0014' };

const ROWS = [
  'contract_number,asset_number,role,first_name,last_name,date_of_birth,ssn,street,zip,email,phone',
  'LMF-3001,N-1,borrower,Ana,Ríos,1990-05-06,900-10-0011,1 Oak Way,97210,ana@larkspur.example,' +
    '503-555-0111',
  'LMF-3001,N-1,co-borrower,Ben,Ríos,1989-02-03,900-10-0012,1 Oak Way,97210,,',
  'LMF-3002,N-2,borrower,Ana,Rios,1990-05-06,,1 Oak Way,97210,,',
  'LMF-3003,N-3,borrower,Hal,Held,1990-05-06,900-10-0013,,97210,hal@larkspur.example,',
  'LMF-3004,N-4,borrower,Cleo,Closed,1990-05-06,900-10-0014,,97210,cleo@larkspur.example,',
].join('\n');

/** The contract of somebody, by its asset number. */
export const newcomersContract = (asset: string): string => contractIdOf(DEAL, asset);

export async function boardNewcomers(store: Store): Promise<void> {
  const loans = loanFile(['N-1', 'N-2', 'N-3', 'N-4'].map((assetNumber) => ({ assetNumber })));
  const parties = await loadParties([Buffer.from(ROWS)], ({ sentence }) => {
    throw new Error(sentence);
  });
  const { rejects } = await boardText(store, loans, { parties });
  if (rejects.length > 0) throw new Error(rejects[0]?.sentence);
  for (const [asset, kind] of [
    ['N-3', 'frozen'],
    ['N-4', 'closed'],
  ] as const) {
    const personId = await newcomer(store, asset, 'borrower');
    const hold = { personId, holdId: NO_SUCH_ID, kind, untilMs: null } as const;
    await insertPersonHold(store, { ...hold, evidence: 'test', decidedBy: 'test' }, TEST_CLOCK());
  }
}

/** The id of one of them. */
export async function newcomer(store: Store, asset: string, role: string): Promise<string> {
  const [row] = await store.query<{ person_id: string }>(
    'select person_id from contract_party where contract_id = $1 and role = $2',
    [newcomersContract(asset), role],
  );
  if (row === undefined) throw new Error(`nobody is ${role} of ${asset}`);
  return row.person_id;
}
