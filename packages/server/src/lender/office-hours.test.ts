import { describe, expect, test } from 'vitest';
import { hoursText, type OfficeHours, WEEKDAYS } from './office-hours.ts';

const hours = (...open: OfficeHours['open'][number][]): OfficeHours => ({
  timeZone: 'America/Chicago',
  open,
});
const WEEK = WEEKDAYS.slice(0, 5);

describe('office hours in words', () => {
  test.each<[string, OfficeHours]>([
    [
      'Monday to Friday, 8 AM to 8 PM, Central Time',
      hours({ days: WEEK, from: '08:00', to: '20:00' }),
    ],
    [
      'Monday to Friday, 8:30 AM to 12 PM; Saturday and Sunday, 9 AM to 1 PM, Central Time',
      hours(
        { days: WEEK, from: '08:30', to: '12:00' },
        { days: ['sunday', 'saturday'], from: '09:00', to: '13:00' },
      ),
    ],
    [
      'Monday, Wednesday and Friday to Sunday, 12:05 AM to 1 PM, Central Time',
      hours({
        days: ['monday', 'wednesday', 'friday', 'saturday', 'sunday'],
        from: '00:05',
        to: '13:00',
      }),
    ],
  ])('%s', (text, given) => {
    expect(hoursText(given)).toBe(text);
  });
});
