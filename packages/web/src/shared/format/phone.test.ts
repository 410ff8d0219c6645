import { expect, it } from 'vitest';
import { formatPhone } from './phone.ts';

it.each([
  ['+16145550142', '(614) 555-0142'],
  ['+442079460000', '+442079460000'],
  ['(614) 555-0142', '(614) 555-0142'],
])('%s is written %s', (number, shown) => {
  expect(formatPhone(number)).toBe(shown);
});
