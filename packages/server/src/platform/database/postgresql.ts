import pg from 'pg';
import { awayError, DatabaseAway, isQuestion, keepsConnection } from './database-away.ts';
import { type SessionLimits, sessionLimits } from './session-limits.ts';
import type { Queryable, Statement, Store } from './store.ts';
import { PARSERS } from './value-parsers.ts';

const types = {
  getTypeParser: (oid: number, format?: string) =>
    format !== 'binary' && PARSERS.has(oid)
      ? PARSERS.get(oid)
      : pg.types.getTypeParser(oid, format as 'text'),
};

/** A connection that is not there after so long is not waited for. */
const CONNECT_MS = 3_000;
/**
 * How long a statement may go unanswered before its connection is thrown away: somebody waits for
 * it, and a network that swallows packets never says so. The other is for work that nobody waits
 * for, and for closing.
 */
const ANSWER_MS = 3_000;
const PATIENT_ANSWER_MS = 300_000;
const KEEP_ALIVE_MS = 10_000;
const END_MS = 3_000;

export type PostgresqlOptions = {
  readonly url: string;
  readonly connections?: number;
  /**
   * Whether statements are prepared once per connection. Poolers that share sessions between
   * transactions and do not know prepared statements need `false` (PgBouncer before 1.21).
   */
  readonly prepared?: boolean;
};

/** What the driver takes beside its declared settings of a query. */
type Ask = pg.QueryConfig & { readonly query_timeout: number };

/** How statements of one store are sent. */
type Manner = { readonly answerMs: number; readonly prepared: boolean };

/** The store on a PostgreSQL server. No session of it is set to anything but its limits. */
export async function openPostgresql(options: PostgresqlOptions): Promise<Store> {
  const limits = await sessionLimits(options.url, CONNECT_MS);
  const { url, asked } = takeOptions(options.url);
  const sessionOptions = `${asked}${limits.options}`.trim();
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 10,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    types: types as unknown as pg.CustomTypesConfig,
    ...(sessionOptions === '' ? {} : { options: sessionOptions }),
    application_name: 'roadbook',
  });
  // A connection that breaks while nothing is asked of it says so as an event; without a listener,
  // on the idle ones and on those in use, an event ends the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  const prepared = options.prepared ?? true;
  const patient = storeOn(pool, limits, { answerMs: PATIENT_ANSWER_MS, prepared });
  return { ...storeOn(pool, limits, { answerMs: ANSWER_MS, prepared }), patient };
}

function storeOn(pool: pg.Pool, limits: SessionLimits, manner: Manner): Store {
  const store: Store = {
    engine: 'postgresql',
    get patient() {
      return store;
    },
    query: (statement, values = []) =>
      new Promise((resolve, reject) => {
        pool.connect((fault, client, release) => {
          if (fault !== undefined || client === undefined) return reject(awayError(fault, false));
          ask(client, askOf(statement, values, manner), (error, rows) => {
            release(keepsOrNull(error));
            if (error === null) resolve(rows as never[]);
            else reject(awayError(error, !isQuestion(textOf(statement))));
          });
        });
      }),
    transaction: (work) => inTransaction(pool, limits, manner, work),
    script: async (sql) => {
      const client = await checkOut(pool);
      await inClient(client, { ...manner, answerMs: PATIENT_ANSWER_MS }, true)
        .query(sql)
        .then(
          () => client.release(),
          (error: Error) => {
            client.release(error);
            throw error;
          },
        );
    },
    close: () => withinMs(pool.end(), END_MS),
  };
  return store;
}

/**
 * Options that the address itself asks for come first, so that our limits win. A search path of its
 * own is one: tests and benchmarks share a database that way.
 */
function takeOptions(address: string): { readonly url: string; readonly asked: string } {
  const url = new URL(address);
  const asked = url.searchParams.get('options');
  url.searchParams.delete('options');
  return { url: url.href, asked: asked ?? '' };
}

function textOf(statement: Statement | string): string {
  return typeof statement === 'string' ? statement : statement.text;
}

function askOf(
  statement: Statement | string,
  values: readonly unknown[],
  { answerMs, prepared }: Manner,
): Ask {
  const config = { text: textOf(statement), values: [...values], query_timeout: answerMs };
  return typeof statement === 'string' || !prepared ? config : { ...config, name: statement.name };
}

function ask(
  client: pg.ClientBase,
  config: Ask,
  answer: (error: Error | null, rows: readonly unknown[]) => void,
): void {
  client.query(config, (error: Error | null, result: pg.QueryResult | undefined) =>
    answer(error ?? null, result?.rows ?? []),
  );
}

/** What a pool is told about a connection that comes back: an error throws it away. */
function keepsOrNull(error: Error | null): Error | undefined {
  return error === null || keepsConnection(error) ? undefined : error;
}

/** Statements on one connection that somebody has checked out. */
function inClient(client: pg.ClientBase, manner: Manner, mayBeWritten = false): Queryable {
  return {
    query: (statement, values = []) =>
      new Promise((resolve, reject) => {
        ask(client, askOf(statement, values, manner), (error, rows) => {
          if (error === null) resolve(rows as never[]);
          else reject(awayError(error, mayBeWritten));
        });
      }),
  };
}

async function checkOut(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw awayError(error, false);
  }
}

/** Nothing of a transaction is written before its commit, so only a commit leaves a doubt. */
async function inTransaction<T>(
  pool: pg.Pool,
  limits: SessionLimits,
  manner: Manner,
  work: (tx: Queryable) => Promise<T>,
): Promise<T> {
  const client = await checkOut(pool);
  const tx = inClient(client, manner);
  try {
    await begin(client, limits.begin, manner);
    const result = await work(tx);
    await inClient(client, manner, true).query('commit');
    client.release();
    return result;
  } catch (error) {
    if (error instanceof DatabaseAway) client.release(error);
    else {
      await tx.query('rollback').then(
        () => client.release(),
        (broken: Error) => client.release(broken),
      );
    }
    throw error;
  }
}

/** Without values it goes as one message, however many statements it is. */
function begin(client: pg.ClientBase, text: string, { answerMs }: Manner): Promise<unknown> {
  return inClient(client, { answerMs, prepared: false }).query(text);
}

/** Settles when the work is done, or after so long: nobody waits for good for a goodbye. */
async function withinMs(work: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
