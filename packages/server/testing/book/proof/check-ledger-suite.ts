/** The proof of the ledger, proved on one engine. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeOpenDay } from '../../../src/book/day/close-day.ts';
import { checkLedger, proveLedger } from '../../../src/book/proof/check-ledger.ts';
import { LEDGER_RULES } from '../../../src/book/proof/ledger-fault.ts';
import { type LedgerReport, reportLines } from '../../../src/book/proof/ledger-report.ts';
import { readEntries, readPostings } from '../../../src/book/proof/read-ledger.ts';
import { entryHash, GENESIS } from '../../../src/book/write/hash-chain.ts';
import { createWriter } from '../../../src/book/write/writer.ts';
import type { Queryable } from '../../../src/platform/database/store.ts';
import { boardSampleLease, boardSampleLoan, DEAL } from '../../sample-book.ts';
import { arrivedPayment } from '../../sample-payment.ts';
import { TEST_CLOCK } from '../../test-lender.ts';
import { type Engine, openTestStore, type TestStore } from '../../test-store.ts';
import { DAMAGES, type DamagedBook, inflict } from './ledger-damage.ts';

/** Three contracts with a past: a closed day, and payments before and after it. */
async function makeBook({ store }: TestStore): Promise<DamagedBook> {
  const book = {
    loan: await boardSampleLoan(store, 'A-1'),
    lease: await boardSampleLease(store, 'A-2'),
    idle: await boardSampleLoan(store, 'A-3'),
  };
  const writer = createWriter(store, TEST_CLOCK);
  await writer.run(arrivedPayment(book.loan, 'payment-1', 50_000n));
  await writer.run(arrivedPayment(book.loan, 'payment-2', 47_300n));
  await writer.run(arrivedPayment(book.lease, 'payment-1', 60_000n));
  await closeOpenDay(store, TEST_CLOCK);
  await writer.run(arrivedPayment(book.loan, 'payment-3', 10_000n));
  return book;
}

class TakenBack extends Error {}

export function checkLedgerProofOn(engine: Engine): void {
  describe(`the proof of the ledger, ${engine}`, () => {
    let opened: TestStore;
    let book: DamagedBook;
    beforeAll(async () => {
      opened = await openTestStore(engine);
      book = await makeBook(opened);
    });
    afterAll(() => opened.end());

    /** What the proof says after some damage, which is then taken back. */
    const afterDamage = async (damage: (tx: Queryable) => Promise<void>): Promise<LedgerReport> => {
      let report: LedgerReport | undefined;
      const work = opened.store.transaction(async (tx) => {
        await damage(tx);
        report = await proveLedger(tx, () => undefined);
        throw new TakenBack();
      });
      await expect(work).rejects.toThrow(TakenBack);
      if (report === undefined) throw new Error('no report');
      return report;
    };

    const named = (report: LedgerReport): string[] =>
      report.findings.map(({ contractNumber, rule }) => `${contractNumber} ${rule}`);

    test('a sound ledger proves, with its totals', async () => {
      const report = await checkLedger(opened.store);
      expect(report.findings).toEqual([]);
      expect(report).toMatchObject({ contracts: 3, entries: 7, closedDays: 1, findingCount: 0 });
      const principal = report.totals.find(({ account }) => account === 'principal');
      expect(principal).toMatchObject({ product: 'loan', debitCents: 2n * 18_250_42n });
      const net = report.totals.map(({ debitCents, creditCents }) => debitCents - creditCents);
      expect(net.reduce((sum, cents) => sum + cents, 0n)).toBe(0n);
      expect(reportLines(report).at(-1)).toContain('The ledger proves');
    });

    test.each([1, 2, 3, 6, 7])('read in pages of %d it says the same', async (pageSize) => {
      const whole = await proveLedger(opened.store, () => undefined);
      const paged = await proveLedger(opened.store, () => undefined, pageSize);
      expect({ ...paged, durationMs: 0 }).toEqual({ ...whole, durationMs: 0 });
    });

    test.each(DAMAGES)('$name', async (damage) => {
      const report = await afterDamage((tx) => inflict(tx, damage, book));
      const numbers = { loan: `${DEAL}-A-1`, lease: `${DEAL}-A-2`, idle: `${DEAL}-A-3` };
      const expected = damage.expected.map(
        ([who, rule]) => `${who === null ? null : numbers[who]} ${rule}`,
      );
      expect(named(report)).toEqual(expect.arrayContaining(expected));
      expect(report.findingCount).toBe(report.findings.length);
      expect(reportLines(report).at(-1)).toContain('does not prove');
    });

    test('a chain that was rewritten up to its head is betrayed by the closed day', async () => {
      const report = await afterDamage(async (tx) => {
        await tx.query(
          `update entry set body = replace(body, 'wire', 'card') where contract_id = $1`,
          [book.loan],
        );
        await rewriteChain(tx, book.loan);
      });
      expect(named(report)).toEqual(['null closed-day-differs']);
    });

    test('a contract that the close looks at too early is no finding', async () => {
      const report = await afterDamage(async (tx) => {
        await tx.query(
          'update contract_state set next_business_date = (select open_day from business_day)',
        );
      });
      expect(report.findings).toEqual([]);
    });

    test('every rule is broken by some damage', () => {
      const broken = new Set(DAMAGES.flatMap(({ expected }) => expected.map(([, rule]) => rule)));
      expect(LEDGER_RULES.filter((rule) => !broken.has(rule))).toEqual([]);
    });
  });
}

/** What a forger does who knows how the hashes are made. */
async function rewriteChain(tx: Queryable, contractId: string): Promise<void> {
  const entries = (await readEntries(tx, { contractId, seq: 0 }, 100)).filter(
    (entry) => entry.contract_id === contractId,
  );
  let head: Buffer = GENESIS;
  for (const entry of entries) {
    const { seq } = entry;
    const postings = await readPostings(tx, { contractId, seq: seq - 1 }, { contractId, seq });
    head = entryHash(head, {
      contractId,
      seq,
      entryId: entry.entry_id,
      key: entry.key,
      inputHash: entry.input_hash,
      kind: entry.kind,
      businessDate: entry.business_date,
      effectiveDate: entry.effective_date,
      postings: postings as never,
      body: entry.body,
    });
    await tx.query(
      `update entry set hash = decode($3, 'hex') where contract_id = $1 and seq = $2`,
      [contractId, seq, head.toString('hex')],
    );
  }
  await tx.query(`update contract_state set head = decode($2, 'hex') where contract_id = $1`, [
    contractId,
    head.toString('hex'),
  ]);
}
