/** A parties file that comes again, mended: what it changes, what it does not, and the history. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkLedger } from '../../src/book/proof/check-ledger.ts';
import { boardText, DEAL, leaseFile, loanFile } from '../sample-book.ts';
import { type Engine, openTestStore, type TestStore } from '../test-store.ts';
import { asset, dana, partiesBook } from './parties-book.ts';

const VIN = '1M8GDM9AXKP042788';

export function checkPartiesOn(engine: Engine): void {
  describe(`parties that come again, ${engine}`, () => {
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
    const { parties, board, boardAlone, peopleOf, directoriesOf, historyOf } = book;

    test('a company, one name, an address abroad: everybody is a party', async () => {
      const { summary, rejects } = await board(loanFile(['A-1', 'A-2', 'A-3'].map(asset)), [
        { asset_number: 'A-1', role: 'borrower', last_name: 'Hawthorn Plumbing LLC' },
        { asset_number: 'A-2', role: 'borrower', first_name: 'Sukarto', zip: '45402' },
        {
          asset_number: 'A-3',
          role: 'borrower',
          first_name: 'Marguerite',
          last_name: 'Tremblay',
          city: 'Gatineau',
          state: 'QC',
          zip: 'J8X 3P4',
        },
      ]);
      expect(summary).toMatchObject({ boarded: 3, parties: 3, partiesAdded: 3 });
      expect(summary.assumed).toMatchObject({ country: 1 });
      expect(rejects).toEqual([]);
      expect(await peopleOf('A-1')).toMatchObject([{ companyName: 'Hawthorn Plumbing LLC' }]);
      expect(await peopleOf('A-2')).toMatchObject([{ firstName: 'Sukarto', lastName: null }]);
      expect(await peopleOf('A-3')).toMatchObject([{ state: 'QC', zip: 'J8X 3P4', country: 'CA' }]);
    });

    test('one bad cell costs neither borrower nor number nor VIN', async () => {
      const bad = { ssn: '000-12-3456', zip: '5402', phone: '555', date_of_birth: '1988-02-30' };
      const { summary, rejects } = await board(loanFile([asset('B-1')]), [
        { ...dana('B-1'), ...bad, contract_number: 'LMF-B-1', vin: VIN },
      ]);
      expect(summary).toMatchObject({ parties: 1, partiesRejected: 0, partyValuesReported: 4 });
      expect(rejects.map(({ element }) => element).sort()).toEqual([
        'date_of_birth',
        'phone',
        'ssn',
        'zip',
      ]);
      expect(await peopleOf('B-1')).toMatchObject([{ firstName: 'Dana', ssn: null, zip: null }]);
      expect(await directoriesOf('B-1')).toEqual({ contract_number: 'LMF-B-1', vin: VIN });
    });

    test('mended rows are taken, once, and what was there before is kept', async () => {
      const file = loanFile(['C-1', 'C-2'].map(asset));
      await board(file, [{ ...dana('C-1'), city: 'Gatineau', state: 'QC', unit: 'Apt 4' }]);
      const mended = [
        {
          ...dana('C-1'),
          contract_number: 'LMF-C-1',
          street: 'PO Box 12',
          city: 'Dayton',
          state: 'OH',
          zip: '45402',
          vin: '1HGCM82633A004352',
        },
        { asset_number: 'C-2', role: 'borrower', first_name: 'Ana', last_name: 'Ruiz' },
      ];
      const { summary, rejects } = await board(file, mended);
      expect(rejects).toEqual([]);
      expect(summary).toMatchObject({
        unchanged: 2,
        parties: 2,
        partiesAdded: 1,
        partiesChanged: 1,
        contractNumbersChanged: 1,
        vinsChanged: 1,
      });
      expect(await peopleOf('C-1')).toMatchObject([
        { street: 'PO Box 12', unit: null, state: 'OH', country: null, zip: '45402' },
      ]);
      expect(await peopleOf('C-2')).toMatchObject([{ firstName: 'Ana', role: 'borrower' }]);
      const number = { contract_number: 'LMF-C-1', vin: '1HGCM82633A004352' };
      expect(await directoriesOf('C-1')).toEqual(number);
      const history = await historyOf('C-1');
      expect(history.map(({ what, from_value: from, to_value: to }) => [what, from, to])).toEqual([
        ['contract-number-changed', `${DEAL}-C-1`, 'LMF-C-1'],
        ['person-changed', null, null],
        ['vin-changed', null, '1HGCM82633A004352'],
      ]);
      expect(history[1]).toMatchObject({
        who: 'boarding',
        source: 'people.csv',
        fields: 'street unit city state zip country',
        said: { city: { from: 'Gatineau', to: 'Dayton' }, country: { from: 'CA', to: null } },
      });
      expect(history[1]?.sealed?.includes('Gatineau')).toBe(false);

      const again = await board(file, mended);
      expect(again.summary).toMatchObject({ partiesUnchanged: 2, partiesAdded: 0, vinsChanged: 0 });
      expect(again.summary).toMatchObject({ partiesChanged: 0, contractNumbersChanged: 0 });
      expect(await historyOf('C-1')).toEqual(history);
    });

    test('the file alone: by number, by asset, and who has no contract', async () => {
      await board(loanFile(['D-1', 'D-2'].map(asset)), [
        { ...dana('D-1'), contract_number: 'LMF-D-1' },
      ]);
      const rows = [
        { contract_number: 'LMF-D-1', role: 'borrower', first_name: 'Dana', last_name: 'Weir' },
        { asset_number: 'D-2', role: 'borrower', first_name: 'Robin', last_name: 'Weir' },
        { asset_number: 'D-9', role: 'borrower', first_name: 'Noor', last_name: 'Weir' },
      ];
      const { summary, rejects } = await boardAlone(rows);
      expect(summary).toMatchObject({
        partiesAdded: 1,
        partiesChanged: 1,
        partiesUnclaimed: 1,
        contractNumbersChanged: 0,
      });
      expect(rejects).toMatchObject([{ line: 4, rule: 'party-without-contract', value: 'D-9' }]);
      expect(await peopleOf('D-1')).toMatchObject([{ firstName: 'Dana', lastName: 'Weir' }]);
      const other = await boardAlone(rows.slice(1, 2), 'ANOTHER-DEAL');
      expect(other.summary).toMatchObject({ parties: 0, partiesUnclaimed: 1 });
    });

    test('a file does not put one borrower in the place of another', async () => {
      const file = leaseFile([asset('E-1')]);
      await board(file, [{ ...dana('E-1', 'lessee'), ssn: '900-70-0142' }]);
      const other = { ...dana('E-1', 'lessee'), first_name: 'Sam', ssn: '900-70-0143' };
      const { summary, rejects } = await board(file, [other]);
      expect(summary).toMatchObject({ partiesRejected: 1, partiesChanged: 0 });
      expect(rejects).toMatchObject([{ rule: 'another-main-party', element: 'role' }]);
      expect(await peopleOf('E-1')).toMatchObject([{ firstName: 'Dana', ssn: '900700142' }]);
    });

    test('a person of two contracts is one: the first row holds in every run', async () => {
      const file = loanFile(['F-1', 'F-2'].map(asset));
      const rows = ['F-1', 'F-2'].map((each, n) => ({
        ...dana(each),
        ssn: '900-71-0001',
        phone: `(937) 555-014${n}`,
      }));
      const first = await board(file, rows);
      expect(first.summary).toMatchObject({ parties: 2, partiesAdded: 2 });
      expect(first.rejects).toMatchObject([{ rule: 'rows-disagree', element: 'phone', line: 3 }]);
      const again = await board(file, rows);
      expect(again.summary).toMatchObject({ partiesUnchanged: 2, partiesChanged: 0 });
      expect(again.rejects).toMatchObject([{ rule: 'rows-disagree', element: 'phone', line: 3 }]);
      expect(await peopleOf('F-2')).toMatchObject([{ phone: '+19375550140' }]);
      expect(await historyOf('F-1')).toEqual([]);
      // A new contract of somebody whom the book has brings news of them.
      const later = { ...dana('F-3'), ssn: '900-71-0001', phone: '(937) 555-0149' };
      await board(loanFile([asset('F-3')]), [later]);
      expect(await peopleOf('F-1')).toMatchObject([{ phone: '+19375550149' }]);
      expect(await historyOf('F-3')).toMatchObject([{ what: 'person-changed', fields: 'phone' }]);
    });

    test('a number and a taxpayer number of others are not taken, the rest is', async () => {
      const file = loanFile(['G-1', 'G-2'].map(asset));
      await board(file, [
        { ...dana('G-1'), ssn: '900-72-0001', contract_number: 'LMF-G-1' },
        { ...dana('G-2'), first_name: 'Sam' },
      ]);
      const { summary, rejects } = await board(file, [
        {
          ...dana('G-2'),
          first_name: 'Sam',
          ssn: '900-72-0001',
          contract_number: 'LMF-G-1',
          phone: '(937) 555-0150',
        },
      ]);
      expect(rejects.map(({ rule }) => rule)).toEqual([
        'number-of-another-person',
        'contract-number-taken',
      ]);
      expect(summary).toMatchObject({ partiesChanged: 1, contractNumbersChanged: 0 });
      expect(await peopleOf('G-2')).toMatchObject([{ ssn: null, phone: '+19375550150' }]);
    });

    test('a garbled name of an earlier run is mended and stays the same person', async () => {
      const file = loanFile([asset('H-1')]);
      await board(file, [{ ...dana('H-1'), first_name: '', last_name: 'Pe\u00f1a' }]);
      const row = { ...dana('H-1'), first_name: 'Jos\u00c3\u00a9', last_name: 'Pe\u00c3\u00b1a' };
      const { summary, rejects } = await board(file, [row]);
      expect(summary).toMatchObject({ partiesChanged: 1, partyValuesReported: 2 });
      expect(rejects.map(({ rule }) => rule)).toEqual(['doubly-encoded', 'doubly-encoded']);
      const [person, ...others] = await peopleOf('H-1');
      expect(person).toMatchObject({ firstName: 'Jos\u00e9', lastName: 'Pe\u00f1a' });
      expect(others).toEqual([]);
    });

    test('rows of a rejected record say that it was rejected', async () => {
      const file = loanFile([
        { assetNumber: 'I-1', originalLoanTerm: 'sixty' },
        { assetNumber: 'I-2' },
      ]);
      const { summary, rejects } = await board(file, [dana('I-1'), dana('I-2'), dana('I-3')]);
      expect(summary).toMatchObject({
        parties: 1,
        partiesOfRejected: 1,
        partiesUnclaimed: 1,
        rejected: 1,
      });
      const said = rejects.map(({ rule, line }) => [rule, line]);
      expect(said).toEqual([
        ['not-an-integer', null],
        ['contract-rejected', 2],
        ['party-without-contract', 4],
      ]);
      expect(rejects[1]?.sentence).toContain('not-an-integer');
    });

    test('a role nobody knows: the only person is the main one, another a co-lessee', async () => {
      const file = leaseFile(['J-1', 'J-2'].map(asset));
      await board(file, [
        dana('J-1', 'Owner'),
        { ...dana('J-2', 'driver'), first_name: 'Sam' },
        dana('J-2', 'lessee'),
      ]);
      expect(await peopleOf('J-1')).toMatchObject([{ role: 'lessee' }]);
      expect(await peopleOf('J-2')).toMatchObject([
        { role: 'co-lessee', firstName: 'Sam' },
        { role: 'lessee', firstName: 'Dana' },
      ]);
    });

    test('two runs of one file at once: everybody once, every change once', async () => {
      const assets = Array.from({ length: 40 }, (_, n) => asset(`K-${n}`));
      await boardText(opened.store, loanFile(assets));
      const rows = assets.map(({ assetNumber }, n) => ({
        ...dana(assetNumber),
        contract_number: `LMF-${assetNumber}`,
        ssn: `9007300${String(n + 10)}`,
      }));
      const stores = [opened.store, await opened.openAnother()];
      const summaries = await Promise.all(
        stores.map(async (store) => {
          const { index } = await parties(rows);
          return (await boardText(store, loanFile(assets), { parties: index })).summary;
        }),
      );
      expect(summaries.reduce((sum, each) => sum + each.partiesAdded, 0)).toBe(40);
      expect(summaries.reduce((sum, each) => sum + each.contractNumbersChanged, 0)).toBe(40);
      expect(await peopleOf('K-7')).toHaveLength(1);
      expect((await historyOf('K-7')).map(({ what }) => what)).toEqual([
        'contract-number-changed',
        'party-added',
      ]);
    });
  });
}
