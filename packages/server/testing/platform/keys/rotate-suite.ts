import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../../src/platform/database/store.ts';
import { embeddedKeys } from '../../../src/platform/keys/key-file.ts';
import { markHolder, removeHolder } from '../../../src/platform/keys/key-holder.sql.ts';
import {
  checkKeys,
  makeKey,
  makeKeys,
  parseKeys,
  seal,
} from '../../../src/platform/keys/key-ring.ts';
import { type RotationJob, rotateKeys } from '../../../src/platform/keys/rotate-keys.ts';
import { identityOf, SEALED_TABLES } from '../../../src/platform/keys/sealed-columns.ts';
import type { TestStore } from '../../test-store.ts';
import { fillSealed, openAll } from './sealed-rows.ts';

const PEOPLE = 1_100;
const ROWS = PEOPLE + 7 * (SEALED_TABLES.length - 1);

/** The rotation of keys, on a store that the caller opens. */
export function describeRotation(open: () => Promise<TestStore>): void {
  let opened: TestStore;
  let store: Store;
  let folder: string;
  beforeAll(async () => {
    opened = await open();
    store = opened.store;
    folder = await mkdtemp(join(tmpdir(), 'roadbook-rotate-'));
  });
  afterAll(async () => {
    await opened.end();
    await rm(folder, { recursive: true });
  });

  const keyFile = (): string => join(folder, 'keys.txt');
  const rotate = (job: Omit<RotationJob, 'settleMs'>) => rotateKeys({ ...job, settleMs: 1 });

  test('cut off in the middle, everything opens; run again, the old key is retired', async () => {
    const ring = await embeddedKeys(keyFile(), true);
    await checkKeys(store, ring);
    await fillSealed(store, ring, PEOPLE);
    await store.query('update person set search_of = md5(sealed)');
    const seen: number[] = [];
    const cut = rotate({
      store,
      ring,
      keyFile: keyFile(),
      onProgress: ({ done }) => {
        seen.push(done);
        if (done >= 1_000) throw new Error('cut off');
      },
    });
    await expect(cut).rejects.toThrow('cut off');
    const between = await openAll(store, ring);
    expect(between.k1).toBeGreaterThan(0);
    expect(between.k2).toBeGreaterThan(0);

    // As after a restart: the keys are read from the file again.
    const again = await embeddedKeys(keyFile(), false);
    expect(again.newestId).toBe('k2');
    await checkKeys(store, again);
    const ended = await rotate({ store, ring: again, keyFile: keyFile() });
    expect(ended).toMatchObject({ is: 'retired', newestId: 'k2', oldIds: ['k1'] });
    const left = parseKeys(await readFile(keyFile(), 'utf8'));
    expect([...left.keys.keys()]).toEqual(['k2']);
    expect(await openAll(store, left)).toEqual({ k2: ROWS });
    await checkKeys(store, left);
    // Nobody has to be made searchable again, because nobody has changed.
    expect(
      await store.query('select from person where search_of is distinct from md5(sealed)'),
    ).toEqual([]);
    const retired = await readFile(join(folder, 'retired-before-k2.txt'), 'utf8');
    expect(retired).toMatch(/^k1:[0-9a-f]{64}\n$/);
  });

  test('nobody may edit what parties changed, before or after', async () => {
    const [{ can } = { can: null }] = await store.query<{ can: boolean }>(
      `select bool_or(has_column_privilege(attrelid, attnum, 'update')) as can
       from pg_attribute where attrelid = 'party_change'::regclass and attnum > 0
         and not (select rolsuper from pg_roles where rolname = current_user)`,
    );
    expect(can ?? false).toBe(false);
  });

  test('where the operator gives the keys, one alone is not rotated', async () => {
    const ring = parseKeys(await readFile(keyFile(), 'utf8'));
    expect(await rotate({ store, ring, keyFile: null })).toEqual({
      is: 'no-new-key',
      newestId: 'k2',
    });
  });

  test('while another process seals with the old key, none is retired', async () => {
    const text = await readFile(keyFile(), 'utf8');
    const ring = parseKeys(`${text}${makeKey('k3')}`);
    const other = '00000000-0000-4000-8000-000000000001';
    await markHolder(store, other, 'k2');
    expect(await rotate({ store, ring, keyFile: null })).toMatchObject({ is: 'others', count: 1 });
    expect(await openAll(store, parseKeys(text))).toEqual({ k2: ROWS });
    await removeHolder(store, other);
    expect(await rotate({ store, ring, keyFile: null })).toMatchObject({
      is: 'retired',
      oldIds: ['k2'],
      count: ROWS,
    });
    expect(await openAll(store, ring)).toEqual({ k3: ROWS });
  });

  test('a row that does not open keeps the old key in use', async () => {
    const [check] = await store.query<{ key_id: string }>('select key_id from key_check');
    expect(check).toEqual({ key_id: 'k3' });
    const strange = parseKeys(makeKeys());
    const id = '00000000-0000-4000-8000-000000000002';
    const { sealed } = seal(strange, identityOf.person(id), 'of another book');
    await store.query(
      `insert into person (person_id, key_id, sealed, created_at) values ($1, 'k9', $2, now())`,
      [id, sealed],
    );
    const path = join(folder, 'other-keys.txt');
    const ring = await embeddedKeys(path, true);
    await store.query('delete from key_check');
    const ended = await rotate({ store, ring, keyFile: path });
    expect(ended).toEqual({ is: 'damaged', damaged: expect.any(Map) });
    expect([...parseKeys(await readFile(path, 'utf8')).keys.keys()]).toEqual(['k1', 'k2']);
  });
}
