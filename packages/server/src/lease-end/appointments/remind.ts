import type { Shell } from '../../operation/shell.ts';
import { markReminded, toRemindOf } from './appointment.sql.ts';
import { readPlaces } from './places.ts';
import { placeOfRow } from './present.ts';
import { removeLapsedHolds } from './slots.sql.ts';
import { tellOfAppointment } from './tell.ts';

/** A reminder goes out two days before: time to look for the second key. */
const REMIND_HOURS = 48;

/**
 * Reminds of the appointments of the coming two days, each once for each change, with what to
 * bring; and removes holds whose time is over. Returns how many were reminded of.
 */
export async function remindOfAppointments(shell: Shell): Promise<number> {
  const { store, clock } = shell;
  const nowMs = clock();
  const from = new Date(nowMs).toISOString();
  const to = new Date(nowMs + REMIND_HOURS * 3_600_000).toISOString();
  await removeLapsedHolds(store, from);
  const rows = await toRemindOf(store, { from, to });
  if (rows.length === 0) return 0;
  const places = await readPlaces(store);
  let reminded = 0;
  for (const row of rows) {
    await store.transaction(async (tx) => {
      if (!(await markReminded(tx, row))) return;
      const place = placeOfRow(places, row);
      await tellOfAppointment(tx, shell, { template: 'appointment-reminder', row, place });
      reminded += 1;
    });
  }
  return reminded;
}
