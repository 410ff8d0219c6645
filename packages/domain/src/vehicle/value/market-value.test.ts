import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyDay, anyOffers, partialFacts } from '../../../testing/vehicle/value-arbitraries.ts';
import { date } from '../../time/calendar.ts';
import type { MissingFact } from './car-value.ts';
import { marketValue, VALUE_LABELS, VALUE_RULES } from './market-value.ts';
import { USED_CAR_PRICES } from './price-index.ts';
import { valueByOffers } from './value-by-offers.ts';
import { VALUE_PARAMETERS, valueParametersOn } from './value-parameters.ts';

describe('what a car may fetch', () => {
  test('lies in its range, is never negative and is the sum of lines that have their words', () => {
    const labels: readonly string[] = VALUE_LABELS;
    const rules: readonly string[] = VALUE_RULES;
    fc.assert(
      fc.property(partialFacts, anyOffers, anyDay, (of, all, on) => {
        const value = marketValue(of, all, on);
        if (value.source === 'none') return;
        expect(value.lowCents >= 0n).toBe(true);
        expect(value.lowCents <= value.likelyCents).toBe(true);
        expect(value.likelyCents <= value.highCents).toBe(true);
        expect(value.breakdown.totalCents).toBe(value.likelyCents);
        expect(value.asOf <= on && value.monthsOld >= 0).toBe(true);
        for (const each of value.breakdown.lines) {
          expect(labels).toContain(each.label);
          expect(rules).toContain(each.rule);
        }
      }),
    );
  });

  test('is refused exactly when facts are missing and no offer counts, and says which', () => {
    fc.assert(
      fc.property(partialFacts, anyOffers, anyDay, (of, all, on) => {
        const value = marketValue(of, all, on);
        const missing: MissingFact[] = ['offer'];
        if (of.priceWhenNewCents === null) missing.push('price-when-new');
        if (of.modelYear === null) missing.push('model-year');
        if (of.miles === null) missing.push('miles');
        const byOffers = valueByOffers(of, all, on, USED_CAR_PRICES, valueParametersOn(on));
        if (byOffers !== null) expect(value).toEqual(byOffers);
        else if (missing.length === 1) expect(value.source).toBe('estimate');
        else expect(value).toEqual({ source: 'none', missing });
      }),
    );
  });
});

describe('parameters', () => {
  test('of the day hold, and before the first day the first', () => {
    expect(valueParametersOn(date('2020-01-01'))).toBe(VALUE_PARAMETERS[0]);
    const from = VALUE_PARAMETERS.map(({ effectiveFrom }) => effectiveFrom);
    expect(from.toSorted()).toEqual(from);
    for (const each of VALUE_PARAMETERS) {
      expect(valueParametersOn(each.effectiveFrom)).toBe(each);
      expect(each.spreadMaxPpb <= 1_000_000_000n).toBe(true);
    }
  });
});
