import { afterAll, beforeAll, expect, test } from 'vitest';
import { type KillPlace, postgresPlace } from './kill-place.ts';
import { killUnderRotation } from './kill-under-rotation.ts';

let place: KillPlace;
beforeAll(async () => {
  place = await postgresPlace();
});
afterAll(() => place.remove());

test('a rotation of keys that was killed is ended by the next (PostgreSQL)', async () => {
  const { between, after } = await killUnderRotation(place);
  expect(after).toEqual({ k2: (between.k1 ?? 0) + (between.k2 ?? 0) });
});
