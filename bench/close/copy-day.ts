import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

export type DayRows = ReadonlyMap<string, Buffer>;

/** The rows that a close inserted, as COPY writes them. */
export async function rowsOfDay(url: string, day: BusinessDate): Promise<DayRows> {
  const queries = {
    entry: `select * from entry where business_date = '${day}'`,
    posting: `select * from posting where business_date = '${day}'`,
    outbox: `select o.* from outbox o join entry e using (contract_id, seq)
      where e.business_date = '${day}'`,
  };
  return withClient(url, async (client) => {
    const rows = new Map<string, Buffer>();
    for (const [table, query] of Object.entries(queries)) {
      rows.set(table, await buffer(client.query(copyTo(`copy (${query}) to stdout`))));
    }
    return rows;
  });
}

/** The reference: the same rows into the same tables and indexes, one connection, one commit. */
export async function secondsToCopyDay(url: string, rows: DayRows): Promise<number> {
  return withClient(url, async (client) => {
    const started = performance.now();
    await client.query('begin');
    for (const [table, bytes] of rows) {
      await pipeline(Readable.from([bytes]), client.query(copyFrom(`copy ${table} from stdin`)));
    }
    await client.query('commit');
    return (performance.now() - started) / 1_000;
  });
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
