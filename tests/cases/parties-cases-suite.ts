/**
 * Goal: the shared cases about parties and spreadsheets give their right values.
 * Method: each case's files go through the command that a person runs, into one book; the book, the
 * rejects file and the summary are held against what was worked out by hand.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dueDayOf } from '@roadbook/server/boarding/parties/terms-stated';
import { checkLedger } from '@roadbook/server/book/proof/check-ledger';
import { readContract } from '@roadbook/server/book/read/read-contract';
import { createWriter } from '@roadbook/server/book/write/writer';
import { runBoard } from '@roadbook/server/cli/commands/run-board';
import type { Shell } from '@roadbook/server/operation/shell';
import { type Person, unsealPerson } from '@roadbook/server/people/person';
import { simulatedPaymentGateway } from '@roadbook/server/platform/gateway/simulated-payment-gateway';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TEST_CLOCK, TEST_KEYS, TEST_LENDER } from '../../packages/server/testing/test-lender.ts';
import {
  type Engine,
  openTestStore,
  type TestStore,
} from '../../packages/server/testing/test-store.ts';
import { describeWithSharedData } from '../house/shared-data.ts';

type Ran = { readonly code: number; readonly said: string; readonly rejects: string };
type Party = Person & { readonly number: string; readonly vin: string | null };

export function partiesCasesOn(engine: Engine): void {
  describeWithSharedData(`cases of parties and spreadsheets, ${engine}`, (data) => {
    let opened: TestStore;
    let shell: Shell;
    let folder: string;
    const openBook = async (): Promise<void> => {
      opened = await openTestStore(engine);
      let nowMs = TEST_CLOCK();
      const clock = (): number => {
        nowMs += 1;
        return nowMs;
      };
      shell = {
        store: opened.store,
        writer: createWriter(opened.store, clock),
        ring: TEST_KEYS,
        lender: TEST_LENDER,
        gateway: simulatedPaymentGateway(),
        clock,
      };
    };
    const closeBook = async (): Promise<void> => {
      const report = await checkLedger(opened.store);
      await opened.end();
      expect(report.findings).toEqual([]);
    };
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'roadbook-cases-'));
      await openBook();
    });
    afterAll(async () => {
      await closeBook();
      rmSync(folder, { recursive: true });
    });

    const run = async (id: string, file: string | null, parties: string | null): Promise<Ran> => {
      const lines: string[] = [];
      const rejects = join(folder, 'rejects.csv');
      const at = (name: string | null) => (name === null ? null : join(data, 'cases', id, name));
      const request = { command: 'board', asOf: null, rejects, deal: id } as const;
      const code = await runBoard(
        shell,
        { ...request, file: at(file), parties: at(parties) },
        { line: (text) => void lines.push(text), progress: () => undefined },
      );
      return { code, said: lines.join('\n'), rejects: readFileSync(rejects, 'utf8') };
    };
    const partyOf = async (id: string, asset: string): Promise<Party | null> => {
      const [row] = await opened.store.query<{
        person_id: string | null;
        key_id: string;
        sealed: Buffer;
        contract_number: string;
        vin: string | null;
      }>(
        `select x.person_id, x.key_id, x.sealed, c.contract_number, v.vin from contract c
         join vehicle v using (contract_id) left join contract_party p using (contract_id)
         left join person x using (person_id) where c.deal = $1 and c.asset_number = $2`,
        [id, asset],
      );
      if (row === undefined || row.person_id === null) return null;
      const opens = { ...row, person_id: row.person_id };
      return { ...unsealPerson(TEST_KEYS, opens), number: row.contract_number, vin: row.vin };
    };
    const contractOf = async (id: string, asset: string) => {
      const [row] = await opened.store.query<{ contract_id: string; contract_number: string }>(
        'select contract_id, contract_number from contract where deal = $1 and asset_number = $2',
        [id, asset],
      );
      if (row === undefined) return null;
      const stored = await readContract(opened.store, row.contract_id);
      return stored === null ? null : { ...stored.contract, number: row.contract_number };
    };

    test('BL-12: a company and somebody with one name are borrowers', async () => {
      const { code, rejects } = await run('BL-12', 'loans.xml', 'parties.csv');
      expect(rejects.trim().split('\r\n')).toHaveLength(1);
      expect(code).toBe(0);
      const company = { companyName: 'Hawthorn Plumbing LLC', number: 'LMF-CO-1' };
      expect(await partyOf('BL-12', 'CO-1')).toMatchObject(company);
      const single = { firstName: 'Sukarto', lastName: null, number: 'LMF-CO-2' };
      expect(await partyOf('BL-12', 'CO-2')).toMatchObject(single);
    });

    test('BL-13: addresses and telephones abroad cost nobody their contract', async () => {
      await run('BL-13', 'loans.xml', 'parties.csv');
      expect(await partyOf('BL-13', 'FA-1')).toMatchObject({
        firstName: 'Marguerite',
        state: 'QC',
        zip: 'J8X 3P4',
        country: 'CA',
        phone: '+18195550142',
        number: 'LMF-FA-1',
      });
      expect(await partyOf('BL-13', 'FA-2')).toMatchObject({
        city: 'Kaiserslautern',
        zip: '67655',
        country: 'DE',
        phone: '+496315550142',
        number: 'LMF-FA-2',
      });
    });

    describe('BL-14: accents', () => {
      test('in UTF-16 nothing is boarded, and the encoding is named', async () => {
        const { code, rejects } = await run('BL-14', 'loans.xml', 'parties-utf16.csv');
        expect([code, rejects]).toEqual([2, expect.stringContaining('UTF-16')]);
        expect(await contractOf('BL-14', 'EN-1')).toBeNull();
      });

      test('in Windows-1252 no garbled name is taken, and the encoding is named', async () => {
        const { rejects } = await run('BL-14', 'loans.xml', 'parties-cp1252.csv');
        expect(rejects).toContain('Windows-1252');
        expect(await partyOf('BL-14', 'EN-1')).toBeNull();
        expect((await contractOf('BL-14', 'EN-1'))?.number).toBe('LMF-EN-1');
        expect(await partyOf('BL-14', 'EN-2')).toMatchObject({ lastName: 'Whitfield' });
      });

      test('encoded twice they are read as they were meant, and told', async () => {
        const { code, rejects } = await run('BL-14', 'loans.xml', 'parties-mojibake.csv');
        expect(code).not.toBe(0);
        expect(rejects).toContain('doubly-encoded');
        expect(rejects).not.toMatch(/Pe[nñ]a/);
        const meant = { firstName: 'José', lastName: 'Peña', number: 'LMF-EN-3' };
        expect(await partyOf('BL-14', 'EN-3')).toMatchObject(meant);
      });
    });

    test('BL-16: amounts are read exactly or refused as they stand in the file', async () => {
      const { rejects } = await run('BL-16', 'loans.csv', null);
      const damage: [asset: string, value: string, rule: string][] = [
        ['A-1', '"$16,000.00"', 'currency-sign'],
        ['A-2', '(125.00)', 'amount-in-parentheses'],
        ['A-4', '"16,000"', 'thousands-separator'],
        ['A-6', '1.6E+04', 'scientific-notation'],
        ['A-7', '10/31/26', 'two-digit-year'],
      ];
      for (const [asset, value, rule] of damage) {
        const line = rejects.split('\r\n').find((each) => each.includes(`,${asset},`));
        expect(line).toContain(`${value},${rule},`);
        expect(await contractOf('BL-16', asset)).toBeNull();
      }
      const principal = async (asset: string) => (await contractOf('BL-16', asset))?.balances[0];
      expect(await principal('A-3')).toBe(16_000_70n);
      // 16.000 is 16.00 as documented, or refused where the record contradicts it.
      expect([16_00n, undefined]).toContain(await principal('A-5'));
      const { code, rejects: semicolons } = await run('BL-16', 'semicolon.csv', null);
      expect([code, semicolons]).toEqual([2, expect.stringContaining('wrong-delimiter')]);
    });

    test('BL-25: a VIN abroad, or with a letter for a digit, costs nobody their contract', async () => {
      const { rejects } = await run('BL-25', 'loans.xml', 'parties.csv');
      const people = await Promise.all(['VN-1', 'VN-2', 'VN-3'].map((a) => partyOf('BL-25', a)));
      expect(people).toMatchObject([
        { firstName: 'Dana', number: 'LMF-VN-1', vin: null },
        { firstName: 'Sam', number: 'LMF-VN-2', vin: '1M8GDM9AXKP042788' },
        { firstName: 'Ana', number: 'LMF-VN-3', vin: null },
      ]);
      expect(rejects).toContain('another market');
      expect(rejects).toContain('Character 12 is the letter O');
      expect(rejects).not.toMatch(/wxxzzz|M8GDM9/i);
    });

    test('BL-35: a second run takes mended rows, a third changes nothing', async () => {
      // Its contracts have the numbers of BL-13, so they need a book of their own.
      await closeBook();
      await openBook();
      await run('BL-35', 'loans.xml', 'parties-first.csv');
      const { said, rejects, code } = await run('BL-35', 'loans.xml', 'parties-mended.csv');
      expect(rejects.trim().split('\r\n')).toHaveLength(1);
      expect(code).toBe(0);
      expect(said).toMatch(/changed\s+2\n/);
      expect(said).toMatch(/Terms changed\s+2\n/);
      for (const asset of ['FA-1', 'FA-2']) {
        const mended = { city: 'Dayton', state: 'OH', country: null, number: `LMF-${asset}` };
        expect(await partyOf('BL-35', asset)).toMatchObject(mended);
        const contract = await contractOf('BL-35', asset);
        expect(contract === null ? null : dueDayOf(contract.terms)).toBe(3);
        expect(contract?.terms.assumed.map(({ term }) => term)).not.toContain('dueDay');
      }
      const again = await run('BL-35', 'loans.xml', 'parties-mended.csv');
      expect(again.said).toMatch(/unchanged\s+2\n/);
      expect(again.said).toMatch(/Terms changed\s+0\n/);
    });

    test('BL-35: contracts without a person, a number or a due day get all three', async () => {
      const id = 'BL-35';
      const boardAs = async (parties: string | null) => {
        const at = (name: string) => join(data, 'cases', id, name);
        const request = { command: 'board', asOf: null, rejects: null, deal: 'ANOTHER' } as const;
        const say = { line: () => undefined, progress: () => undefined };
        const file = at('loans.xml');
        return runBoard(shell, { ...request, file, parties: parties && at(parties) }, say);
      };
      await boardAs(null);
      expect((await contractOf('ANOTHER', 'FA-1'))?.number).toBe('ANOTHER-FA-1');
      // The numbers are those of the other deal's contracts: they keep them, and the rest is taken.
      expect(await boardAs('parties-mended.csv')).toBe(1);
      expect(await partyOf('ANOTHER', 'FA-2')).toMatchObject({ firstName: 'Anselm' });
      const contract = await contractOf('ANOTHER', 'FA-2');
      expect(contract?.number).toBe('ANOTHER-FA-2');
      expect(contract === null ? null : dueDayOf(contract.terms)).toBe(3);
      const assumed = contract?.terms.assumed.map(({ term }) => term) ?? [];
      expect(assumed).toContain('contractNumber');
      expect(assumed).not.toContain('parties');
    });

    test('BL-11: the odometer of a used car comes with its lessee', async () => {
      await run('BL-11', 'lease.xml', 'parties.csv');
      expect(await partyOf('BL-11', 'US-1')).toMatchObject({
        firstName: 'Ines',
        number: 'LMF-US-1',
      });
      const contract = await contractOf('BL-11', 'US-1');
      const facts = contract?.product === 'lease' ? contract.facts : null;
      expect(facts?.readings).toMatchObject([{ miles: 51_200, on: '2026-10-20' }]);
    });
  });
}
