import { t } from '../copy/copy.ts';
import { dateAt, formatTime } from './clock.ts';
import { formatDay } from './date.ts';
import { LOCALE } from './locale.ts';

/** A moment on the clock of the reader: "Friday, December 4, 2026 at 3:05 PM". */
export function formatMoment(instant: string, timeZone = zoneHere()): string {
  const time = timeAt(instant, timeZone);
  return t('date.moment', { day: formatDay(dateAt(timeZone, Date.parse(instant))), time });
}

/** The time of day by the clock of a zone: "3:05 PM". */
export function timeAt(instant: string, timeZone = zoneHere()): string {
  const parts = new Intl.DateTimeFormat(LOCALE, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(Date.parse(instant));
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return formatTime(`${part('hour')}:${part('minute')}`);
}

function zoneHere(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
