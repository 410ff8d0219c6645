import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { openDayOf } from '@roadbook/server/book/day/business-day';
import { closeOpenDay } from '@roadbook/server/book/day/close-day';
import type { Store } from '@roadbook/server/platform/database/store';
import { CannotMeasure } from '../benchmark.ts';

/** Closes days that are not measured, until this one is open. */
export async function closeUpTo(store: Store, day: BusinessDate): Promise<void> {
  for (;;) {
    const open = await openDayOf(store);
    if (open === null || open >= day) return;
    await closeOpenDay(store, Date.now);
  }
}

/** The whole close of a day, its turn included, in seconds. */
export async function secondsToClose(
  store: Store,
  day: BusinessDate,
  due: number,
): Promise<number> {
  const started = performance.now();
  const report = await closeOpenDay(store, Date.now);
  const seconds = (performance.now() - started) / 1_000;
  if (report.day !== day || report.closed !== due || report.setAside > 0) {
    const { closed, setAside } = report;
    throw new CannotMeasure(`${report.day}: ${closed} closed of ${due}, ${setAside} set aside.`);
  }
  return seconds;
}

/**
 * Remembers what a close is about to change, and takes back what it wrote, so that every round
 * begins with the same rows in the same tables. No product does this: what is closed stays closed.
 */
export async function rememberDay(store: Store, day: BusinessDate) {
  await store.script(
    `grant delete on entry, posting to current_user;
     create table remembered as select * from contract_state where next_business_date <= '${day}'`,
  );
  return {
    rewind: async () => {
      await store.script(
        `delete from outbox o using entry e where e.business_date = '${day}'
           and o.contract_id = e.contract_id and o.seq = e.seq;
         delete from posting where business_date = '${day}';
         delete from entry where business_date = '${day}';
         update contract_state s set version = r.version, status = r.status,
           next_business_date = r.next_business_date, facts = r.facts, holds = r.holds,
           balances = r.balances, head = r.head
         from remembered r where r.contract_id = s.contract_id and r.version <> s.version;
         delete from closed_day where business_date = '${day}';
         update business_day set open_day = '${day}'`,
      );
      for (const table of ['outbox', 'posting', 'entry', 'contract_state']) {
        await store.script(`vacuum analyze ${table}`);
      }
    },
    forget: () => store.script('drop table remembered'),
  };
}
