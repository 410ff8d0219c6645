/** Stores for tests, on either database. Nothing in production imports them. */
import { randomBytes } from 'node:crypto';
import { openFirstDay } from '../src/book/day/business-day.ts';
import { openEmbedded } from '../src/platform/database/embedded.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { openPostgresql } from '../src/platform/database/postgresql.ts';
import type { Store } from '../src/platform/database/store.ts';
import { OPEN_DAY, TEST_CLOCK } from './test-lender.ts';

export type Engine = Store['engine'];

export type TestStore = {
  readonly store: Store;
  /** The same data through connections of their own, as another process has them. */
  readonly openAnother: () => Promise<Store>;
  readonly end: () => Promise<void>;
};

export const testDatabaseUrl =
  process.env.ROADBOOK_TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** A migrated store with its first day open, dropped by `end`. */
export async function openTestStore(engine: Engine): Promise<TestStore> {
  const test = await openEmptyStore(engine);
  await migrate(test.store);
  await openFirstDay(test.store, OPEN_DAY, TEST_CLOCK());
  return test;
}

/** A store without a single table: in memory, or a schema of its own on PostgreSQL. */
export async function openEmptyStore(engine: Engine): Promise<TestStore> {
  if (engine === 'embedded') {
    const store = idle.pop() ?? (await openEmbedded());
    return { store, openAnother: async () => store, end: () => emptyOrClose(store) };
  }
  const schema = ownName();
  await inDatabase(`create schema ${schema}`);
  return openSchema(schema, testDatabaseUrl, `drop schema ${schema} cascade`);
}

/** Embedded databases without a table: to start one takes ten times as long as to empty it. */
const idle: Store[] = [];

/** Keeps a store for the next test of this file, as empty as a new one; a broken one is closed. */
async function emptyOrClose(store: Store): Promise<void> {
  try {
    await store.script('drop schema public cascade; create schema public');
    await store.script('discard all');
    await store.script('set timezone = UTC');
    idle.push(store);
  } catch {
    await store.close();
  }
}

/**
 * An empty schema whose owner is an ordinary role made for it, as README.md has it: the other
 * stores of tests work as a superuser, whom no privilege stops.
 */
export async function openOrdinaryRoleStore(): Promise<TestStore> {
  const role = ownName();
  const password = randomBytes(8).toString('hex');
  await inDatabase(
    `create role ${role} login password '${password}'; create schema ${role} authorization ${role}`,
  );
  const url = new URL(testDatabaseUrl);
  url.username = role;
  url.password = password;
  return openSchema(role, url.href, `drop schema ${role} cascade; drop role ${role}`);
}

function ownName(): string {
  return `roadbook_test_${process.pid}_${randomBytes(4).toString('hex')}`;
}

async function openSchema(schema: string, url: string, drop: string): Promise<TestStore> {
  const opened: Store[] = [];
  const open = async (): Promise<Store> => {
    const store = await openPostgresql({ url: urlInto(schema, url), connections: 6 });
    opened.push(store);
    return store;
  };
  return {
    store: await open(),
    openAnother: open,
    end: async () => {
      await Promise.all(opened.map((store) => store.close()));
      await inDatabase(drop);
    },
  };
}

/** An address that leads into a schema, as tests that share a database use it. */
export function urlInto(schema: string, address: string): string {
  const url = new URL(address);
  url.searchParams.set('options', `-c search_path=${schema}`);
  return url.href;
}

async function inDatabase(sql: string): Promise<void> {
  const store = await openPostgresql({ url: testDatabaseUrl, connections: 1 });
  try {
    await store.script(sql);
  } finally {
    await store.close();
  }
}
