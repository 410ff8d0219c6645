/** Boarding on one engine: nothing twice, nothing lost, whoever else boards. */
import { closeContract } from '@roadbook/domain/close/close-contract';
import type { Contract } from '@roadbook/domain/contract/contract';
import { balanceOf } from '@roadbook/domain/ledger/balances';
import { date } from '@roadbook/domain/time/calendar';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contractIdOf } from '../../src/boarding/board-record.ts';
import type { Ex102Item } from '../../src/boarding/read/boarding-item.ts';
import { loadParties } from '../../src/boarding/read/party/party-index.ts';
import { readEx102 } from '../../src/boarding/read/xml/read-ex102.ts';
import { checkLedger } from '../../src/book/proof/check-ledger.ts';
import { readContract } from '../../src/book/read/read-contract.ts';
import type { Store } from '../../src/platform/database/store.ts';
import { boardText, DEAL, leaseFile, loanFile } from '../sample-book.ts';
import { type Engine, openTestStore, type TestStore } from '../test-store.ts';

const PARTIES = 'asset_number,role,first_name,last_name,ssn,contract_number\n';

function partiesOf(rows: readonly string[]) {
  return loadParties([Buffer.from(PARTIES + rows.join('\n'))], (reject) => {
    throw new Error(JSON.stringify(reject));
  });
}

const assets = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, n) => ({ assetNumber: `${prefix}-${n}` }));

export function checkBoardingOn(engine: Engine): void {
  describe(`boarding, ${engine}`, () => {
    let opened: TestStore;
    beforeAll(async () => {
      opened = await openTestStore(engine);
    });
    afterAll(async () => {
      const report = await checkLedger(opened.store);
      await opened.end();
      expect(report.findings).toEqual([]);
    });

    const countEntries = async (): Promise<bigint | undefined> => {
      const [row] = await opened.store.query<{ n: bigint }>('select count(*) as n from entry');
      return row?.n;
    };

    test('the same file again changes nothing', async () => {
      const text = loanFile(assets('T', 150));
      const first = await boardText(opened.store, text);
      expect(first.summary).toMatchObject({ read: 150, boarded: 150, rejected: 0 });
      const before = await countEntries();
      const second = await boardText(opened.store, text);
      expect(second.summary).toMatchObject({ read: 150, boarded: 0, unchanged: 150 });
      expect(second.summary.unchangedCents).toBe(150n * 18_250_42n);
      expect(await countEntries()).toBe(before);
    });

    test('a record that says something else of a boarded asset is refused', async () => {
      await boardText(opened.store, leaseFile([{ assetNumber: 'E-1' }]));
      const other = leaseFile([{ assetNumber: 'E-1', acquisitionCost: '32145.51' }]);
      const { summary, rejects } = await boardText(opened.store, other);
      expect(summary).toMatchObject({ boarded: 0, rejected: 1 });
      expect(rejects).toMatchObject([{ rule: 'already-boarded', record: 'E-1' }]);
    });

    test('a lease that has ended does not begin again', async () => {
      const late = { reportingPeriodEndingActualBalanceAmount: '9876.54' };
      const file = leaseFile([
        { assetNumber: 'Z-1', ...late, zeroBalanceCode: '3', zeroBalanceEffectiveDate: '09/2026' },
        { assetNumber: 'Z-2', zeroBalanceCode: '1', currentDelinquencyStatus: '45' },
        { assetNumber: 'Z-3', terminationIndicator: '1', currentDelinquencyStatus: '45' },
      ]);
      const { summary } = await boardText(opened.store, file);
      expect(summary).toMatchObject({ boarded: 3, chargedOffCents: 9_876_54n });
      const found: Contract[] = [];
      for (const asset of ['Z-1', 'Z-2', 'Z-3']) {
        const stored = await readContract(opened.store, contractIdOf(DEAL, asset));
        if (stored !== null) found.push(stored.contract);
      }
      const standing = found.map(({ status, facts, balances }) => {
        const owed = balanceOf(balances, 'lease-payments-receivable');
        return [status, facts.end.on, facts.end.chargedOffCents, owed];
      });
      expect(standing).toEqual([
        ['charged-off', '2026-09-30', 9_876_54n, 0n],
        ['closed', '2026-10-31', 0n, 0n],
        ['turned-in', '2026-10-31', 0n, 886_92n],
      ]);
      const closes = found.map((each) => closeContract(each, { on: date('2026-11-15') }).entries);
      expect(closes).toEqual([[], [], []]);
    });

    test('two processes with one file at once: each contract once, and both say so', async () => {
      const text = loanFile(assets('P', 320));
      const stores = [opened.store, await opened.openAnother()];
      const results = await Promise.all(stores.map((store) => boardText(store, text)));
      const sums = results.map(({ summary }) => summary);
      expect(sums.reduce((sum, { boarded }) => sum + boarded, 0)).toBe(320);
      expect(sums.map(({ boarded, unchanged }) => boarded + unchanged)).toEqual([320, 320]);
      expect(results.flatMap(({ rejects }) => rejects)).toEqual([]);
      const owed = sums.map((each) => each.principalCents + each.unchangedCents);
      expect(owed).toEqual([320n * 18_250_42n, 320n * 18_250_42n]);
    });

    test('two processes with the same people in another order: each person once', async () => {
      const people = Array.from({ length: 60 }, (_, n) => `borrower,Ada,No ${n},21945${1000 + n},`);
      const files = ['Q', 'R'].map(async (prefix, which) => {
        const order = which === 0 ? people : people.toReversed();
        const rows = order.map((person, n) => `${prefix}-${n},${person}`);
        const store = which === 0 ? opened.store : await opened.openAnother();
        const parties = await partiesOf(rows);
        return boardText(store, loanFile(assets(prefix, 60)), { parties });
      });
      const results = await Promise.all(files);
      expect(results.map(({ summary }) => summary.boarded)).toEqual([60, 60]);
      const [row] = await opened.store.query<{ n: bigint }>('select count(*) as n from person');
      expect(row?.n).toBe(60n);
    });

    test('two processes that want one contract number: one gets it, one is told', async () => {
      const stores = [opened.store, await opened.openAnother()];
      const results = await Promise.all(
        stores.map(async (store, n) => {
          const parties = await partiesOf([`N-${n},borrower,Ada,Number,,L-7000-00001`]);
          const loans = loanFile([{ assetNumber: `N-${n}` }, { assetNumber: `M-${n}` }]);
          return boardText(store, loans, { parties });
        }),
      );
      const all = results.map(({ summary }) => summary.boarded).sort();
      expect(all).toEqual([1, 2]);
      const rejects = results.flatMap((result) => result.rejects);
      expect(rejects).toMatchObject([
        { rule: 'contract-number-taken', value: 'L-7000-00001' },
        { rule: 'contract-rejected', line: 2 },
      ]);
    });

    // Records of one batch; the next one is read and mapped while it is written.
    const batch = engine === 'embedded' ? 100 : 500;

    test('a twin in the batch that is read while its first is written', async () => {
      const first = assets('W', batch);
      const twins = [
        { assetNumber: 'W-0' },
        { assetNumber: 'W-1', originalLoanAmount: '24180.01' },
        // Another asset, and the number that W-2 is given while this one is mapped.
        { assetNumber: 'V-2' },
        { assetNumber: 'W-3', originalLoanAmount: '24180.02' },
      ];
      const parties = await partiesOf([
        'W-2,borrower,Ada,Twin,,L-7100-00001',
        'V-2,borrower,Ada,Other,,L-7100-00001',
      ]);
      const text = loanFile([...first, ...twins]);
      const { summary, rejects } = await boardText(opened.store, text, { parties });
      expect(summary).toMatchObject({ read: batch + 4, boarded: batch, unchanged: 1, rejected: 3 });
      expect(rejects).toMatchObject([
        { rule: 'already-boarded', record: 'W-1', ordinal: batch + 2 },
        { rule: 'already-boarded', record: 'W-3', ordinal: batch + 4 },
        { rule: 'contract-number-taken', record: 'V-2', ordinal: batch + 3 },
        { rule: 'contract-rejected', record: 'V-2', line: 3 },
      ]);
    });

    test('a file that fails while a batch is written keeps that batch, and goes on', async () => {
      const text = loanFile(assets('F', batch * 2));
      const failing = async function* (): AsyncGenerator<Buffer> {
        yield Buffer.from(text.slice(0, Math.floor(text.length * 0.75)));
        throw new Error('the disk is gone');
      };
      const items = readEx102(failing());
      await expect(boardText(opened.store, '', { items })).rejects.toThrow('the disk is gone');
      const { summary } = await boardText(opened.store, text);
      expect(summary).toMatchObject({ boarded: batch, unchanged: batch, rejected: 0 });
    });

    test('a batch that cannot be written ends the run, and the file is let go', async () => {
      const text = loanFile(assets('G', batch * 4));
      let letGo = false;
      const items = async function* (): AsyncGenerator<Ex102Item> {
        try {
          yield* readEx102([Buffer.from(text)]);
        } finally {
          letGo = true;
        }
      };
      let writes = 0;
      const transaction: Store['transaction'] = async (work) => {
        writes += 1;
        if (writes === 2) throw new Error('the database is gone');
        return opened.store.transaction(work);
      };
      const store = { ...opened.store, transaction };
      const run = boardText(store, '', { items: items() });
      await expect(run).rejects.toThrow('the database is gone');
      expect(letGo).toBe(true);
      const { summary } = await boardText(opened.store, text);
      expect(summary).toMatchObject({ boarded: batch * 3, unchanged: batch, rejected: 0 });
    });

    test('rejects come in the order of the file, whoever finds them', async () => {
      const good = assets('O', 3);
      const text = loanFile([
        ...good,
        { assetNumber: 'O-1', originalLoanAmount: '1.00' },
        { assetNumber: 'O-4', originalLoanTerm: 'sixty' },
        { assetNumber: 'O-2', originalLoanAmount: '1.00' },
      ]);
      const { rejects } = await boardText(opened.store, text);
      expect(rejects.map(({ ordinal }) => ordinal)).toEqual([4, 5, 6]);
    });

    test('the id of an asset is always the same', () => {
      expect(contractIdOf('LARK-2026-1', 'T-1')).toBe('5cb66a79-a0ff-8dc3-a8d1-3134ede56f7a');
      expect(contractIdOf(DEAL, 'T-1')).toBe(contractIdOf(DEAL, 'T-1'));
      expect(contractIdOf(DEAL, 'T-1')).not.toBe(contractIdOf(DEAL, 'T-2'));
      expect(contractIdOf('A-B', 'C')).not.toBe(contractIdOf('A', 'B-C'));
    });
  });
}
