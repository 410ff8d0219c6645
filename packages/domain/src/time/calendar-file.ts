import { addDays, type BusinessDate } from './calendar.ts';
import { type Moment, utcParts } from './moment.ts';

/** A whole day in a calendar: what it is about, and why. */
export type CalendarDay = {
  /** Tells events of one file apart; the same plan saved twice has the same ids. */
  readonly id: string;
  readonly on: BusinessDate;
  readonly title: string;
  readonly text: string;
};

/** Something in a calendar that has a time and can be moved. */
export type CalendarEvent = {
  /** Stays the same for the life of the event, so that a calendar moves the entry it has. */
  readonly id: string;
  /** Grows with each change; a calendar takes what has the larger one (RFC 5545, 3.8.7.4). */
  readonly sequence: number;
  readonly startsAt: Moment;
  readonly endsAt: Moment;
  readonly isCancelled: boolean;
  readonly title: string;
  readonly text: string;
  readonly location: string;
  /** Alarms so many hours before. */
  readonly alarmHours: readonly number[];
};

const LINE_BYTES = 75;

/**
 * Whole-day events as a calendar file (RFC 5545): lines end with CRLF and fold at 75 octets,
 * commas, semicolons, backslashes and line breaks in text are escaped. Each has an alarm a week
 * before.
 */
export function calendarFile(days: readonly CalendarDay[], madeOn: BusinessDate): string {
  return fileOf(days.flatMap((day) => dayLines(day, madeOn)));
}

/**
 * One event with a time as a calendar file, in UTC, so that every calendar shows it by its own
 * clock and none has to know a zone. Downloaded again after a change, it moves the entry.
 */
export function calendarEventFile(event: CalendarEvent, madeAt: Moment): string {
  const { id, sequence, startsAt, endsAt, isCancelled, title, text, location } = event;
  return fileOf([
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escaped(id)}@lease-end.roadbook`,
    `SEQUENCE:${sequence}`,
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `DTSTAMP:${utcText(madeAt)}`,
    `DTSTART:${utcText(startsAt)}`,
    `DTEND:${utcText(endsAt)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    `LOCATION:${escaped(location)}`,
    ...(isCancelled ? [] : event.alarmHours).flatMap((hours) => alarmLines(title, `-PT${hours}H`)),
    'END:VEVENT',
  ]);
}

function fileOf(lines: readonly string[]): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Roadbook//Lease end//EN',
    'CALSCALE:GREGORIAN',
    ...lines,
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
}

function alarmLines(title: string, trigger: string): string[] {
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    `TRIGGER:${trigger}`,
    'END:VALARM',
  ];
}

/** "20261204T153000Z". */
function utcText(moment: Moment): string {
  const { on, minutes } = utcParts(moment);
  const padded = (number: number) => `${number}`.padStart(2, '0');
  return `${compact(on)}T${padded(Math.floor(minutes / 60))}${padded(minutes % 60)}00Z`;
}

function dayLines({ id, on, title, text }: CalendarDay, madeOn: BusinessDate): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(id)}@lease-end.roadbook`,
    `DTSTAMP:${compact(madeOn)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(on)}`,
    `DTEND;VALUE=DATE:${compact(addDays(on, 1))}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    'TRANSP:TRANSPARENT',
    ...alarmLines(title, '-P7D'),
    'END:VEVENT',
  ];
}

function compact(on: BusinessDate): string {
  return on.replaceAll('-', '');
}

/** Text as RFC 5545 section 3.3.11 wants it; other control characters have no place in it. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, (each) => `\\${each}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');
}

/** Folds a line at 75 octets (section 3.1), never inside a character. */
function folded(line: string): string {
  let out = '';
  let room = LINE_BYTES;
  for (const character of line) {
    const bytes = utf8Bytes(character);
    if (bytes > room) {
      out += '\r\n ';
      room = LINE_BYTES - 1;
    }
    out += character;
    room -= bytes;
  }
  return out;
}

/** How many octets a character has in UTF-8; half of a pair is written as three. */
function utf8Bytes(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
