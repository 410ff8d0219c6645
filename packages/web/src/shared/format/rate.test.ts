import { describe, expect, it } from 'vitest';
import { formatPerDay } from './per-day.ts';
import { formatPpb } from './rate.ts';

describe('a rate on the screen', () => {
  it.each([
    ['64900000', '6.49%'],
    ['29900000', '2.99%'],
    ['0', '0.00%'],
    ['100000000', '10.00%'],
    ['1250000', '0.125%'],
    ['200000000', '20.00%'],
  ])('shows %s parts per billion as %s', (ppb, shown) => {
    expect(formatPpb(ppb)).toBe(shown);
  });
});

describe('interest of one day', () => {
  it.each([
    ['3830137', '$3.83'],
    ['3835000', '$3.84'],
    ['0', '$0.00'],
    ['1234567890000', '$1,234,567.89'],
  ])('shows %s millionths as %s', (micros, shown) => {
    expect(formatPerDay(micros)).toBe(shown);
  });
});
