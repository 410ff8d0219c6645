import { describe, expect, it } from 'vitest';
import { dateAt, formatTime } from './clock.ts';

describe('the date on a clock', () => {
  it.each([
    ['America/Chicago', '2026-11-22T04:19:00Z', '2026-11-21'],
    ['America/Chicago', '2026-11-22T06:00:00Z', '2026-11-22'],
    ['Asia/Tokyo', '2026-12-31T15:00:00Z', '2027-01-01'],
  ])('in %s at %s is %s', (zone, moment, date) => {
    expect(dateAt(zone, Date.parse(moment))).toBe(date);
  });
});

describe('a time of day', () => {
  it.each([
    ['20:00', '8 PM'],
    ['17:30', '5:30 PM'],
    ['00:05', '12:05 AM'],
    ['12:00', '12 PM'],
  ])('%s is said as %s', (time, said) => {
    expect(formatTime(time)).toBe(said);
  });
});
