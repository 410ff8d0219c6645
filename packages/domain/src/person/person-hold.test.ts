import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PERSON_HOLD_KINDS, PERSON_HOLD_STOPS, stopsChange } from './person-hold.ts';
import { STEP_UP_ACTS } from './step-up.ts';

const frozen = { kind: 'frozen', untilMs: null } as const;
const recovering = { kind: 'recovering', untilMs: 1_000 } as const;

describe('a hold on a person', () => {
  test.each([
    ['nothing stops anything', [], 'bank-account', null],
    ['who came back adds no bank account', [recovering], 'bank-account', recovering],
    ['and moves no address', [recovering], 'contact-data', recovering],
    ['and takes no copy of everything', [recovering], 'export', recovering],
    ['but adds a passkey', [recovering], 'passkey', null],
    ['and an app', [recovering], 'authenticator', null],
    ['and pays off', [recovering], 'payoff', null],
    ['frozen stops a passkey too', [frozen], 'passkey', frozen],
    ['what has no end is told', [recovering, frozen], 'bank-account', frozen],
  ] as const)('%s', (_what, holds, act, expected) => {
    expect(stopsChange(holds, act)).toEqual(expected);
  });

  test('stops what one of the holds stops, and no end comes after the told one', () => {
    const hold = fc.record({
      kind: fc.constantFrom(...PERSON_HOLD_KINDS),
      untilMs: fc.option(fc.nat(), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(hold), fc.constantFrom(...STEP_UP_ACTS), (holds, act) => {
        const stopping = holds.filter(({ kind }) => PERSON_HOLD_STOPS[kind].includes(act));
        const told = stopsChange(holds, act);
        expect(told !== null).toBe(stopping.length > 0);
        if (told === null || told.untilMs === null) return;
        for (const { untilMs } of stopping) {
          expect(untilMs !== null && untilMs <= (told.untilMs ?? 0)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});
