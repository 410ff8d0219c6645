import { t } from '../copy/copy.ts';
import { dateAt, formatTime } from './clock.ts';
import { formatDay } from './date.ts';
import { LOCALE } from './locale.ts';

/** A moment on the clock of the reader: "Friday, December 4, 2026 at 3:05 PM". */
export function formatMoment(instant: string, timeZone = zoneHere()): string {
  const atMs = Date.parse(instant);
  const parts = new Intl.DateTimeFormat(LOCALE, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(atMs);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  const time = formatTime(`${part('hour')}:${part('minute')}`);
  return t('date.moment', { day: formatDay(dateAt(timeZone, atMs)), time });
}

function zoneHere(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
