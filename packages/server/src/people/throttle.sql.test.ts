import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestStore, type TestStore } from '../../testing/test-store.ts';
import { clearAttempts, countAttempt, type ThrottleRule } from './throttle.sql.ts';

const RULE: ThrottleRule = { attempts: 3, windowSeconds: 60 };
const START = Date.UTC(2026, 10, 2, 15);

let opened: TestStore;
beforeAll(async () => {
  opened = await openTestStore('embedded');
});
afterAll(() => opened.end());
beforeEach(() => opened.store.query('delete from throttle'));

const attempt = (seconds: number, bucket = 'b'): Promise<number> =>
  countAttempt(opened.store, bucket, RULE, START + seconds * 1_000);

describe('a throttle', () => {
  test('lets so many through in a window and names the seconds that are left', async () => {
    expect([await attempt(0), await attempt(10), await attempt(20)]).toEqual([0, 0, 0]);
    expect([await attempt(20), await attempt(45), await attempt(59.5)]).toEqual([40, 15, 1]);
  });

  test('opens again when the window that began with the first attempt is over', async () => {
    for (const second of [0, 1, 2, 3, 50, 60]) await attempt(second);
    expect(await attempt(60.001)).toBe(0);
    expect(await attempt(61)).toBe(0);
  });

  test('counts each bucket for itself, and forgets one after a success', async () => {
    for (const second of [0, 1, 2]) await attempt(second);
    expect(await attempt(3, 'other')).toBe(0);
    await clearAttempts(opened.store, 'b');
    expect(await attempt(4)).toBe(0);
  });

  test('counts attempts that come at once one by one', async () => {
    const waits = await Promise.all([0, 0, 0, 0, 0].map((second) => attempt(second)));
    expect(waits.toSorted()).toEqual([0, 0, 0, 60, 60]);
  });

  test('never says to wait longer than the window, and never for good', async () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 12 });
    let buckets = 0;
    await fc.assert(
      fc.asyncProperty(gaps, async (seconds) => {
        buckets += 1;
        const bucket = `bucket-${buckets}`;
        let at = 0;
        let wait = 0;
        for (const gap of seconds) {
          at += gap;
          wait = await attempt(at, bucket);
          expect(wait).toBeGreaterThanOrEqual(0);
          expect(wait).toBeLessThanOrEqual(RULE.windowSeconds);
        }
        if (wait > 0) expect(await attempt(at + wait + 0.001, bucket)).toBe(0);
      }),
      { numRuns: 40 },
    );
  });
});
