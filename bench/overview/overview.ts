import { type Store, statement } from '@roadbook/server/platform/database/store';
import type { Benchmark } from '../benchmark.ts';
import { type BenchSchema, databaseConditions, openBenchSchema } from '../database/bench-schema.ts';
import { startLoad } from '../http/load-generator.ts';
import { onPostgresql, startServer } from '../http/server-process.ts';
import { alternate } from '../measure/alternate.ts';
import { perSecondInFlight } from '../measure/in-flight.ts';
import { median } from '../measure/median.ts';
import { seededRandom } from '../measure/random.ts';
import { prepareVisits, type Visit } from './visits.ts';

const CONTRACTS = 2_000;
const CONNECTIONS = 32;
const ROUNDS = { rounds: 5, ms: 3_000, warmUpMs: 4_000 } as const;

const BY_KEY = statement(
  'bare-select',
  'select product, version, status, head from contract_state where contract_id = $1',
);

/** The reference: one row by its primary key, through the pool that is measured. */
function selectByKey(store: Store, visits: readonly Visit[]): () => Promise<unknown> {
  const random = seededRandom(19);
  return () => store.query(BY_KEY, [random.pick(visits).contractId]);
}

/** A customer's look at one contract, over HTTP with a session, against a select by primary key. */
export const overview: Benchmark = {
  name: 'overview',
  run: async (say) => {
    const schema = await openBenchSchema();
    try {
      const { visits, entriesEach } = await prepareVisits(schema, CONTRACTS, say);
      const { figure, cpuShare } = await measure(schema, visits);
      const conditions = {
        book: CONTRACTS.toString(),
        'entries each': entriesEach.toFixed(0),
        ...(await databaseConditions(schema.store)),
        'load generator': cpuShare,
      };
      return { figures: [figure], conditions };
    } finally {
      await schema.drop();
    }
  },
};

async function measure({ store, url }: BenchSchema, visits: readonly Visit[]) {
  const server = await startServer(onPostgresql(url));
  const load = startLoad(server.port, { kind: 'overview', visits });
  const shares: number[] = [];
  try {
    const byKey = selectByKey(store, visits);
    const rates = await alternate(
      [
        {
          name: 'overview',
          run: async (ms) => {
            const { perSecond, cpuShare } = await load.run(CONNECTIONS, ms);
            shares.push(cpuShare);
            return perSecond;
          },
        },
        { name: 'select', run: (ms) => perSecondInFlight(CONNECTIONS, ms, byKey) },
      ],
      ROUNDS,
    );
    const measured = rates.get('overview');
    const reference = rates.get('select');
    if (measured === undefined || reference === undefined) throw new Error('nothing was measured');
    const figure = {
      name: `overview over HTTP, ${CONNECTIONS} connections`,
      measured: measured.median,
      unit: '/s',
      reference: { name: 'select/s', value: reference.median },
      ratio: measured.median / reference.median,
      target: { atLeast: 0.25, unit: '× select' },
      spread: measured.spread,
      rounds: measured.rounds,
    } as const;
    return { figure, cpuShare: `${Math.round(100 * median(shares))} % of a core` };
  } finally {
    load.stop();
    await server.stop();
  }
}
