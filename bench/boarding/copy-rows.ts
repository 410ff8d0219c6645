import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

/** Every table that boarding writes without parties, in the order it was written. */
const TABLES = [
  'contract_state',
  'entry',
  'posting',
  'outbox',
  'contract',
  'servicing_policy',
  'contract_terms',
  'contract_number',
  'asset',
  'vehicle',
  'vin',
] as const;

/**
 * The reference: the very rows that boarding wrote, copied into empty tables that the same
 * migration made, over one connection in one transaction. Answers how many seconds that took.
 */
export async function secondsToCopy(fromUrl: string, intoUrl: string): Promise<number> {
  const rows = await withClient(fromUrl, rowsOf);
  return withClient(intoUrl, async (client) => {
    const started = performance.now();
    await client.query('begin');
    for (const [table, bytes] of rows) {
      const into = client.query(copyFrom(`copy ${table} from stdin`));
      await pipeline(Readable.from([bytes]), into);
    }
    await client.query('commit');
    return (performance.now() - started) / 1_000;
  });
}

async function rowsOf(client: pg.Client): Promise<Map<string, Buffer>> {
  const rows = new Map<string, Buffer>();
  for (const table of TABLES) {
    rows.set(table, await buffer(client.query(copyTo(`copy ${table} to stdout`))));
  }
  return rows;
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
