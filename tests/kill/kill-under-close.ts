/** Days that are closed by a program which is killed again and again. */
import { randomInt } from 'node:crypto';
import { createInterface } from 'node:readline';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { openDayOf, openFirstDay } from '@roadbook/server/book/day/business-day';
import { closeOpenDay } from '@roadbook/server/book/day/close-day';
import { checkLedger } from '@roadbook/server/book/proof/check-ledger';
import { migrate } from '@roadbook/server/platform/database/migrate';
import type { Store } from '@roadbook/server/platform/database/store';
import { boardText, leaseFile, loanFile } from '@roadbook/server/testing/sample-book';
import { OPEN_DAY, TEST_CLOCK, TEST_LENDER } from '@roadbook/server/testing/test-lender';
import { openTestStore } from '@roadbook/server/testing/test-store';
import type { KillPlace } from './kill-place.ts';
import { startProcess } from './server-process.ts';

export type CloseKillReport = {
  readonly kills: number;
  /** Kills after a close had begun and before it said that it was done. */
  readonly killsInOpenCloses: number;
  readonly daysClosed: number;
  readonly findings: readonly unknown[];
  /** What was written with all the kills, and what is written without any. */
  readonly written: readonly unknown[];
  readonly expected: readonly unknown[];
};

const DUE_DAYS = [3, 6, 9, 12, 15, 18, 21, 24, 27, 30];

export async function killUnderClose(
  place: KillPlace,
  kills: number,
  last: BusinessDate,
): Promise<CloseKillReport> {
  await withStore(place, async (store) => {
    await migrate(store);
    await openFirstDay(store, OPEN_DAY, TEST_CLOCK());
    await boardCloseBook(store);
  });
  let killsInOpenCloses = 0;
  for (let kill = 1; kill <= kills; kill += 1) {
    if (await closeUntilKilled(place, last)) killsInOpenCloses += 1;
  }
  const rest = startProcess(closeDays(last), place.settings);
  rest.child.stdout?.resume();
  await rest.ended;
  const expected = await writtenWithoutFaults(last);
  return withStore(place, async (store) => {
    const report = await checkLedger(store);
    const written = await everything(store);
    return {
      kills,
      killsInOpenCloses,
      daysClosed: report.closedDays,
      findings: report.findings,
      written,
      expected,
    };
  });
}

const closeDays = (last: BusinessDate): string[] => [
  ...['--import', 'tsx', 'tests/kill/close-days.ts'],
  last,
];

/** Answers whether the kill fell into a close that had begun. */
async function closeUntilKilled(place: KillPlace, last: BusinessDate): Promise<boolean> {
  const started = startProcess(closeDays(last), place.settings);
  const { stdout } = started.child;
  if (stdout === null) throw new Error('its output is not read');
  let left = randomInt(1, 5);
  let isOpen = false;
  let wasOpen = false;
  const strike = (): void => {
    wasOpen = isOpen;
    started.kill();
  };
  const lines = createInterface({ input: stdout });
  lines.on('line', (line) => {
    isOpen = line.startsWith('closing ');
    if (isOpen) left -= 1;
    if (left === 0 && isOpen) setTimeout(strike, randomInt(0, 25));
  });
  await started.ended;
  return wasOpen;
}

export async function boardCloseBook(store: Store): Promise<void> {
  for (const dueDay of DUE_DAYS) {
    const assets = (prefix: string) =>
      Array.from({ length: 4 }, (_, n) => ({ assetNumber: `${prefix}${dueDay}-${n}` }));
    const lender = { ...TEST_LENDER, boarding: { ...TEST_LENDER.boarding, dueDay } };
    await boardText(store, loanFile(assets('L')), { lender });
    await boardText(store, leaseFile(assets('V')), { lender });
  }
}

export async function writtenWithoutFaults(last: BusinessDate): Promise<unknown[]> {
  const twin = await openTestStore('embedded');
  await boardCloseBook(twin.store);
  while ((await openDayOf(twin.store)) !== last) await closeOpenDay(twin.store, TEST_CLOCK);
  const rows = await everything(twin.store);
  await twin.end();
  return rows;
}

export function everything(store: Store): Promise<unknown[]> {
  return store.query(
    `select contract_id, seq, key, kind, business_date, effective_date, amount_cents, balance_cents
     from entry order by contract_id, seq`,
  );
}

async function withStore<T>(place: KillPlace, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await place.openStore();
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
