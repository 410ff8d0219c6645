import fc from 'fast-check';
import { expect, test } from 'vitest';
import { date } from './calendar.ts';
import { calendarFile } from './calendar-file.ts';

const on = date('2027-03-31');
const file = (title: string, text = '') =>
  calendarFile([{ id: 'maturity', on, title, text }], date('2026-11-22'));
/** As a calendar reads it: folded lines are one again (RFC 5545, section 3.1). */
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

test('a day is a whole day that ends before the next one, with an alarm a week ahead', () => {
  expect(unfolded(file('The lease ends', 'Bring the keys'))).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Roadbook//Lease end//EN',
    'CALSCALE:GREGORIAN',
    'BEGIN:VEVENT',
    'UID:maturity@lease-end.roadbook',
    'DTSTAMP:20261122T000000Z',
    'DTSTART;VALUE=DATE:20270331',
    'DTEND;VALUE=DATE:20270401',
    'SUMMARY:The lease ends',
    'DESCRIPTION:Bring the keys',
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'DESCRIPTION:The lease ends',
    'TRIGGER:-P7D',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

test('commas, semicolons, backslashes and line breaks are escaped', () => {
  expect(unfolded(file('a,b;c\\d\ne'))).toContain('SUMMARY:a\\,b\\;c\\\\d\\ne');
});

test('whatever the text, no line is longer than 75 octets and none can be smuggled in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
      const text = file(title);
      const lines = text.split('\r\n');
      for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThan(76);
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      expect(unfolded(text)).toHaveLength(20);
    }),
  );
});
