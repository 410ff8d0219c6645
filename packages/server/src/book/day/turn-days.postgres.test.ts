import { addDays } from '@roadbook/domain/time/calendar';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { TEST_LENDER } from '../../../testing/test-lender.ts';
import { openEmptyStore, type TestStore } from '../../../testing/test-store.ts';
import { migrate } from '../../platform/database/migrate.ts';
import { openDayOf, openFirstDay, servicingDayAt } from './business-day.ts';
import { turnDayThatIsOver } from './turn-days.ts';

const DAY_MS = 86_400_000;

let opened: TestStore;
beforeEach(async () => {
  opened = await openEmptyStore('postgresql');
  await migrate(opened.store);
});
afterEach(() => opened.end());

/** Opens a day of so many days ago, and turns it by a clock that is off. */
async function turned(openDaysAgo: number, offMs: number) {
  const { store } = opened;
  const today = servicingDayAt(TEST_LENDER, Date.now());
  await openFirstDay(store, addDays(today, -openDaysAgo), Date.now());
  const keeper = { store, lender: TEST_LENDER, clock: () => Date.now() + offMs };
  const notes = await turnDayThatIsOver(keeper);
  return { openDay: await openDayOf(store), notes, today };
}

test('the day that is over is closed', async () => {
  const { openDay, notes, today } = await turned(1, 0);
  expect([openDay, notes]).toEqual([today, []]);
});

test('the day that is not over stays open', async () => {
  const { openDay, notes, today } = await turned(0, 0);
  expect([openDay, notes]).toEqual([today, []]);
});

test('of several that are over none is closed, and the command is named', async () => {
  const { openDay, notes, today } = await turned(3, 0);
  expect(openDay).toBe(addDays(today, -3));
  expect(notes).toEqual([
    expect.stringContaining(`npm run roadbook -- close-day --through ${addDays(today, -1)}`),
  ]);
});

test.each([
  [1, 'ahead of'],
  [40, 'ahead of'],
  [-2, 'behind'],
])(
  'a clock that is %i days off closes nothing that the other has not seen end',
  async (days, word) => {
    const { openDay, notes, today } = await turned(days < 0 ? 1 : 0, days * DAY_MS);
    expect(openDay).toBe(days < 0 ? addDays(today, -1) : today);
    expect(notes).toEqual([expect.stringContaining(`${word} the clock of the database`)]);
  },
);
