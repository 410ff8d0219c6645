import pg from 'pg';
import type { Queryable, Statement, Store } from './store.ts';
import { PARSERS } from './value-parsers.ts';

const types = {
  getTypeParser: (oid: number, format?: string) =>
    format !== 'binary' && PARSERS.has(oid)
      ? PARSERS.get(oid)
      : pg.types.getTypeParser(oid, format as 'text'),
};

export type PostgresqlOptions = {
  readonly url: string;
  readonly connections?: number;
  /** A schema to work in, for tests that share a database. */
  readonly schema?: string;
};

/** The store on a PostgreSQL server. */
export async function openPostgresql(options: PostgresqlOptions): Promise<Store> {
  const path = options.schema === undefined ? '' : ` -c search_path=${options.schema}`;
  const { url, asked } = takeOptions(options.url);
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 10,
    types: types as unknown as pg.CustomTypesConfig,
    options: `${asked}-c timezone=UTC -c intervalstyle=iso_8601${path}`,
    application_name: 'roadbook',
  });
  // An idle connection that breaks is replaced by the pool; without a listener it ends the process.
  pool.on('error', () => undefined);
  const client = await pool.connect();
  client.release();
  return {
    engine: 'postgresql',
    ...queryable(pool),
    transaction: (work) => inTransaction(pool, work),
    script: async (sql) => {
      await pool.query(sql);
    },
    close: () => pool.end(),
  };
}

/** Options that the address itself asks for come first: ours, on which value parsing rests, win. */
function takeOptions(address: string): { readonly url: string; readonly asked: string } {
  const url = new URL(address);
  const asked = url.searchParams.get('options');
  url.searchParams.delete('options');
  return { url: url.href, asked: asked === null ? '' : `${asked} ` };
}

function queryable(runner: Pick<pg.ClientBase, 'query'>): Queryable {
  return {
    async query<R>(statement: Statement | string, values: readonly unknown[] = []) {
      const config = typeof statement === 'string' ? { text: statement } : { ...statement };
      const result = await runner.query({ ...config, values: [...values] });
      return result.rows as R[];
    },
  };
}

async function inTransaction<T>(pool: pg.Pool, work: (tx: Queryable) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(queryable(client));
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    );
    throw error;
  }
}
