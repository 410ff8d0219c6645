import { Socket } from 'node:net';
import pg from 'pg';
import { sqlState } from './store.ts';

/** A server that says nothing for so long is not one that we could work with. */
const CONNECT_MS = 10_000;
const VERSION_MIN = 150_000;

/**
 * Asks the database server whether Roadbook can work on it, and throws one plain sentence when it
 * cannot: what of the address is at fault and what to do. A password is never repeated.
 */
export async function probePostgresql(address: string, waitMs = CONNECT_MS): Promise<void> {
  // A socket of our own: the client leaves its own open when a sign-in fails half way.
  const socket = new Socket();
  const client = new pg.Client({
    connectionString: address,
    connectionTimeoutMillis: waitMs,
    application_name: 'roadbook',
    stream: () => socket,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await checkServer(client);
    await client.end();
  } catch (error) {
    throw error instanceof Unfit ? error : new Unfit(sentenceFor(error, client), { cause: error });
  } finally {
    socket.destroy();
  }
}

/** What the sentence says already needs no more words. */
class Unfit extends Error {}

async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    `select current_setting('server_version_num')::integer as number,
       current_setting('server_version') as version,
       has_schema_privilege(current_schema(), 'create') as may_make`,
  );
  const [{ number, version, may_make }] = rows;
  const { where, database, role } = named(client);
  if (number < VERSION_MIN) {
    throw new Unfit(
      `The PostgreSQL at ${where} is ${version}. Roadbook needs 15 or newer: upgrade it, or name ` +
        'another in DATABASE_URL.',
    );
  }
  if (may_make !== true) {
    throw new Unfit(
      `The role "${role}" may not make tables in the database "${database}" at ${where}. Let it ` +
        `own one: createdb --owner=${role} roadbook, and name that in DATABASE_URL.`,
    );
  }
}

const UNREACHABLE: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
]);

function sentenceFor(error: unknown, client: pg.Client): string {
  const { where, database, role } = named(client);
  const { message, code } = firstOf(error);
  if (code !== null && UNREACHABLE.has(code)) {
    return (
      `No PostgreSQL can be reached at ${where} (${code}). See that it runs, and that host and ` +
      'port in DATABASE_URL are right.'
    );
  }
  if (code === '3D000') {
    return (
      `There is no database "${database}" at ${where}. Make it: createdb --owner=${role} ` +
      `${database}, or correct DATABASE_URL.`
    );
  }
  if (code?.startsWith('28') === true || /SASL|password/.test(message)) {
    const said = code === null ? 'it asks for another password' : message;
    return (
      `The PostgreSQL at ${where} does not let the role "${role}" in: ${said}. Correct role and ` +
      'password in DATABASE_URL, or pg_hba.conf on the server.'
    );
  }
  if (/SSL|certificate/i.test(message)) {
    return (
      `The PostgreSQL at ${where} cannot be reached in secret: ${message}. Correct sslmode or ` +
      'sslrootcert in DATABASE_URL, or the certificate of the server.'
    );
  }
  if (sqlState(error) === null) {
    return (
      `What answers at ${where} does not answer as a PostgreSQL does (${message}). Correct host ` +
      'and port in DATABASE_URL.'
    );
  }
  return `The PostgreSQL at ${where} refuses to work (${code}: ${message}).`;
}

/** A name with several addresses fails with one fault for each. */
function firstOf(error: unknown): { readonly message: string; readonly code: string | null } {
  if (error instanceof AggregateError && error.errors.length > 0) return firstOf(error.errors[0]);
  if (!(error instanceof Error)) return { message: 'unknown', code: null };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  return { message: error.message, code };
}

function named({ host, port, database, user }: pg.Client) {
  return { where: `${host}:${port}`, database: database ?? '', role: user ?? '' };
}
