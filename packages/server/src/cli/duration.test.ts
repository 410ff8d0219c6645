import { expect, test } from 'vitest';
import { durationText } from './duration.ts';

test.each([
  [0, '0.0 s'],
  [49, '0.0 s'],
  [950, '1.0 s'],
  [12_345, '12.3 s'],
])('%i ms is %s', (milliseconds, text) => {
  expect(durationText(milliseconds)).toBe(text);
});
