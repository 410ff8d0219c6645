import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../testing/case-table.ts';
import { addDays, date } from '../time/calendar.ts';
import { HOLD_KINDS, HOLD_STOPS, type Hold, type HoldKind, STOPPABLE, stoppedBy } from './hold.ts';

const cases = readFileSync(new URL('./cases/holds.txt', import.meta.url), 'utf8');
const today = date('2026-03-01');

function hold(kind: HoldKind, from: string, until: string | null): Hold {
  return {
    kind,
    from: date(from),
    until: until === null ? null : date(until),
    party: null,
    evidence: 'letter of 2026-02-27',
    decidedBy: 'staff-1',
  };
}

describe('a hold', () => {
  test('stops what the table says, kind by kind', () => {
    const seen = new Set<string>();
    checkTable(cases, (row) => {
      const kind = row.text('hold') as HoldKind;
      seen.add(kind);
      const stops = (what: (typeof STOPPABLE)[number]): string =>
        stoppedBy([hold(kind, '2026-03-01', null)], what, today) === null ? '-' : 'stops';
      return Object.fromEntries(STOPPABLE.map((what) => [what, stops(what)]));
    });
    expect([...seen].sort()).toEqual([...HOLD_KINDS].sort());
  });

  test('is in force from its first day until the day before its last', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...HOLD_KINDS),
        fc.integer({ min: -5, max: 5 }),
        fc.integer({ min: -5, max: 5 }),
        (kind, from, until) => {
          const one = hold(kind, addDays(today, from), addDays(today, until));
          const isInForce = from <= 0 && 0 < until;
          for (const what of STOPPABLE) {
            const stopped = stoppedBy([one], what, today);
            expect(stopped !== null).toBe(isInForce && HOLD_STOPS[kind].includes(what));
          }
        },
      ),
    );
  });

  test('without an end lasts until it is lifted', () => {
    const open = hold('bankruptcy', '2026-03-01', null);
    expect(stoppedBy([open], 'drafts', date('2199-12-31'))).toBe(open);
    expect(stoppedBy([open], 'drafts', addDays(today, -1))).toBeNull();
  });

  test('is named by the first of several that stop the same', () => {
    const scra = hold('scra', '2026-02-01', null);
    const bankruptcy = hold('bankruptcy', '2026-03-01', null);
    expect(stoppedBy([scra, bankruptcy], 'late-fees', today)).toBe(scra);
    expect(stoppedBy([scra, bankruptcy], 'drafts', today)).toBe(bankruptcy);
    expect(stoppedBy([], 'drafts', today)).toBeNull();
  });
});
