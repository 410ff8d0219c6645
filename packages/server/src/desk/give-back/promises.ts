import type * as operations from '@roadbook/api/operations/desk-give-back';
import { promisesByMonth } from '@roadbook/domain/lease-end/case/kept-promises';
import { addMonths, type BusinessDate, date } from '@roadbook/domain/time/calendar';
import { openDayOf } from '../../book/day/business-day.ts';
import { giveBackPolicy } from '../../lease-end/give-back/give-back.ts';
import { dayAt } from '../../lender/local-time.ts';
import type { Handler } from '../../operation/handler.ts';
import type { Shell } from '../../operation/shell.ts';
import type { StaffCaller } from '../staff/staff-session.ts';
import { type PromiseRow, promisesSince } from './promises.sql.ts';

/** How far back a supervisor looks: this month and a year before it. */
const MONTHS_BACK = 12;

/** The day that promises are measured by; before a book is opened it is the calendar's. */
export async function promiseDay({ store, lender, clock }: Shell): Promise<BusinessDate> {
  const open = await openDayOf(store);
  return open ?? date(dayAt(lender, new Date(clock()).toISOString()));
}

/** What the policy of a day promises. */
export function promisedDays(shell: Shell, on: BusinessDate) {
  const { finalBillDays, giveBack } = giveBackPolicy(shell, on);
  return { billDays: finalBillDays, refundDays: giveBack.refundDays };
}

/** A promise of the tables with the day on which it was done, in the lender's own days. */
export function promiseOf({ lender }: Pick<Shell, 'lender'>, row: PromiseRow) {
  const at = row.done_at === null ? null : date(dayAt(lender, row.done_at));
  return { promise: row.promise, promisedOn: row.promised_on, doneOn: row.done_on ?? at };
}

export const listKeptPromises: Handler<typeof operations.listKeptPromises, StaffCaller> = async ({
  shell,
}) => {
  const today = await promiseDay(shell);
  const since = date(`${addMonths(today, -MONTHS_BACK).slice(0, 7)}-01`);
  const rows = await promisesSince(shell.store, promisedDays(shell, today), since);
  const made = rows.map((row) => promiseOf(shell, row));
  return { months: promisesByMonth(made, today) };
};
