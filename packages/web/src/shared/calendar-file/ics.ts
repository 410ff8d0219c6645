import { addDays, type BusinessDate } from '@roadbook/domain/time/calendar';

/** A whole day in a calendar: what it is about, and why. */
export type CalendarDay = {
  /** Tells events of one file apart; the same plan saved twice has the same ids. */
  readonly id: string;
  readonly on: BusinessDate;
  readonly title: string;
  readonly text: string;
};

const LINE_BYTES = 75;

/**
 * Whole-day events as a calendar file (RFC 5545): lines end with CRLF and fold at 75 octets,
 * commas, semicolons, backslashes and line breaks in text are escaped. Each has an alarm a week
 * before.
 */
export function calendarFile(days: readonly CalendarDay[], madeOn: BusinessDate): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Roadbook//Lease end//EN',
    'CALSCALE:GREGORIAN',
    ...days.flatMap((day) => eventLines(day, madeOn)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines({ id, on, title, text }: CalendarDay, madeOn: BusinessDate): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(id)}@lease-end.roadbook`,
    `DTSTAMP:${compact(madeOn)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(on)}`,
    `DTEND;VALUE=DATE:${compact(addDays(on, 1))}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    'TRIGGER:-P7D',
    'END:VALARM',
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
  const encoder = new TextEncoder();
  let out = '';
  let room = LINE_BYTES;
  for (const character of line) {
    const bytes = encoder.encode(character).length;
    if (bytes > room) {
      out += '\r\n ';
      room = LINE_BYTES - 1;
    }
    out += character;
    room -= bytes;
  }
  return out;
}
