import { describe, expect, it, vi } from 'vitest';

vi.mock('../copy/copy.ts', () => ({
  t: (key: string, values?: Record<string, unknown>) =>
    values === undefined ? key : `${key} ${Object.values(values).join(' ')}`,
}));

import { formatDateShort, formatDay, formatNearDay } from './date.ts';
import { daysFromTo, relativeDay } from './relative-day.ts';

describe('a day seen from today', () => {
  it.each([
    ['2026-11-22', 'date.today'],
    ['2026-11-23', 'date.tomorrow'],
    ['2026-11-21', 'date.yesterday'],
    ['2026-12-04', 'date.in-days 12'],
    ['2026-11-10', 'date.days-ago 12'],
  ])('on 22 November, %s is %s', (date, words) => {
    expect(relativeDay('2026-11-22', date)).toBe(words);
  });

  it('counts across a leap day and a change to summer time', () => {
    expect(daysFromTo('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysFromTo('2026-03-07', '2026-03-09')).toBe(2);
  });
});

describe('a date in words', () => {
  it('never slips a day, whatever the zone of the machine', () => {
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Niue', 'America/Chicago']) {
      vi.stubEnv('TZ', zone);
      expect(formatDay('2026-12-04')).toBe('date.day Friday 4 December 2026');
      expect(formatDateShort('2026-01-01')).toBe('date.short Thursday 1 Jan 2026');
    }
    vi.unstubAllEnvs();
  });

  it('leaves the year out when the day is near', () => {
    expect(formatNearDay('2027-01-04', '2026-11-22')).toMatch(/^date.near /);
    expect(formatNearDay('2027-11-22', '2026-11-22')).toMatch(/^date.day /);
    expect(formatNearDay('2026-01-22', '2026-11-22')).toMatch(/^date.day /);
  });

  it('refuses what is not a date', () => {
    expect(() => formatDay('4/12/2026')).toThrow(RangeError);
  });
});
