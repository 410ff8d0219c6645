/** Migrations on one engine: once, by whoever comes first, never backwards. */
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { describeSchema } from '../../../src/platform/database/describe-schema.ts';
import { migrate } from '../../../src/platform/database/migrate.ts';
import { type Engine, openEmptyStore, type TestStore } from '../../test-store.ts';

export function checkMigrationsOn(engine: Engine): void {
  describe(`migrations on ${engine}`, () => {
    let opened: TestStore;
    beforeEach(async () => {
      opened = await openEmptyStore(engine);
    });
    afterEach(() => opened.end());

    test('an empty database gets the committed shape; a second run changes nothing', async () => {
      const { store } = opened;
      expect(await migrate(store)).not.toEqual([]);
      // Printed by print-schema.ts: run it when a migration is added.
      const committed = await readFile(
        new URL('../../../src/platform/database/schema.sql', import.meta.url),
        'utf8',
      );
      expect(await describeSchema(store)).toBe(committed);
      expect(await migrate(store)).toEqual([]);
      expect(await describeSchema(store)).toBe(committed);
    });

    test('servers that start at once wait for each other', async () => {
      const stores = [opened.store, await opened.openAnother(), await opened.openAnother()];
      await Promise.all(stores.map((store) => migrate(store)));
      const [row] = await opened.store.query('select count(*)::integer as n from outbox_lane');
      expect(row).toEqual({ n: 64 });
    });

    test('a database of a newer version is refused and stays as it is', async () => {
      const { store } = opened;
      await migrate(store);
      await store.query(`insert into migration values ('9999-from-the-future', now())`);
      await expect(migrate(store)).rejects.toThrow('newer Roadbook (it has 9999-from-the-future)');
      const names = await store.query('select name from migration where name like $1', ['9999%']);
      expect(names).toHaveLength(1);
    });
  });
}
