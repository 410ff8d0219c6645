/** A file whose cut-off is long ago: asked about, boarded when a person says so, never twice. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_CHECKS } from '../../src/lender/boarding-checks.ts';
import type { Lender } from '../../src/lender/lender.ts';
import { boardText, leaseFile, loanFile } from '../sample-book.ts';
import { TEST_LENDER } from '../test-lender.ts';
import { type Engine, openTestStore, type TestStore } from '../test-store.ts';

/** A loan whose cut-off is so many days before the open day, 2026-11-02. */
const loan = (assetNumber: string, cutOff: string) => ({
  assetNumber,
  reportingPeriodBeginningDate: cutOff.replace(/-\d\d-/, '-01-'),
  reportingPeriodEndingDate: cutOff,
  interestPaidThroughDate: cutOff,
});

const lenderTaking = (cutOffDays: number): Lender => ({
  ...TEST_LENDER,
  boarding: { ...TEST_LENDER.boarding, checks: { ...DEFAULT_CHECKS, cutOffDays } },
});

export function checkOldFilesOn(engine: Engine): void {
  describe(`a file with an old cut-off, ${engine}`, () => {
    let opened: TestStore;
    beforeAll(async () => {
      opened = await openTestStore(engine);
    });
    afterAll(() => opened.end());
    const board = (text: string, changes: Parameters<typeof boardText>[2] = {}) =>
      boardText(opened.store, text, changes);
    const count = async (): Promise<bigint | undefined> => {
      const rows = await opened.store.query<{ n: bigint }>('select count(*) as n from contract');
      return rows[0]?.n;
    };

    test.each<[string, string, number, boolean]>([
      ['on the last day a lender takes', '09-18-2026', 45, true],
      ['a day older', '09-17-2026', 45, false],
      ['by a lender who takes fewer', '10-30-2026', 2, false],
      ['by a lender who takes more', '08-01-2026', 100, true],
    ])('%s', async (what, cutOff, days, boards) => {
      const before = (await count()) ?? 0n;
      const text = loanFile([loan(`AGE-${what.length}-${days}`, cutOff)]);
      const { summary } = await board(text, { lender: lenderTaking(days) });
      expect(summary.question?.about ?? null).toBe(boards ? null : 'old-file');
      expect(summary.boarded).toBe(boards ? 1 : 0);
      expect(await count()).toBe(before + (boards ? 1n : 0n));
    });

    test('is asked about with its day, and boards with the balances of its cut-off', async () => {
      const text = loanFile([loan('OLD-1', '10-31-2025')]);
      const asked = await board(text);
      expect(asked.summary).toMatchObject({
        read: 0,
        question: { about: 'old-file', asOf: '2025-10-31', days: 367, most: 45 },
      });
      const { summary } = await board(text, { isOldFile: true });
      expect(summary).toMatchObject({ question: null, boarded: 1 });
      expect(summary.principalCents).toBe(summary.endBalanceCents);
      // Every payment since then is missing, so the loan that was boarded is charged off at once.
      const [row] = await opened.store.query<{ status: string }>(
        `select s.status from contract_state s join asset a using (contract_id)
         where a.asset_number = 'OLD-1'`,
      );
      expect(row?.status).toBe('charged-off');
    });

    test('that is boarded already is run again without a question', async () => {
      const { summary } = await board(loanFile([loan('OLD-1', '10-31-2025')]));
      expect(summary).toMatchObject({ question: null, boarded: 0, unchanged: 1 });
    });

    test('of leases is asked about as well', async () => {
      const lease = {
        assetNumber: 'OLD-V',
        reportingPeriodBeginDate: '06-01-2026',
        reportingPeriodEndDate: '06-30-2026',
        paidThroughDate: '06-30-2026',
      };
      const { summary } = await board(leaseFile([lease]));
      expect(summary.question).toMatchObject({ about: 'old-file', asOf: '2026-06-30' });
    });

    test('among newer ones is rejected by itself, with its reason', async () => {
      const text = loanFile([loan('NEW-1', '10-31-2026'), loan('OLD-2', '10-31-2025')]);
      const { summary, rejects } = await board(text);
      expect(summary).toMatchObject({ question: null, boarded: 1, rejected: 1 });
      expect(rejects[0]).toMatchObject({
        rule: 'cut-off-too-old',
        element: 'reportingPeriodEndingDate',
        value: '2025-10-31',
      });
      expect(rejects[0]?.accepted).toContain('--old-file');
    });
  });
}
