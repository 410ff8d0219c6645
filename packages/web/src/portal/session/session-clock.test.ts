import { describe, expect, it } from 'vitest';
import { makeSessionClock } from './session-clock.ts';

const MINUTE = 60_000;
const told = { endsInSeconds: 15 * 60, endsAtLatestInSeconds: 12 * 3_600 };

describe('the end of a session', () => {
  it('is not known before the server has told it', () => {
    const clock = makeSessionClock();
    clock.answered(0);
    expect(clock.endsAtMs()).toBeNull();
  });

  it('is as far away as the server says', () => {
    const clock = makeSessionClock();
    clock.told(told, 1_000);
    expect(clock.endsAtMs()).toBe(1_000 + 15 * MINUTE);
  });

  it('moves on with every answer, less the minute that the server may not have written', () => {
    const clock = makeSessionClock();
    clock.told(told, 0);
    clock.answered(10 * MINUTE);
    expect(clock.endsAtMs()).toBe(24 * MINUTE);
    // An answer so early that it moves nothing.
    clock.answered(30_000);
    expect(clock.endsAtMs()).toBe(24 * MINUTE);
  });

  it('never moves past the end that nothing can move', () => {
    const clock = makeSessionClock();
    clock.told({ ...told, endsAtLatestInSeconds: 20 * 60 }, 0);
    clock.answered(10 * MINUTE);
    expect(clock.endsAtMs()).toBe(20 * MINUTE);
  });
});
