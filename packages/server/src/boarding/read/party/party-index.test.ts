import { expect, test } from 'vitest';
import type { Reject } from '../reject.ts';
import { loadParties, type PartyIndex } from './party-index.ts';

const HEADER = 'contract_number,deal,asset_number,role,first_name,last_name,due_day';

type Loaded = { index: PartyIndex; rejects: Reject[] };

const load = (...rows: string[]): Promise<Loaded> => loadBytes('utf8', ...rows);

async function loadBytes(encoding: BufferEncoding, ...rows: string[]): Promise<Loaded> {
  const rejects: Reject[] = [];
  const bytes = Buffer.from([HEADER, ...rows].join('\n'), encoding);
  const index = await loadParties([bytes], (reject) => rejects.push(reject));
  if (index === null) throw new Error('refused');
  return { index, rejects };
}

const names = (index: PartyIndex, key: Parameters<PartyIndex['partiesOf']>[0]) =>
  index.partiesOf(key).map(({ firstName }) => firstName);

test('by contract number, by asset in its deal, by asset in the deal being boarded', async () => {
  const { index } = await load(
    'C-1,,,borrower,Ann,Reyes,5',
    ',LARK-1,A-1,borrower,Bo,Reyes,5',
    ',,A-2,borrower,Cy,Reyes,5',
    ',LARK-2,A-2,borrower,Di,Reyes,6',
    'C-1,,,co-borrower,Ed,Reyes,',
  );
  expect(index.size).toBe(5);
  expect(names(index, { contractNumber: 'C-1' })).toEqual(['Ann', 'Ed']);
  expect(names(index, { deal: 'LARK-1', assetNumber: 'A-1' })).toEqual(['Bo']);
  expect(names(index, { deal: 'LARK-9', assetNumber: 'A-1' })).toEqual([]);
  expect(names(index, { deal: 'LARK-9', assetNumber: 'A-2' })).toEqual(['Cy']);
  expect(names(index, { contractNumber: 'C-9' })).toEqual([]);
  const unclaimed = [...index.unclaimed()].flatMap(({ parties }) => parties);
  expect(unclaimed.map(({ firstName, line }) => [firstName, line])).toEqual([['Di', 5]]);
});

test('a contract number is no asset number', async () => {
  const { index } = await load('A-1,,,borrower,Ann,Reyes,5');
  expect(names(index, { deal: '', assetNumber: 'A-1' })).toEqual([]);
});

test('rows that contradict each other: the earlier one holds', async () => {
  const { index, rejects } = await load(
    'C-1,,,borrower,Ann,Reyes,5',
    'C-1,,,co-borrower,Bo,Reyes,6',
    'C-1,,,borrower,Cy,Reyes,5',
  );
  // The value is left out, the person is not; a second borrower's row adds nobody.
  const parties = index.partiesOf({ contractNumber: 'C-1' });
  expect(parties.map(({ firstName, dueDay }) => [firstName, dueDay])).toEqual([
    ['Ann', 5],
    ['Bo', null],
    [null, 5],
  ]);
  expect(index).toMatchObject({ size: 2, rejected: 1, valuesReported: 1 });
  expect(rejects.map(({ line, rule, element }) => [line, rule, element])).toEqual([
    [3, 'rows-disagree', 'due_day'],
    [4, 'second-main-party', 'role'],
  ]);
});

test('a row may name both: the asset finds it, the contract number is to be given', async () => {
  const { index, rejects } = await load(
    'C-1,LARK-1,A-1,borrower,Ann,Reyes,5',
    'C-2,LARK-1,A-1,co-borrower,Bo,Reyes,5',
  );
  const [party, other] = index.partiesOf({ deal: 'LARK-1', assetNumber: 'A-1' });
  expect(party).toMatchObject({ firstName: 'Ann', contractNumber: 'C-1' });
  expect(other).toMatchObject({ firstName: 'Bo', contractNumber: null });
  expect(rejects).toMatchObject([{ line: 3, rule: 'rows-disagree', element: 'contract_number' }]);
});

test('a file that is refused gives no index', async () => {
  const rejects: Reject[] = [];
  const utf16 = Buffer.from(`\ufeff${HEADER}`, 'utf16le');
  expect(await loadParties([utf16], (reject) => rejects.push(reject))).toBeNull();
  expect(rejects.map(({ rule }) => rule)).toEqual(['encoding-not-accepted']);
});

test('a letter in another encoding costs that name and no more', async () => {
  const { index, rejects } = await loadBytes(
    'latin1',
    'C-1,,,borrower,Ren\u00e9,Reyes,5',
    'C-2,,,borrower,Bo,Reyes,',
  );
  expect(index).toMatchObject({ size: 2, valuesReported: 1 });
  expect(index.partiesOf({ contractNumber: 'C-1' })).toMatchObject([
    { firstName: null, lastName: 'Reyes', dueDay: 5 },
  ]);
  expect(rejects).toMatchObject([
    { line: 2, rule: 'bytes-not-in-encoding', element: 'first_name', value: 'xxx?' },
  ]);
  expect(rejects[0]?.sentence).toContain('Windows-1252');
});

test('a row that names nobody keeps what it says of its contract', async () => {
  const { index, rejects } = await load('C-1,,,borrower,,,5', 'C-1,,,borrower,Ann,Reyes,');
  const parties = index.partiesOf({ contractNumber: 'C-1' });
  expect(parties).toMatchObject([{ dueDay: 5 }, { firstName: 'Ann' }]);
  expect(index).toMatchObject({ size: 1, rejected: 1 });
  expect(rejects).toMatchObject([{ line: 2, rule: 'missing-value', element: 'last_name' }]);
});

test('a contract number without its zeros is told, and not given to the asset', async () => {
  const { index, rejects } = await load(
    '000124,,A-1,borrower,Ann,Reyes,5',
    '125,,A-2,borrower,Bo,Reyes,6',
    'LMF-126,,A-3,borrower,Cy,Reyes,7',
  );
  expect(rejects).toMatchObject([{ line: 3, rule: 'leading-zero-lost', value: '125' }]);
  expect(rejects[0]?.accepted).toContain('000125');
  const numberOf = (assetNumber: string) => index.partiesOf({ assetNumber })[0]?.contractNumber;
  expect(['A-1', 'A-2', 'A-3'].map(numberOf)).toEqual(['000124', null, 'LMF-126']);
});

test('an asset number without its zeros is told beside the one asked for', async () => {
  const { index } = await load(',,1001,borrower,Ann,Reyes,5', ',,1002,borrower,Bo,Reyes,5');
  expect(index.partiesOf({ deal: 'LARK-1', assetNumber: '0001001' })).toEqual([]);
  expect([...index.unclaimed()].map(({ meant }) => meant)).toEqual(['0001001', null]);
});
