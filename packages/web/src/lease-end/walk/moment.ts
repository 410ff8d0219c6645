import { t } from '../../shared/copy/copy.ts';
import { dateAt, formatTime } from '../../shared/format/clock.ts';
import { formatDay } from '../../shared/format/date.ts';
import { LOCALE } from '../../shared/format/locale.ts';

/** The zone of the clock that this device shows. */
export function zoneHere(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** A moment by the clock of a zone: "Sunday, November 29, 2026, 3:42 PM". */
export function formatMoment(instant: string, timeZone = zoneHere()): string {
  const at = Date.parse(instant);
  return t('walk.time.moment', {
    day: formatDay(dateAt(timeZone, at)),
    time: formatTime(timeAt(timeZone, at)),
  });
}

/** The time of day and its zone: "3:42 PM CST". */
export function formatZonedTime(instant: string, timeZone = zoneHere()): string {
  const at = Date.parse(instant);
  return t('walk.time.zoned', {
    time: formatTime(timeAt(timeZone, at)),
    zone: zoneName(timeZone, at),
  });
}

function timeAt(timeZone: string, at: number): string {
  return new Intl.DateTimeFormat(LOCALE, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

/** "CST", or "GMT+1" where the locale has no letters for the zone. */
function zoneName(timeZone: string, at: number): string {
  const parts = new Intl.DateTimeFormat(LOCALE, { timeZone, timeZoneName: 'short' }).formatToParts(
    at,
  );
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
