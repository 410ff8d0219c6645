import { date } from '@roadbook/domain/time/calendar';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlanState } from '../plan-store.ts';
import { planAsText, planFromText } from './plan-file.ts';
import { planFromFragment, planLink } from './plan-link.ts';

const cents = fc.bigInt(0n, 99_999_999n);
const miles = fc.nat(999_999);
const day = fc
  .integer({ min: 0, max: 27 })
  .map((each) => date(`2027-03-${`${each + 1}`.padStart(2, '0')}`));

const plan: fc.Arbitrary<PlanState> = fc.record({
  answers: fc.record(
    {
      maturityDate: day,
      paymentCents: cents,
      odometer: fc.record({ miles, on: day }),
      excessMileCents: cents,
      taxRatePpb: cents,
      earlierReadings: fc.array(fc.record({ miles, on: day }), { maxLength: 3 }),
      valueOffers: fc.array(
        fc.record({
          source: fc.constantFrom('dealer' as const, 'other' as const),
          cents,
          on: day,
          goodThrough: fc.option(day),
        }),
        { maxLength: 3 },
      ),
      servicemember: fc.boolean(),
      segment: fc.constantFrom('car' as const, 'truck' as const),
    },
    { requiredKeys: [] },
  ),
  on: fc.option(day),
  chosen: fc.uniqueArray(fc.constantFrom('buy-miles', 'drive-less', 'repair:f-1')),
  repairs: fc.array(
    fc.record({
      id: fc.constantFrom('f-1', 'f-2'),
      savesWearCents: cents,
      repairLowCents: cents,
      repairHighCents: cents,
    }),
    { maxLength: 2 },
  ),
});

const whole = { format: 'lease-end-plan', version: 1, answers: {} };

function answered(answers: object): string {
  return JSON.stringify({ ...whole, answers });
}

function range(lowCents: string, likelyCents: string, highCents: string): object {
  return { lowCents, likelyCents, highCents };
}

describe('a plan that was kept', () => {
  test('comes back from its file and from its link as it was', () => {
    fc.assert(
      fc.property(plan, (state) => {
        expect(planFromText(planAsText(state))).toEqual({ outcome: 'read', state });
        const { hash } = new URL(planLink('https://larkspur.example', state));
        expect(planFromFragment(hash)).toEqual({ outcome: 'read', state });
      }),
    );
  });

  test('stands in the fragment of its link and nowhere before it', () => {
    const state = { answers: { paymentCents: 415_20n }, on: null, chosen: [], repairs: [] };
    const url = new URL(planLink('https://larkspur.example', state));
    expect([url.pathname, url.search]).toEqual(['/lease-end/plan', '']);
  });

  test('that somebody changed is refused or read, and never throws', () => {
    const spoiled = fc.tuple(plan, fc.nat(), fc.string({ maxLength: 3 }));
    fc.assert(
      fc.property(spoiled, ([state, at, put]) => {
        const text = planAsText(state);
        const place = at % text.length;
        const read = planFromText(text.slice(0, place) + put + text.slice(place + 1));
        expect(['read', 'unread']).toContain(read.outcome);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(planFromFragment(`#plan=${text}`)?.outcome).toBe('unread');
      }),
    );
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(planFromText(text).outcome).toBe('unread');
      }),
    );
  });

  test.each([
    ['not JSON', '{', 'file'],
    ['something else', '{"format":"x"}', 'format'],
    ['a later version', JSON.stringify({ ...whole, version: 2 }), 'version'],
    ['an unknown field', JSON.stringify({ ...whole, script: 1 }), 'script'],
    ['a number for money', answered({ paymentCents: 415 }), 'paymentCents'],
    ['a negative amount', answered({ paymentCents: '-1' }), 'paymentCents'],
    ['a day that is none', answered({ maturityDate: '2027-02-30' }), 'maturityDate'],
    ['half a reading', answered({ odometer: { miles: 1 } }), 'odometer'],
    ['a range upside down', answered({ wear: range('3', '2', '1') }), 'wear'],
    ['a name that is markup', JSON.stringify({ ...whole, '<b>': 1 }), '?'],
    ['a field of every object', answered({ constructor: 1 }), 'constructor'],
  ])('%s is refused by the name of the field', (_what, text, field) => {
    expect(planFromText(text)).toEqual({ outcome: 'unread', field });
  });
});
