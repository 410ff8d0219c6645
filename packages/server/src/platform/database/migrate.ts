import { readdir, readFile } from 'node:fs/promises';
import type { Store } from './store.ts';

const FOLDER = new URL('./migrations/', import.meta.url);

/** Statements of one script are one transaction; the lock lasts as long as that. */
const LOCK = 'select pg_advisory_xact_lock(7200);';

/**
 * Brings the database to the newest shape, forward only, one numbered folder at a time. Two servers
 * that start at once wait for each other. A database from a newer version is refused. Answers the
 * migrations that were missing.
 */
export async function migrate(store: Store): Promise<string[]> {
  await store.script(
    `${LOCK} create table if not exists migration
       (name text primary key, applied_at timestamptz not null)`,
  );
  const names = (await readdir(FOLDER)).filter((name) => /^\d{4}-/.test(name)).sort();
  const applied = new Set(
    (await store.query<{ name: string }>('select name from migration')).map(({ name }) => name),
  );
  const unknown = [...applied].filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    throw new Error(
      `This database was made by a newer Roadbook (it has ${unknown.join(', ')}). ` +
        'Install that version or a later one.',
    );
  }
  const missing = names.filter((name) => !applied.has(name));
  for (const name of missing) {
    const sql = await readFile(new URL(`${name}/up.sql`, FOLDER), 'utf8');
    await store.script(unlessApplied(name, sql));
  }
  return missing;
}

/** Whoever waited for the lock looks again: the one before it may have done the work. */
function unlessApplied(name: string, sql: string): string {
  return `${LOCK}
    do $roadbook$ begin
      if exists (select from migration where name = '${name}') then return; end if;
      execute $migration$${sql}$migration$;
      insert into migration values ('${name}', now());
    end $roadbook$`;
}
