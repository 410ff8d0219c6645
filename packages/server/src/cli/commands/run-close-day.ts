import { type BusinessDate, daysBetween } from '@roadbook/domain/time/calendar';
import { openDayOf } from '../../book/day/business-day.ts';
import { closeOpenDay } from '../../book/day/close-day.ts';
import { clockAheadMs, clockNote } from '../../book/day/database-clock.ts';
import { dayByBothClocks } from '../../book/day/turn-days.ts';
import type { Shell } from '../../operation/shell.ts';
import type { Say } from '../command-request.ts';
import { durationText } from '../duration.ts';
import { ALL_DONE, NOTHING_DONE, SOME_FAILED } from '../exit-codes.ts';
import { sentenceOf } from '../sentence-of.ts';

/**
 * Closes the open business day, or every day through a named one. A day that has not come yet by
 * the lender's clock, this server's and the database's, is refused: closing it would turn away the
 * money of that day.
 */
export async function runCloseDay(
  shell: Shell,
  through: BusinessDate | null,
  say: Say,
): Promise<number> {
  const first = await openDayOf(shell.store);
  if (first === null) {
    say.line('No business day has been opened yet. Board a file or start the server first.');
    return NOTHING_DONE;
  }
  const last = through ?? first;
  const aheadMs = await clockAheadMs(shell.store, shell.clock);
  const note = clockNote(aheadMs);
  if (note !== null) say.line(note);
  const today = dayByBothClocks(shell.lender, shell.clock(), aheadMs);
  if (last > today) {
    say.line(`${last} has not come yet: by the lender's clock the servicing day is ${today}.`);
    return NOTHING_DONE;
  }
  if (last < first) {
    say.line(`${last} is closed already. The open day is ${first}.`);
    return ALL_DONE;
  }
  try {
    const setAside = await closeDays(shell, daysBetween(first, last) + 1, say);
    return setAside === 0 ? ALL_DONE : SOME_FAILED;
  } catch (error) {
    say.line(sentenceOf(error));
    say.line('What is closed stays closed. Run this again: it goes on from there.');
    return SOME_FAILED;
  }
}

/** Closes so many days, one after another. Returns how often a contract was set aside. */
async function closeDays(shell: Shell, days: number, say: Say): Promise<number> {
  let setAside = 0;
  for (let count = 1; count <= days; count += 1) {
    const started = shell.clock();
    const report = await closeOpenDay(shell.store, shell.clock, ({ day, closed }) => {
      say.progress(`${day}: ${closed} contracts closed`);
    });
    setAside += report.setAside;
    const { entryCount, postingCount } = report.totals;
    const took = durationText(shell.clock() - started);
    say.line(
      `${report.day} closed: ${report.closed} contracts, ${entryCount} entries, ` +
        `${postingCount} postings, ${report.setAside} set aside, ${took} (${count} of ${days})`,
    );
  }
  return setAside;
}
