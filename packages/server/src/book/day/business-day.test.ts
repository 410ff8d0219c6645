import { addDays } from '@roadbook/domain/time/calendar';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TEST_LENDER } from '../../../testing/test-lender.ts';
import type { Lender } from '../../lender/lender.ts';
import { servicingDayAt } from './business-day.ts';

const lenderIn = (timeZone: string, cutOff = '20:00'): Lender => ({
  ...TEST_LENDER,
  cutOff,
  brand: { ...TEST_LENDER.brand, timeZone },
});
const dayAt = (zone: string, iso: string, cutOff?: string): string =>
  servicingDayAt(lenderIn(zone, cutOff), Date.parse(iso));

describe('the servicing day', () => {
  test.each([
    // Central standard time is six hours behind.
    ['America/Chicago', '2026-11-02T06:00:00Z', '2026-11-02'],
    ['America/Chicago', '2026-11-02T05:59:59Z', '2026-11-02'],
    ['America/Chicago', '2026-11-02T01:59:59Z', '2026-11-01'],
    ['America/Chicago', '2026-11-02T02:00:00Z', '2026-11-02'],
    ['America/Chicago', '2026-11-03T01:59:59Z', '2026-11-02'],
    ['America/Chicago', '2026-11-03T02:00:00Z', '2026-11-03'],
    // In summer five.
    ['America/Chicago', '2026-07-02T00:59:59Z', '2026-07-01'],
    ['America/Chicago', '2026-07-02T01:00:00Z', '2026-07-02'],
    ['Pacific/Honolulu', '2026-11-02T05:59:59Z', '2026-11-01'],
    ['Pacific/Honolulu', '2026-11-02T06:00:00Z', '2026-11-02'],
    ['Asia/Kathmandu', '2026-11-02T14:14:59Z', '2026-11-02'],
    ['Asia/Kathmandu', '2026-11-02T14:15:00Z', '2026-11-03'],
    ['UTC', '2026-12-31T20:00:00Z', '2027-01-01'],
    ['UTC', '2028-02-28T20:00:00Z', '2028-02-29'],
  ])('in %s at %s is %s', (zone, iso, day) => {
    expect(dayAt(zone, iso)).toBe(day);
  });

  test.each([
    ['the last minute of the day', '23:59', '2026-11-02T23:58:59Z', '2026-11-02'],
    ['and after it', '23:59', '2026-11-02T23:59:00Z', '2026-11-03'],
    ['midnight: the whole day counts for the next', '00:00', '2026-11-02T00:00:00Z', '2026-11-03'],
  ])('with a cut-off at %s', (_what, cutOff, iso, day) => {
    expect(dayAt('UTC', iso, cutOff)).toBe(day);
  });

  describe('on the days on which the clocks change', () => {
    // 2026-03-08: 02:00 becomes 03:00. 2026-11-01: 02:00 becomes 01:00 again.
    test.each([
      ['the hour that is left out', '02:30', '2026-03-08T07:59:59Z', '2026-03-08'],
      ['and the one after it', '02:30', '2026-03-08T08:00:00Z', '2026-03-09'],
      ['the hour that comes twice, first', '01:30', '2026-11-01T06:30:00Z', '2026-11-02'],
      ['and its evening', '20:00', '2026-11-02T01:59:59Z', '2026-11-01'],
    ])('%s', (_what, cutOff, iso, day) => {
      expect(dayAt('America/Chicago', iso, cutOff)).toBe(day);
    });
  });

  test('lasts a day in every zone: it turns once between a moment and the same a day later', () => {
    const zone = fc.constantFrom('America/Chicago', 'America/New_York', 'Pacific/Auckland', 'UTC');
    const moment = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 0, 1) });
    fc.assert(
      fc.property(zone, moment, (timeZone, nowMs) => {
        const lender = lenderIn(timeZone);
        const day = servicingDayAt(lender, nowMs);
        const hours = [23, 24, 25].map((h) => servicingDayAt(lender, nowMs + h * 3_600_000));
        expect(hours).toContain(addDays(day, 1));
        expect(servicingDayAt(lender, nowMs + 1) >= day).toBe(true);
      }),
    );
  });
});
