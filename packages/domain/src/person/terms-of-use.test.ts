import { expect, test } from 'vitest';
import { date } from '../time/calendar.ts';
import { termsInForce } from './terms-of-use.ts';

const terms = (version: string, from: string) => ({
  version,
  effectiveFrom: date(from),
  paragraphs: ['Be kind.'],
});
const ALL = [terms('second', '2026-06-01'), terms('first', '2025-01-01')];

test.each([
  ['2024-12-31', null],
  ['2025-01-01', 'first'],
  ['2026-05-31', 'first'],
  ['2026-06-01', 'second'],
  ['2027-01-01', 'second'],
])('on %s the terms are %s', (on, version) => {
  expect(termsInForce(ALL, date(on))?.version ?? null).toBe(version);
});
