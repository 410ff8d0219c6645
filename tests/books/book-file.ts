/** Books that a build made, as files: every row of every table, with the schema they were in. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { describeSchema } from '@roadbook/server/platform/database/describe-schema';
import type { Queryable, Store } from '@roadbook/server/platform/database/store';
import type { ShownBook } from './shown-book.ts';

/** The rows of one table. A value is its text in the database, null where there is none. */
export type TableRows = {
  readonly table: string;
  /** Columns with their types. */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly (string | null)[])[];
};

export type BookFile = {
  /** The keys that personal data in the book is sealed with. They open nothing else. */
  readonly keys: string;
  /** The shape of the database, as that build described it: a script that makes it. */
  readonly schema: string;
  readonly tables: readonly TableRows[];
};

const FOLDER = new URL('./made/', import.meta.url);

/** The names of all books, oldest migration first. */
export async function bookNames(): Promise<string[]> {
  const names = await readdir(FOLDER);
  return names
    .filter((name) => name.endsWith('.json.gz'))
    .map((name) => name.slice(0, -8))
    .sort();
}

export async function readBook(name: string): Promise<BookFile> {
  const packed = await readFile(new URL(`${name}.json.gz`, FOLDER));
  return JSON.parse((await promisify(gunzip)(packed)).toString('utf8')) as BookFile;
}

/** What the build that made the book showed of it. */
export async function readShown(name: string): Promise<ShownBook> {
  return JSON.parse(await readFile(new URL(`${name}.shown.json`, FOLDER), 'utf8')) as ShownBook;
}

export async function writeBook(name: string, book: BookFile, shown: ShownBook): Promise<number> {
  const packed = await promisify(gzip)(Buffer.from(JSON.stringify(book)), { level: 9 });
  await writeFile(new URL(`${name}.json.gz`, FOLDER), packed);
  await writeFile(new URL(`${name}.shown.json`, FOLDER), `${JSON.stringify(shown, null, 2)}\n`);
  return packed.byteLength;
}

const COLUMNS = `select c.relname as "table", a.attname as name,
    format_type(a.atttypid, a.atttypmod) as type
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
  order by c.relname collate "C", a.attnum`;

/** Takes everything out of a database: its shape and its rows, in no order of their own. */
export async function takeBook(store: Queryable, keys: string): Promise<BookFile> {
  const found = await store.query<{ table: string; name: string; type: string }>(COLUMNS);
  const tables: TableRows[] = [];
  for (const table of new Set(found.map((column) => column.table))) {
    const columns = found
      .filter((column) => column.table === table)
      .map(({ name, type }) => ({ name, type }));
    const texts = columns.map(({ name }) => `"${name}"::text`).join(', ');
    const rows = await store.query<{ row: string }>(
      `select json_build_array(${texts})::text as row from "${table}" order by 1`,
    );
    tables.push({ table, columns, rows: rows.map(({ row }) => JSON.parse(row)) });
  }
  return { keys, schema: await describeSchema(store), tables };
}

/** Puts a book into an empty database, in the shape that its build had. */
export async function putBook(store: Store, book: BookFile): Promise<void> {
  await store.script(book.schema);
  for (const { table, columns, rows } of book.tables) {
    const names = columns.map(({ name }) => `"${name}"`).join(', ');
    const values = columns.map(({ type }, index) => `(r ->> ${index})::${type}`).join(', ');
    await store.query(
      `insert into "${table}" (${names}) select ${values} from json_array_elements($1::json) r`,
      [JSON.stringify(rows)],
    );
  }
}
