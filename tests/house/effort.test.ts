import { expect, test } from 'vitest';
import { effort } from './effort.ts';

test('a daily run makes a tenth of the full number, rounded up, and never none', () => {
  const daily = process.env.ROADBOOK_SOAK !== '1';
  expect(effort(2000)).toBe(daily ? 200 : 2000);
  expect(effort(15)).toBe(daily ? 2 : 15);
  expect(effort(1)).toBe(1);
});
