import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addPoint,
  allPoints,
  CONTACT_POINTS_MOST,
  type ContactPoints,
  makeMain,
  removePoint,
} from './contact-points.ts';

const NONE: ContactPoints = { main: null, more: [] };
const TWO: ContactPoints = { main: 'a@x.example', more: ['b@x.example'] };
const FULL: ContactPoints = { main: 'a', more: ['b', 'c'] };

describe('the addresses of a person', () => {
  test.each([
    ['the first one counts first', addPoint(NONE, 'a', false), { main: 'a', more: [] }],
    [
      'another one stands beside it',
      addPoint(TWO, 'c', false),
      { ...TWO, more: ['b@x.example', 'c'] },
    ],
    ['or before it', addPoint({ main: 'a', more: [] }, 'b', true), { main: 'b', more: ['a'] }],
    ['one in capitals is the same one', addPoint(TWO, 'A@X.example', true), 'contact-known'],
    ['a fourth is too many', addPoint(FULL, 'd', false), 'too-many-contacts'],
    [
      'without the main one the next counts',
      removePoint(FULL, 'a', false),
      { main: 'b', more: ['c'] },
    ],
    ['the last one stays', removePoint({ main: 'a', more: [] }, 'a', false), 'last-contact'],
    ['unless it may go', removePoint({ main: 'a', more: [] }, 'a', true), NONE],
    ['one that is not there', removePoint(TWO, 'z', true), 'contact-not-found'],
    ['another one counts first', makeMain(FULL, 'c'), { main: 'c', more: ['a', 'b'] }],
    ['not one that is not there', makeMain(TWO, 'z'), 'contact-not-found'],
  ] as const)('%s', (_what, outcome, expected) => {
    expect('points' in outcome ? outcome.points : outcome.refusal).toEqual(expected);
  });

  test('are never doubled, never too many, and one counts first where there is any', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'A', 'B');
    const act = fc.tuple(fc.constantFrom('add', 'remove', 'main'), name, fc.boolean());
    fc.assert(
      fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
        let points = NONE;
        for (const [what, to, flag] of acts) {
          const outcome =
            what === 'add'
              ? addPoint(points, to, flag)
              : what === 'remove'
                ? removePoint(points, to, flag)
                : makeMain(points, to);
          if ('points' in outcome) points = outcome.points;
          const all = allPoints(points).map((each) => each.toLowerCase());
          expect(new Set(all).size).toBe(all.length);
          expect(all.length).toBeLessThanOrEqual(CONTACT_POINTS_MOST);
          expect(points.main === null).toBe(all.length === 0);
        }
      }),
      { numRuns: 300 },
    );
  });
});
