import { toCount } from '../money/count.ts';
import { parseDate } from '../time/calendar.ts';
import { DAY_MINUTES } from '../time/moment.ts';
import { type HoursException, type Span, WEEKDAYS, type Weekday, type WeekHours } from './place.ts';

const CLOSED = 'closed';
const NO_HOURS: WeekHours = { sun: [], mon: [], tue: [], wed: [], thu: [], fri: [], sat: [] };

/**
 * Reads hours such as "mon-fri 08:00-12:00 13:00-17:00; sat 09:00-13:00". A day that is not named
 * is closed; one that is named twice, and spans that touch or run backward, are refused with null.
 */
export function readHours(text: string): WeekHours | null {
  let hours = NO_HOURS;
  const named = new Set<Weekday>();
  for (const part of text.split(';').map((each) => each.trim())) {
    if (part === '') continue;
    const [days = '', ...times] = part.toLowerCase().split(/\s+/);
    const weekdays = readDays(days);
    const spans = readSpans(times);
    if (weekdays === null || spans === null) return null;
    for (const weekday of weekdays) {
      if (named.has(weekday)) return null;
      named.add(weekday);
      hours = { ...hours, [weekday]: spans };
    }
  }
  return hours;
}

/** Hours as `readHours` reads them, from Monday on; days in a row with the same hours are one. */
export function hoursWritten(hours: WeekHours): string {
  const fromMonday = [...WEEKDAYS.slice(1), ...WEEKDAYS.slice(0, 1)];
  const runs: { first: Weekday; last: Weekday; text: string }[] = [];
  for (const [index, day] of fromMonday.entries()) {
    const text = spansWritten(hours[day]);
    const run = runs.at(-1);
    if (run?.text === text && run.last === fromMonday[index - 1]) run.last = day;
    else if (hours[day].length > 0) runs.push({ first: day, last: day, text });
  }
  return runs
    .map(({ first, last, text }) => `${first === last ? first : `${first}-${last}`} ${text}`)
    .join('; ');
}

/** Reads days such as "2026-12-25 closed; 2026-12-24 08:00-12:00"; null where one is wrong. */
export function readExceptions(text: string): readonly HoursException[] | null {
  const exceptions: HoursException[] = [];
  for (const part of text.split(';').map((each) => each.trim())) {
    if (part === '') continue;
    const [day = '', ...times] = part.toLowerCase().split(/\s+/);
    const on = parseDate(day);
    const spans = times.join(' ') === CLOSED ? [] : readSpans(times);
    if (on === null || spans === null || exceptions.some((each) => each.on === on)) return null;
    exceptions.push({ on, spans });
  }
  return exceptions.toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

/** Exceptions as `readExceptions` reads them. */
export function exceptionsWritten(exceptions: readonly HoursException[]): string {
  return exceptions.map(({ on, spans }) => `${on} ${spansWritten(spans)}`).join('; ');
}

/** Reads the spans of one day, such as "08:00-12:00 13:00-17:00", or "closed". */
export function readDaySpans(text: string): readonly Span[] | null {
  const words = text.trim().toLowerCase();
  return words === CLOSED ? [] : readSpans(words.split(/\s+/));
}

/** The spans of one day as `readDaySpans` reads them. */
export function spansWritten(spans: readonly Span[]): string {
  if (spans.length === 0) return CLOSED;
  return spans.map(({ from, to }) => `${clock(from)}-${clock(to)}`).join(' ');
}

function readDays(text: string): readonly Weekday[] | null {
  const names: readonly string[] = WEEKDAYS;
  const [first, last, more] = text.split('-').map((name) => names.indexOf(name));
  if (first === undefined || first < 0 || more !== undefined) return null;
  if (last === undefined) return WEEKDAYS.slice(first, first + 1);
  if (last < 0) return null;
  // "sat-sun" goes over the end of the week.
  const count = ((last - first + 7) % 7) + 1;
  return Array.from({ length: count }, (_, index) => WEEKDAYS[(first + index) % 7] ?? 'sun');
}

function readSpans(texts: readonly string[]): readonly Span[] | null {
  const spans: Span[] = [];
  for (const text of texts) {
    const [, from, to] = /^(\d\d:\d\d)-(\d\d:\d\d)$/.exec(text) ?? [];
    const span = { from: minutesOf(from), to: minutesOf(to) };
    const before = spans.at(-1)?.to ?? -1;
    if (span.from < 0 || span.to < 0 || span.from <= before || span.to <= span.from) return null;
    spans.push(span);
  }
  return spans.length === 0 ? null : spans;
}

function minutesOf(text = ''): number {
  const [hours = '', minutes = ''] = text.split(':');
  if (!/^\d\d$/.test(hours) || !/^[0-5]\d$/.test(minutes)) return -1;
  const all = toCount(BigInt(hours)) * 60 + toCount(BigInt(minutes));
  return all > DAY_MINUTES ? -1 : all;
}

function clock(minutes: number): string {
  const padded = (number: number) => `${number}`.padStart(2, '0');
  return `${padded(Math.floor(minutes / 60))}:${padded(minutes % 60)}`;
}
