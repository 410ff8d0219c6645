import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, date } from '../../time/calendar.ts';
import { indexRatio, indexRatioPpb, USED_CAR_PRICES } from './price-index.ts';

const index = {
  name: 'test',
  source: 'made up',
  from: date('2026-01-01'),
  levels: [100_000n, 110_000n, 99_000n],
};
const months = fc.integer({ min: -30, max: 130 }).map((n) => addMonths(date('2019-01-17'), n));

describe('how prices moved', () => {
  test.each([
    ['2026-01-31', '2026-02-01', 1_100_000_000n, 0],
    ['2026-02-10', '2026-03-31', 900_000_000n, 0],
    ['2026-03-01', '2026-03-15', 1_000_000_000n, 0],
    ['2026-01-01', '2026-08-01', 990_000_000n, 5],
    ['2025-06-01', '2026-02-28', 1_100_000_000n, 0],
  ])('from %s to %s', (from, to, ppb, beyond) => {
    const ratio = indexRatio(index, date(from), date(to));
    expect(indexRatioPpb(ratio)).toBe(ppb);
    expect(ratio.monthsBeyond).toBe(beyond);
  });

  test('names the months it used: a published one stands in for one that is not', () => {
    const ratio = indexRatio(index, date('2025-06-20'), date('2027-01-20'));
    expect(ratio.fromMonth).toBe('2026-01-01');
    expect(ratio.toMonth).toBe('2026-03-01');
  });

  test('there and back is nowhere, and by way of a third month is the same', () => {
    fc.assert(
      fc.property(months, months, months, (a, b, c) => {
        const [there, back, on, all] = [
          indexRatio(USED_CAR_PRICES, a, b),
          indexRatio(USED_CAR_PRICES, b, a),
          indexRatio(USED_CAR_PRICES, b, c),
          indexRatio(USED_CAR_PRICES, a, c),
        ];
        expect(there.numerator * back.numerator).toBe(there.denominator * back.denominator);
        expect(there.numerator * on.numerator * all.denominator).toBe(
          there.denominator * on.denominator * all.numerator,
        );
      }),
    );
  });

  test('of used cars is known from 2019 on without a gap or a slip of the pen', () => {
    const { levels } = USED_CAR_PRICES;
    expect(indexRatio(USED_CAR_PRICES, date('2019-12-01'), date('2022-02-01'))).toMatchObject({
      numerator: 216_876n,
      denominator: 140_088n,
    });
    for (const [at, level] of levels.entries()) {
      const before = levels[at - 1] ?? level;
      const tenth = before / 10n;
      expect(level > before - tenth && level < before + tenth, `month ${at}`).toBe(true);
    }
  });
});
