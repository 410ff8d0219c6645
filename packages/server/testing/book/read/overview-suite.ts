/** What a screen shows of a contract comes in one statement, for those who may see it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readOverview, type StoredOverview } from '../../../src/book/read/read-overview.ts';
import { createWriter } from '../../../src/book/write/writer.ts';
import { namedUuid } from '../../../src/platform/database/uuid.ts';
import { boardSampleLease, boardSampleLoan } from '../../sample-book.ts';
import { arrivedPayment } from '../../sample-payment.ts';
import { OPEN_DAY, TEST_CLOCK } from '../../test-lender.ts';
import { type Engine, openTestStore, type TestStore } from '../../test-store.ts';
import { watchedStore } from '../../watched-store.ts';

const LEE = namedUuid('person', 'lee');
const STRANGER = namedUuid('person', 'stranger');
const NO_CONTRACT = namedUuid('contract', 'none');

export function checkOverviewsOn(engine: Engine): void {
  describe(`overviews on ${engine}`, () => {
    let opened: TestStore;
    let loanId: string;
    let leaseId: string;
    beforeAll(async () => {
      opened = await openTestStore(engine);
      loanId = await boardSampleLoan(opened.store, 'loan-1');
      leaseId = await boardSampleLease(opened.store, 'lease-1');
      await opened.store.query(
        `insert into contract_party values ($1, $3, 'borrower'), ($2, $3, 'lessee')`,
        [loanId, leaseId, LEE],
      );
    });
    afterAll(() => opened.end());

    const read = (contractId: string, personId: string | null): Promise<StoredOverview | null> =>
      readOverview(opened.store, { contractId, personId });

    test('a party and whoever needs no leave see it; a stranger sees nothing', async () => {
      const seen = await Promise.all([
        read(loanId, STRANGER),
        read(leaseId, LEE),
        read(NO_CONTRACT, LEE),
        read(loanId, null),
        read(NO_CONTRACT, null),
      ]);
      expect(seen.map((each) => each?.stored.contract.contractId ?? null)).toEqual([
        null,
        leaseId,
        null,
        loanId,
        null,
      ]);
      expect(seen[3]?.account.asset_number).toBe('loan-1');
      expect(seen[3]?.stored.openDay).toBe(OPEN_DAY);
      expect(seen[3]?.stored.earlier).toBeNull();
    });

    test('two people who ask for the same contract at once each get their own answer', async () => {
      const [own, foreign] = await Promise.all([read(loanId, LEE), read(loanId, STRANGER)]);
      expect(own?.stored.contract.contractId).toBe(loanId);
      expect(foreign).toBeNull();
    });

    test('several contracts are one statement', async () => {
      const sent: string[] = [];
      const store = watchedStore(opened.store, (statement) => void sent.push(statement));
      const personId = LEE;
      const found = await Promise.all(
        [leaseId, loanId].map((contractId) => readOverview(store, { contractId, personId })),
      );
      expect(found.map((each) => each?.account.contract_id)).toEqual([leaseId, loanId]);
      expect(sent.filter((statement) => statement !== 'read-policies')).toEqual(['read-overviews']);
    });

    test('its points are its entries in order, with amount and balance', async () => {
      const writer = createWriter(opened.store, TEST_CLOCK);
      await writer.run(arrivedPayment(loanId, 'first', 47_300n));
      await writer.run(arrivedPayment(loanId, 'second', 10_000n));
      const found = await read(loanId, null);
      const rows = await opened.store.query(
        `select seq, kind, effective_date, amount_cents, balance_cents from entry
         where contract_id = $1 order by seq`,
        [loanId],
      );
      expect(rows.length).toBe(3);
      expect(
        found?.points.map(({ seq, kind, effectiveDate, amountCents, balanceCents }) => ({
          seq,
          kind,
          effective_date: effectiveDate,
          amount_cents: amountCents,
          balance_cents: balanceCents,
        })),
      ).toEqual(rows);
    });
  });
}
