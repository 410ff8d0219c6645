import { expect, test } from 'vitest';
import { lengthOf } from './length-of.ts';

test('a part of the whole is the same part of the scale, rounded down', () => {
  expect(lengthOf(39_091n, 44_660n, 100)).toBe(87);
  expect(lengthOf(0n, 44_660n, 100)).toBe(0);
  expect(lengthOf(44_660n, 44_660n, 1_000)).toBe(1_000);
});

test('of nothing there is no part', () => {
  expect(lengthOf(5n, 0n, 100)).toBe(0);
});
