import { expect, test } from 'vitest';
import { TEST_CLOCK } from '../../testing/test-lender.ts';
import { openTestStore } from '../../testing/test-store.ts';
import { USUAL_RETENTION } from '../lender/retention.ts';
import { recordAct } from './audit-trail.sql.ts';
import { removeOldRows } from './old-rows.sql.ts';

const DAY_MS = 86_400_000;
const now = TEST_CLOCK();
const ago = (ms: number): string => new Date(now - ms).toISOString();
const PERSON = '01890000-0000-7000-8000-000000000001';

test('what is over is removed a thousand rows at a time, and what is not stays', async () => {
  const { store, end } = await openTestStore('embedded');
  const add = (table: string, values: string, given: readonly unknown[]) =>
    store.query(`insert into ${table} values (${values})`, given);
  try {
    const session = (name: string, created: string, seen: string) =>
      add('session', '$1, $2, $3, $4', [Buffer.from(name), PERSON, created, seen]);
    await session('idle', ago(3_600_000), ago(16 * 60_000));
    await session('old', ago(13 * 3_600_000), ago(1_000));
    await session('live', ago(3_600_000), ago(14 * 60_000));
    await store.query(
      `insert into throttle select 'b' || n, 1, $1::timestamptz from generate_series(1, 1500) n`,
      [ago(3 * 3_600_000)],
    );
    await add('throttle', '$1, 1, $2', ['live', ago(60_000)]);
    await add('known_device', '$1, $2, $3', [Buffer.from('old'), PERSON, ago(401 * DAY_MS)]);
    await add('known_device', '$1, $2, $3', [Buffer.from('live'), PERSON, ago(399 * DAY_MS)]);
    await add('known_network', '$1, $2, $3', [PERSON, Buffer.from('old'), ago(91 * DAY_MS)]);
    await add('known_network', '$1, $2, $3', [PERSON, Buffer.from('live'), ago(DAY_MS)]);
    const act = { what: 'signed-in', subject: `person:${PERSON}` } as const;
    const networkHash = Buffer.from('n');
    await recordAct(store, { ...act, networkHash }, now - 402 * DAY_MS);
    await recordAct(store, { ...act, networkHash }, now - 399 * DAY_MS);

    expect(await removeOldRows(store, now, USUAL_RETENTION)).toBe(true);
    expect(await removeOldRows(store, now, USUAL_RETENTION)).toBe(false);

    const counts = await store.query(
      `select (select count(*)::integer from session) as sessions,
         (select count(*)::integer from throttle) as throttles,
         (select count(*)::integer from known_device) as devices,
         (select count(*)::integer from known_network) as networks,
         (select count(*)::integer from audit_trail) as acts`,
    );
    expect(counts).toEqual([{ sessions: 1, throttles: 1, devices: 1, networks: 1, acts: 1 }]);
    // Another policy from a day on: what it keeps for less goes at the next sweep.
    const shorter = { ...USUAL_RETENTION, device: 30 };
    await removeOldRows(store, now, shorter);
    expect(await store.query('select 1 as one from known_device')).toEqual([]);
  } finally {
    await end();
  }
});
