import type { Place } from '@roadbook/domain/place/place';
import { calendarEventFile } from '@roadbook/domain/time/calendar-file';
import { say } from '../../letters/copy.ts';
import { referenceOf } from '../../money/pay/receipts.ts';
import type { Shell } from '../../operation/shell.ts';
import type { AppointmentRow } from './appointment.sql.ts';
import { momentOf } from './moments.ts';
import { openHome } from './present.ts';
import { wordOf } from './tell.ts';

/** Alarms a day and two hours before. */
const ALARM_HOURS = [24, 2];

/**
 * An appointment as a calendar file. Its id never changes and its sequence number grows with each
 * change, so that a calendar moves the entry it has, and strikes out what was cancelled.
 */
export function calendarOf(
  row: AppointmentRow,
  place: Place,
  { lender, ring }: Pick<Shell, 'lender' | 'ring'>,
): string {
  const home = openHome(ring, row);
  const { street, city, state, zip } = home ?? place;
  const values = {
    kind: wordOf(row),
    place: place.name,
    lender: lender.brand.name,
    phone: lender.brand.phone.number,
    reference: referenceOf(row.appointment_id),
  };
  const event = {
    id: row.appointment_id,
    sequence: row.sequence,
    startsAt: momentOf(row.starts_at),
    endsAt: momentOf(row.ends_at),
    isCancelled: row.state !== 'booked' && row.state !== 'done',
    title: say('en', 'post.calendar.title', values),
    text: say('en', 'post.calendar.text', values),
    location: `${street}, ${city}, ${state} ${zip}`,
    alarmHours: ALARM_HOURS,
  };
  return calendarEventFile(event, momentOf(row.changed_at));
}
