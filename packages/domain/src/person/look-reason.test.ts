import { expect, test } from 'vitest';
import { isReasonTold, LOOK_REASONS } from './look-reason.ts';

test('every reason but "other" speaks for itself', () => {
  for (const reason of LOOK_REASONS) {
    expect(isReasonTold(reason, null), reason).toBe(reason !== 'other');
    expect(isReasonTold(reason, 'The branch manager asked.'), reason).toBe(true);
  }
});

test('a note of blanks tells nothing', () => {
  expect(isReasonTold('other', '   ')).toBe(false);
});
