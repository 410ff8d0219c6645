/** A rotation of keys that is killed in the middle, with the process that does it. */
import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Store } from '@roadbook/server/platform/database/store';
import { type KeyRing, makeKey, parseKeys } from '@roadbook/server/platform/keys/key-ring';
import { fillSealed, openAll } from '@roadbook/server/testing/platform/keys/sealed-rows';
import { expect } from 'vitest';
import { elapse } from '../faults/elapse.ts';
import type { KillPlace } from './kill-place.ts';
import {
  freePort,
  roadbook,
  type Server,
  type Settings,
  startProcess,
  startServer,
} from './server-process.ts';

const PEOPLE = 1_600;
const main = ['--import', 'tsx', 'packages/server/src/main.ts'];

/** How many rows each key had sealed; every one of them opened. */
export type RotationKilled = {
  readonly between: Readonly<Record<string, number>>;
  readonly after: Readonly<Record<string, number>>;
};

/**
 * Fills a book, rotates its keys (on PostgreSQL while a server runs), kills everything as soon as
 * some rows are sealed anew, and lets the rotation be run again. All must open each time.
 */
export async function killUnderRotation(place: KillPlace): Promise<RotationKilled> {
  await roadbook(place.settings, 'check-ledger');
  await inStore(place, async (store) => fillSealed(store, await ringOf(place), PEOPLE));
  const settings = withNewKey(place.settings);
  const server = await startBeside(settings);
  const rotation = startProcess([...main, 'rotate-keys'], settings);
  await untilBegun(place, server);
  server?.kill();
  rotation.kill();
  await Promise.all([server?.ended, rotation.ended]);

  const ring = await ringOf({ ...place, settings });
  expect(ring.newestId).toBe('k2');
  const between = await inStore(place, (store) => openAll(store, ring));
  console.log('rows by key after the kill:', between);

  expect(await roadbook(settings, 'rotate-keys')).toContain('Retired: k1');
  const after = await ringOf({ ...place, settings });
  return { between, after: await inStore(place, (store) => openAll(store, after)) };
}

async function inStore<T>(place: KillPlace, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await place.openStore();
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** With a database server it is the operator who adds the key. */
function withNewKey(settings: Settings): Settings {
  const { ROADBOOK_KEYS: keys } = settings;
  return keys === undefined ? settings : { ...settings, ROADBOOK_KEYS: `${keys},${makeKey('k2')}` };
}

async function ringOf({ settings }: KillPlace): Promise<KeyRing> {
  const { ROADBOOK_KEYS: keys, ROADBOOK_DATA: folder = '' } = settings;
  return parseKeys(keys ?? (await readFile(join(folder, 'keys', 'keys.txt'), 'utf8')));
}

/** The embedded database has one process, and there the command is it. */
async function startBeside(settings: Settings): Promise<Server | null> {
  return settings.ROADBOOK_KEYS === undefined ? null : startServer(settings, await freePort());
}

/** Waits until rows are sealed anew; the server must answer all the while. */
async function untilBegun(place: KillPlace, server: Server | null): Promise<void> {
  for (;;) {
    if (server !== null) expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
    if (await hasBegun(place)) return;
    await elapse(10);
  }
}

async function hasBegun(place: KillPlace): Promise<boolean> {
  const { ROADBOOK_KEYS: keys } = place.settings;
  // Nobody else reads the embedded database: there the new key in the file is the sign.
  if (keys === undefined) {
    const isBegun = (await ringOf(place)).newestId === 'k2';
    if (isBegun) await elapse(randomInt(50, 500));
    return isBegun;
  }
  const rows = await inStore(place, (store) =>
    store.query(`select from person where key_id = 'k2' limit 1`),
  );
  return rows.length > 0;
}
