import { afterAll, beforeAll, expect, test } from 'vitest';
import { effort } from '../house/effort.ts';
import { embeddedPlace, type KillPlace } from './kill-place.ts';
import { killUnderPost } from './kill-under-post.ts';

let place: KillPlace;
beforeAll(async () => {
  place = await embeddedPlace();
});
afterAll(() => place.remove());

test('under kills no letter is lost, and each kill repeats one at most (embedded)', async () => {
  // The embedded database starts slowly: every day makes a few kills here, five on PostgreSQL.
  const report = await killUnderPost(place, Math.max(2, effort(20)));
  console.log('kills under post, embedded:', report);
  expect(report.lost).toBe(0);
  expect(report.strange).toBe(0);
  expect(report.unmarked).toBe(0);
  expect(report.repeated).toBeLessThanOrEqual(report.kills);
});
