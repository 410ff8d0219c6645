/** What each column holds, by cases/column-contents.txt, by the schema and by a book. */
import { readFile } from 'node:fs/promises';
import { type Person, unsealPerson } from '../../../src/people/person.ts';
import type { Queryable } from '../../../src/platform/database/store.ts';
import type { KeyRing } from '../../../src/platform/keys/key-ring.ts';

const KINDS = [
  'sealed',
  'keyed-hash',
  'token-hash',
  'password-hash',
  'random',
  'contract',
  'code',
  'clear',
] as const;
export type ColumnKind = (typeof KINDS)[number];

export type ColumnContent = {
  readonly column: string;
  readonly kind: ColumnKind;
  readonly why: string;
};

export async function columnContents(): Promise<readonly ColumnContent[]> {
  const path = new URL('./cases/column-contents.txt', import.meta.url);
  const lines = (await readFile(path, 'utf8')).split('\n');
  return lines.filter((line) => !/^(#|$)/.test(line)).map(contentOf);
}

function contentOf(line: string): ColumnContent {
  const [, column = '', word = '', why = ''] = /^(\S+)\s+(\S+)\s*(.*)$/.exec(line) ?? [];
  const kind = KINDS.find((each) => each === word);
  if (kind === undefined) throw new Error(`${column} is of no known kind: ${word}`);
  return { column, kind, why };
}

/** Every column of the schema that can hold words or bytes. */
export async function wordColumns(store: Queryable): Promise<readonly string[]> {
  const rows = await store.query<{ name: string }>(
    `select c.relname || '.' || a.attname as name from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
       and a.atttypid::regtype::text ~ '^(text|bytea|jsonb?|character.*)(\\[\\])?$'
     order by 1`,
  );
  return rows.map(({ name }) => name);
}

/**
 * Where personal data of the book's people stands in clear: table and kind of data, never the data.
 * `demo_letter` is left out: it is the mailbox of fictional people.
 */
export async function personalDataInClear(store: Queryable, ring: KeyRing): Promise<string[]> {
  const people = await store.query<Parameters<typeof unsealPerson>[1]>(
    'select person_id, key_id, sealed from person',
  );
  const words = people.flatMap((row) => personalWords(unsealPerson(ring, row)));
  const tables = await store.query<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = current_schema()::regnamespace and relkind = 'r'
       and relname <> 'demo_letter' order by 1`,
  );
  const found = new Set<string>();
  for (const { name } of tables) {
    const rows = await store.query<{ text: string }>(`select t::text as text from ${name} t`);
    const all = rows.map(({ text }) => text).join('\n');
    for (const { kind, word } of words) {
      const hexed = Buffer.from(word).toString('hex');
      if (all.includes(word) || all.includes(hexed)) found.add(`${kind} in ${name}`);
    }
  }
  return [...found];
}

/** What would give a person away wherever it stood, long enough not to be met by chance. */
export function personalWords(person: Person): { readonly kind: string; readonly word: string }[] {
  const { firstName, lastName, companyName, email, phone, ssn, ein, street } = person;
  const name = firstName === null || lastName === null ? null : `${firstName} ${lastName}`;
  return Object.entries({ name, companyName, email, phone, ssn, ein, street }).flatMap(
    ([kind, word]) => (word === null || word.length < 8 ? [] : [{ kind, word }]),
  );
}
