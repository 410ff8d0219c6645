import pg from 'pg';

/** A transaction in which nothing happens for so long is given up: it may hold the fence. */
const IDLE_IN_TRANSACTION = '10s';

/**
 * What the server does about a client that is gone without a word. Without these a session that a
 * broken network left behind in a transaction keeps its locks for hours.
 */
const GONE_CLIENTS: readonly (readonly [name: string, value: string])[] = [
  ['idle_in_transaction_session_timeout', IDLE_IN_TRANSACTION],
  ['client_connection_check_interval', '1s'],
  ['tcp_keepalives_idle', '10'],
  ['tcp_keepalives_interval', '5'],
  ['tcp_keepalives_count', '3'],
];

export type SessionLimits = {
  /** For the `options` of every connection; empty where a pooler shares sessions. */
  readonly options: string;
  /** The words that begin a transaction. */
  readonly begin: string;
};

/**
 * Which limits connections can carry. Behind a pooler such as PgBouncer in transaction mode a
 * session belongs to nobody for long, so nothing may be set on it: a transaction then brings its
 * own limit, and the others are the operator's to set on the role (docs/recipes/pgbouncer.md). A
 * pooler shows itself: the process it names at sign-in is not the one that answers.
 */
export async function sessionLimits(url: string, waitMs: number): Promise<SessionLimits> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: waitMs });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query('select pg_backend_pid() as pid');
    const { processID } = client as pg.Client & { readonly processID: number };
    if (rows[0]?.pid !== processID) return POOLED;
    let options = '';
    for (const [name, value] of GONE_CLIENTS) {
      // Not every operating system below a PostgreSQL can do each of them.
      const isTaken = await client.query(`set ${name} = '${value}'`).then(
        () => true,
        () => false,
      );
      if (isTaken) options += ` -c ${name}=${value}`;
    }
    return { options, begin: 'begin' };
  } finally {
    await client.end().catch(() => undefined);
  }
}

const POOLED: SessionLimits = {
  options: '',
  begin: `begin; set local idle_in_transaction_session_timeout = '${IDLE_IN_TRANSACTION}'`,
};
