import { readdir, readFile } from 'node:fs/promises';
import type { Store } from './store.ts';

const FOLDER = new URL('./migrations/', import.meta.url);

/**
 * Brings the database to the newest shape, forward only, one numbered folder at a time. Two servers
 * that start at once wait for each other. A database from a newer version is refused.
 */
export async function migrate(store: Store): Promise<string[]> {
  await store.script(
    'create table if not exists migration (name text primary key, applied_at timestamptz not null)',
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
  const done: string[] = [];
  for (const name of names.filter((each) => !applied.has(each))) {
    const sql = await readFile(new URL(`${name}/up.sql`, FOLDER), 'utf8');
    await store.script(
      `begin; select pg_advisory_xact_lock(7200);\n${sql}\n` +
        `insert into migration values ('${name}', now()); commit;`,
    );
    done.push(name);
  }
  return done;
}
