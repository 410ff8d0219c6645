/** The book of this build: a small portfolio, boarded and lived through half a year. */
import { quotePayoff } from '@roadbook/domain/loan/quote-payoff';
import { addDays, date } from '@roadbook/domain/time/calendar';
import { openFirstDay } from '@roadbook/server/book/day/business-day';
import { hashInput } from '@roadbook/server/book/write/command';
import { createWriter } from '@roadbook/server/book/write/writer';
import { boardPortfolio } from '@roadbook/server/demo/board-portfolio';
import {
  findPeople,
  registerNamed,
  saveBankAccounts,
} from '@roadbook/server/demo/customers/register-customers';
import { demoClock } from '@roadbook/server/demo/demo-clock';
import { filesOf } from '@roadbook/server/demo/files/demo-files';
import { savePreparedLeaseEnd } from '@roadbook/server/demo/lease-end-saves';
import { liveDays } from '@roadbook/server/demo/live-days';
import { migrate } from '@roadbook/server/platform/database/migrate';
import type { Store } from '@roadbook/server/platform/database/store';
import { checkKeys, parseKeys } from '@roadbook/server/platform/keys/key-ring';
import { TEST_LENDER } from '@roadbook/server/testing/test-lender';
import { bookPortfolio } from './book-portfolio.ts';

const TODAY = date('2026-11-16');

/** Keys that open nothing but books. */
export const BOOK_KEYS = `lookup:${'b0'.repeat(32)}\nbook:${'0c'.repeat(32)}\n`;

/**
 * Makes the book in an empty database, by the same code as any other portfolio: its files are
 * boarded, and every day's payments are recorded and the day is closed.
 */
export async function fillBook(store: Store): Promise<void> {
  const ring = parseKeys(BOOK_KEYS);
  const lender = TEST_LENDER;
  const portfolio = bookPortfolio(TODAY);
  const firstDay = addDays(portfolio.calendar.cutOff, 1);
  const clock = demoClock(lender);
  await migrate(store);
  await checkKeys(store, ring);
  clock.toNoon(firstDay);
  const openDay = await openFirstDay(store, firstDay, clock.now());
  await boardPortfolio({ store, ring, lender, clock: clock.now, openDay }, filesOf(portfolio));
  const people = await findPeople(store, ring, portfolio.people);
  await saveBankAccounts(store, ring, people, clock.now());
  await liveDays(store, clock, portfolio.acts, TODAY, () => undefined);
  clock.toNoon(TODAY);
  await registerNamed(store, ring, people, clock.now());
  await savePreparedLeaseEnd({ store, lender }, portfolio, people, clock.now());
  await quoteOne(store, clock.now);
}

/** One customer has asked what ends the loan, and holds the promise. */
async function quoteOne(store: Store, clock: () => number): Promise<void> {
  const [loan] = await store.query<{ contract_id: string }>(
    `select contract_id from contract_state where product = 'loan' and status = 'active'
     order by contract_id limit 1`,
  );
  const writer = createWriter(store, clock);
  const result = await writer.run({
    contractId: loan?.contract_id ?? '',
    key: 'quote:kept-book',
    inputHash: hashInput('quote', TODAY),
    decide: (contract, businessDate) => quotePayoff(contract, addDays(TODAY, 3), businessDate),
  });
  if (result.outcome !== 'done') throw new Error(`no payoff was quoted: ${result.outcome}`);
}
