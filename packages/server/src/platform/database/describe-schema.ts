import type { Queryable } from './store.ts';

type Row = { readonly name: string; readonly text: string };

const TABLES = `select c.relname as name,
    coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', '') as text
  from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
  order by c.relname collate "C"`;

const COLUMNS = `select c.relname as name, a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
    || case when a.attnotnull then ' not null' else '' end
    || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as text
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
  order by c.relname collate "C", a.attnum`;

/**
 * Not-null constraints have rows of their own from PostgreSQL 18 on; the columns say them already.
 */
const CONSTRAINTS = `select c.relname as name,
    'constraint ' || n.conname || ' ' || pg_get_constraintdef(n.oid, true) as text
  from pg_constraint n join pg_class c on c.oid = n.conrelid
  where c.relnamespace = current_schema()::regnamespace and n.contype <> 'n'
  order by c.relname collate "C", n.conname collate "C"`;

const INDEXES = `select c.relname as name, pg_get_indexdef(i.indexrelid, 0, true) as text
  from pg_index i join pg_class c on c.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
  where c.relnamespace = current_schema()::regnamespace
    and not exists (select from pg_constraint n where n.conindid = i.indexrelid)
  order by c.relname collate "C", x.relname collate "C"`;

/** What the owner of a table has taken from itself; its other privileges are every owner's. */
const REVOKED = `select c.relname as name, 'revoke ' || string_agg(p.name, ', ' order by p.n)
    || ' on ' || c.relname || ' from current_user' as text
  from pg_class c
  cross join unnest(array['update', 'delete', 'truncate']) with ordinality as p (name, n)
  where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
    and c.relacl is not null and not exists (select from aclexplode(c.relacl) a
      where a.grantee = c.relowner and a.privilege_type = upper(p.name))
  group by c.relname order by c.relname collate "C"`;

const FUNCTIONS = `select p.proname as name,
    'create function ' || p.proname || '(' || pg_get_function_identity_arguments(p.oid)
    || ') returns ' || format_type(p.prorettype, null) || ' language ' || l.lanname || ' '
    || case p.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end
    || ' as $$' || p.prosrc || '$$;' as text
  from pg_proc p join pg_language l on l.oid = p.prolang
  where p.pronamespace = current_schema()::regnamespace order by p.proname collate "C"`;

/**
 * The shape of the database as text that reads like SQL, the same on both engines: for people who
 * look a table up, and for the test that no migration changes it unseen.
 */
export async function describeSchema(store: Queryable): Promise<string> {
  const tables = await store.query<Row>(TABLES);
  const columns = await store.query<Row>(COLUMNS);
  const constraints = await store.query<Row>(CONSTRAINTS);
  const indexes = await store.query<Row>(INDEXES);
  const revoked = await store.query<Row>(REVOKED);
  const functions = await store.query<Row>(FUNCTIONS);
  const of = (rows: readonly Row[], table: string): string[] =>
    rows.filter(({ name }) => name === table).map(({ text }) => text);
  const parts = tables.map(({ name, text: options }) => {
    const lines = [...of(columns, name), ...of(constraints, name)].map((line) => `  ${line}`);
    const body = `create table ${name} (\n${lines.join(',\n')}\n)${options};`;
    return [body, ...[...of(indexes, name), ...of(revoked, name)].map((line) => `${line};`)].join(
      '\n',
    );
  });
  return `${[...functions.map(({ text }) => text), ...parts].join('\n\n')}\n`;
}
