import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../../testing/case-table.ts';
import {
  anyCents,
  anyDay,
  anyOffers,
  partialFacts,
} from '../../../testing/vehicle/value-arbitraries.ts';
import { date } from '../../time/calendar.ts';
import {
  OFFER_SOURCES,
  type OfferSource,
  type ValueOffer,
  type VehicleFacts,
} from './car-value.ts';
import { marketValue } from './market-value.ts';

const cases = readFileSync(new URL('./cases/value-offers.txt', import.meta.url), 'utf8');

/** `dealer 24500 2026-06-01 2026-06-20`, the last day left out when nothing is promised. */
function offerOf(text: string): ValueOffer {
  const [source, dollars, on, through] = text.split(' ');
  return {
    source: source as OfferSource,
    cents: BigInt(dollars!) * 100n,
    on: date(on!),
    goodThrough: through === undefined ? null : date(through),
  };
}

describe('offers', () => {
  test('give what the best buyer has promised, as long as the promise holds', () => {
    const car: VehicleFacts = {
      segment: 'suv',
      modelYear: 2023,
      priceWhenNewCents: null,
      miles: null,
    };
    checkTable(cases, (row) => {
      const value = marketValue(car, row.list('offers').map(offerOf), row.date('on'));
      if (value.source === 'none') return { low: null, likely: null, high: null, rule: 'none' };
      return {
        low: value.lowCents,
        likely: value.likelyCents,
        high: value.highCents,
        rule: value.breakdown.lines.map((each) => each.rule).join(', '),
      };
    });
  });

  test('that hold give a point when there is one firm one, whatever else is known', () => {
    fc.assert(
      fc.property(
        partialFacts,
        anyCents,
        fc.constantFrom(...OFFER_SOURCES),
        (of, price, source) => {
          const on = date('2026-06-01');
          const offer = { source, cents: price, on, goodThrough: date('2026-06-08') };
          expect(marketValue(of, [offer], date('2026-06-08'))).toMatchObject({
            source: 'offers',
            lowCents: price,
            likelyCents: price,
            highCents: price,
          });
        },
      ),
    );
  });

  test('do not depend on their order, and one more firm one never lowers what is likely', () => {
    fc.assert(
      fc.property(partialFacts, anyOffers, anyCents, anyDay, (of, all, price, on) => {
        const value = marketValue(of, all, on);
        const turned = marketValue(of, all.toReversed(), on);
        const money = (each: typeof value) =>
          each.source === 'none' ? null : [each.lowCents, each.likelyCents, each.highCents];
        expect(money(turned)).toEqual(money(value));
        const hadFirm = all.some(
          ({ goodThrough, on: from }) => goodThrough !== null && goodThrough >= on && from <= on,
        );
        const one = { source: 'dealer', cents: price, on, goodThrough: on } as const;
        const more = marketValue(of, [...all, one], on);
        expect(more.source).toBe('offers');
        if (more.source === 'none') return;
        expect(more.likelyCents >= price).toBe(true);
        if (hadFirm && value.source !== 'none') {
          expect(more.likelyCents >= value.likelyCents).toBe(true);
        }
      }),
    );
  });

  test('of less than nothing are a bug', () => {
    const offer = {
      source: 'other',
      cents: -1n,
      on: date('2026-06-01'),
      goodThrough: null,
    } as const;
    const of = { segment: 'car', modelYear: null, priceWhenNewCents: null, miles: null } as const;
    expect(() => marketValue(of, [offer], date('2026-06-02'))).toThrow(RangeError);
  });
});
