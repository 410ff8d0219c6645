import { randomBytes } from 'node:crypto';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { openFirstDay, servicingDayAt } from '@roadbook/server/book/day/business-day';
import { LARKSPUR } from '@roadbook/server/lender/larkspur/larkspur';
import { migrate } from '@roadbook/server/platform/database/migrate';
import { openPostgresql } from '@roadbook/server/platform/database/postgresql';
import type { Store } from '@roadbook/server/platform/database/store';
import { CannotMeasure } from '../benchmark.ts';

const URL_OF_DATABASE =
  process.env.ROADBOOK_TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** Connections of every pool that is measured: the reference uses the same one. */
export const POOL = 16;

/** A schema of its own on the PostgreSQL server, migrated, with its first day open. */
export type BenchSchema = {
  readonly name: string;
  readonly store: Store;
  readonly openDay: BusinessDate;
  /** An address that leads any process into this schema. */
  readonly url: string;
  readonly drop: () => Promise<void>;
};

/** `firstDay` is today's servicing day unless said otherwise. */
export async function openBenchSchema(firstDay?: BusinessDate): Promise<BenchSchema> {
  const name = `roadbook_bench_${process.pid}_${randomBytes(3).toString('hex')}`;
  const server = await reach();
  await server.script(`create schema ${name}`);
  const store = await openPostgresql({ url: urlInto(name), connections: POOL });
  await migrate(store);
  const nowMs = Date.now();
  const today = firstDay ?? servicingDayAt(LARKSPUR, nowMs);
  const openDay = await openFirstDay(store, today, nowMs);
  return {
    name,
    store,
    openDay,
    url: urlInto(name),
    drop: async () => {
      await store.close();
      await server.script(`set client_min_messages = warning; drop schema ${name} cascade`);
      await server.close();
    },
  };
}

async function reach(): Promise<Store> {
  try {
    return await openPostgresql({ url: URL_OF_DATABASE, connections: 1 });
  } catch (error) {
    const why = error instanceof Error ? error.message || error.name : String(error);
    throw new CannotMeasure(
      `PostgreSQL cannot be reached (${why}). This benchmark measures against PostgreSQL: start ` +
        'one and name it in ROADBOOK_TEST_DATABASE_URL, postgres://user@host:port/database.',
    );
  }
}

/** The address with a search path of its own; the store adds its limits. */
function urlInto(schema: string): string {
  const url = new URL(URL_OF_DATABASE);
  url.searchParams.set('options', `-c search_path=${schema}`);
  return url.href;
}

/** What the database promised while it was measured. */
export async function databaseConditions(store: Store): Promise<Record<string, string>> {
  const settings = ['server_version', 'fsync', 'synchronous_commit', 'shared_buffers'];
  const rows = await store.query<{ name: string; setting: string }>(
    'select name, current_setting(name) as setting from pg_settings where name = any($1::text[])',
    [`{${settings.join(',')}}`],
  );
  const known = new Map(rows.map(({ name, setting }) => [name, setting]));
  return {
    ...Object.fromEntries(settings.map((name) => [name, known.get(name) ?? 'unknown'])),
    pool: POOL.toString(),
  };
}
