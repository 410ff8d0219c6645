/** What was assumed of a contract and is stated by a later run of the parties file. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contractIdOf } from '../../src/boarding/board-record.ts';
import { checkLedger } from '../../src/book/proof/check-ledger.ts';
import { createWriter } from '../../src/book/write/writer.ts';
import { DEAL, leaseFile, loanFile } from '../sample-book.ts';
import { arrivedPayment } from '../sample-payment.ts';
import { TEST_CLOCK } from '../test-lender.ts';
import { type Engine, openTestStore, type TestStore } from '../test-store.ts';
import { asset, dana, partiesBook } from './parties-book.ts';

export function checkPartiesTermsOn(engine: Engine): void {
  describe(`terms that a parties file mends, ${engine}`, () => {
    let opened: TestStore;
    beforeAll(async () => {
      opened = await openTestStore(engine);
    });
    afterAll(async () => {
      const report = await checkLedger(opened.store);
      await opened.end();
      expect(report.findings).toEqual([]);
    });
    const book = partiesBook(() => opened.store);
    const { board, boardAlone, termsOf } = book;

    test('a due day that was assumed is mended, as if it had been stated at first', async () => {
      const loans = loanFile(['L-1', 'L-2'].map(asset));
      const leases = leaseFile(['M-1', 'M-2'].map(asset));
      const stated = (which: string, role: string) => ({ ...dana(which, role), due_day: '3' });
      for (const [file, mended, from, role] of [
        [loans, 'L-1', 'L-2', 'borrower'],
        [leases, 'M-1', 'M-2', 'lessee'],
      ] as const) {
        await board(file, [{ ...stated(from, role), contract_number: `LMF-${from}` }]);
        expect(await termsOf(mended)).toMatchObject({ dueDay: 15, versions: 1 });
        const rows = [{ ...stated(mended, role), contract_number: `LMF-${mended}` }];
        const { summary, rejects } = await board(file, rows);
        expect(rejects).toEqual([]);
        expect(summary).toMatchObject({ termsChanged: 1, unchanged: 2 });
        const [one, other] = [await termsOf(mended), await termsOf(from)];
        expect(one).toMatchObject({ dueDay: 3, versions: 2, assumed: other.assumed });
        expect(one.contract.facts).toEqual(other.contract.facts);
        expect(one.contract.balances).toEqual(other.contract.balances);
        const again = await board(file, rows);
        expect(again.summary).toMatchObject({ termsChanged: 0, partyValuesReported: 0 });
        expect(await termsOf(mended)).toMatchObject({ version: 2, versions: 2 });
      }
    });

    test('a due day is not mended once money was posted, nor without the record', async () => {
      const file = loanFile(['N-1', 'N-2'].map(asset));
      await board(file, [dana('N-1'), dana('N-2')]);
      const writer = createWriter(opened.store, TEST_CLOCK);
      const contractId = contractIdOf(DEAL, 'N-1');
      const paid = await writer.run(arrivedPayment(contractId, 'pay-1', 473_00n));
      expect(paid.outcome).toBe('done');
      const rows = ['N-1', 'N-2'].map((each) => ({ ...dana(each), due_day: '3' }));
      const alone = await boardAlone(rows, DEAL);
      expect(alone.rejects.map(({ rule }) => rule)).toEqual([
        'needs-the-record',
        'needs-the-record',
      ]);
      const { summary, rejects } = await board(file, rows);
      expect(rejects).toMatchObject([
        { rule: 'needs-a-terms-change', element: 'due_day', line: 2 },
      ]);
      expect(summary).toMatchObject({ termsChanged: 1 });
      expect(await termsOf('N-1')).toMatchObject({ dueDay: 15, versions: 1 });
      expect(await termsOf('N-2')).toMatchObject({ dueDay: 3, versions: 2 });
    });

    test('miles are mended, and what was assumed rightly is assumed no more', async () => {
      const file = leaseFile([asset('O-1')]);
      await board(file, [dana('O-1', 'lessee')]);
      const miles = { delivery_odometer: '31', allowance_miles_per_year: '9000', due_day: '15' };
      const { summary } = await board(file, [{ ...dana('O-1', 'lessee'), ...miles }]);
      expect(summary).toMatchObject({ termsChanged: 1 });
      const { contract, assumed, dueDay } = await termsOf('O-1');
      expect(contract.terms).toMatchObject({
        mileage: { deliveryOdometer: 31, allowanceMiles: 27_000 },
      });
      expect(dueDay).toBe(15);
      // What changed the terms alone stands in the way of nothing.
      const later = { ...dana('O-1', 'lessee'), ...miles, due_day: '3' };
      expect((await board(file, [later])).summary).toMatchObject({ termsChanged: 1 });
      expect(await termsOf('O-1')).toMatchObject({ dueDay: 3, versions: 3 });
      for (const term of ['dueDay', 'deliveryOdometer', 'allowanceMilesPerYear']) {
        expect(assumed).not.toContain(term);
      }
    });
  });
}
