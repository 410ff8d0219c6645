import type { Queryable } from '../database/store.ts';
import { arrayText } from '../database/value-parsers.ts';
import type { SealedRow, SealedTable } from './sealed-columns.ts';

/** How many rows of a table are sealed with another key than this one. */
export async function countSealedOtherwise(
  store: Queryable,
  { table }: SealedTable,
  newestId: string,
): Promise<number> {
  const [row] = await store.query<{ n: bigint }>(
    `select count(*) as n from ${table} where key_id <> $1`,
    [newestId],
  );
  return Number(row?.n ?? 0n);
}

/** The next rows that are sealed with another key, in the order of the primary key. */
export function rowsSealedOtherwise(
  store: Queryable,
  table: SealedTable,
  newestId: string,
  after: SealedRow | null,
  limit: number,
): Promise<SealedRow[]> {
  const key = Object.keys(table.key);
  const columns = [...key, ...(table.also ?? []), 'key_id', ...Object.keys(table.sealed)];
  const places = key.map((_, index) => `$${index + 3}`).join(', ');
  const from = after === null ? '' : `and (${key.join(', ')}) > (${places})`;
  return store.query<SealedRow>(
    `select ${columns.join(', ')} from ${table.table} where key_id <> $1 ${from}
     order by ${key.join(', ')} limit $2`,
    [newestId, limit, ...(after === null ? [] : key.map((column) => after[column]))],
  );
}

/** A row, and its sealed columns as they are to be. */
export type Resealed = {
  readonly row: SealedRow;
  readonly sealed: Readonly<Record<string, Buffer | null>>;
};

/**
 * Writes what was sealed anew, and returns how many rows took it. A row that somebody else has
 * changed since it was read keeps what they wrote, and is found again.
 */
export async function writeResealed(
  tx: Queryable,
  table: SealedTable,
  newestId: string,
  rows: readonly Resealed[],
): Promise<number> {
  const key = Object.entries(table.key);
  const sealed = Object.keys(table.sealed);
  const names = [
    ...key.map(([column]) => column),
    'old_key',
    ...sealed.flatMap((column) => [`${column}_was`, `${column}_is`]),
  ];
  const parameters = names.map((_, index) => `$${index + 2}::text[]`).join(', ');
  const same = [
    ...key.map(([column, type]) =>
      type === 'bytea'
        ? `t.${column} = decode(w.${column}, 'hex')`
        : `t.${column} = w.${column}::${type}`,
    ),
    't.key_id = w.old_key',
    ...sealed.map((column) => `t.${column} is not distinct from decode(w.${column}_was, 'hex')`),
  ];
  const sets = sealed.map((column) => `${column} = decode(w.${column}_is, 'hex')`);
  if (table.digest !== undefined) {
    const { of, in: digest } = table.digest;
    sets.push(
      `${digest} = case when t.${digest} = md5(t.${of}) then md5(decode(w.${of}_is, 'hex'))
         else t.${digest} end`,
    );
  }
  const written = await tx.query(
    `update ${table.table} t set key_id = $1, ${sets.join(', ')}
     from unnest(${parameters}) w(${names.join(', ')}) where ${same.join(' and ')} returning 1`,
    [
      newestId,
      ...key.map(([column]) => arrayText(rows.map(({ row }) => hexed(row[column])))),
      arrayText(rows.map(({ row }) => hexed(row.key_id))),
      ...sealed.flatMap((column) => [
        arrayText(rows.map(({ row }) => hexed(row[column]))),
        arrayText(rows.map((each) => hexed(each.sealed[column]))),
      ]),
    ],
  );
  return written.length;
}

const hexed = (value: string | Buffer | null | undefined): string | null =>
  Buffer.isBuffer(value) ? value.toString('hex') : (value ?? null);

/** One rotation at a time writes: two would lend the same right at once. Ends with `tx`. */
export async function takeTurn(tx: Queryable): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(7202)');
}

/**
 * Lends us the right to write the sealed columns of an append-only table, and nothing else of it.
 * Granted and revoked in one transaction, so nobody else ever has it.
 */
export async function lendUpdate(tx: Queryable, table: SealedTable): Promise<void> {
  await tx.query(`grant update (${writtenColumns(table)}) on ${table.table} to current_user`);
}

export async function takeUpdateBack(tx: Queryable, table: SealedTable): Promise<void> {
  await tx.query(`revoke update (${writtenColumns(table)}) on ${table.table} from current_user`);
}

const writtenColumns = ({ sealed }: SealedTable): string =>
  ['key_id', ...Object.keys(sealed)].join(', ');

/** Forgets the check values of keys that seal nothing any more. */
export async function removeKeyChecksBut(store: Queryable, newestId: string): Promise<void> {
  await store.query('delete from key_check where key_id <> $1', [newestId]);
}
