import { statement } from '@roadbook/server/store/store';
import type { Benchmark, Figure, Say } from '../benchmark.ts';
import { type BenchSchema, databaseConditions, openBenchSchema } from '../database/bench-schema.ts';
import { alternate } from '../measure/alternate.ts';
import { perSecondInFlight } from '../measure/in-flight.ts';
import { median } from '../measure/median.ts';
import { seededRandom } from '../measure/random.ts';
import { startLoad } from './drive-load.ts';
import { startPortal } from './portal-process.ts';
import { makeSignedInBook, type SignedInBook } from './signed-in-book.ts';

const BOOK = 5_000;
const CONNECTIONS = 32;
const ROUNDS = { rounds: 5, ms: 3_000, warmUpMs: 4_000 } as const;

const BY_KEY = statement('bench-by-key', 'select * from contract where contract_id = $1');

/**
 * The page a customer opens most: one contract with every amount explained, over HTTP with a
 * session cookie, against rows fetched by primary key through a pool of the same size.
 */
export const overview: Benchmark = {
  name: 'overview',
  run: async (say) => {
    const schema = await openBenchSchema();
    try {
      const book = await makeSignedInBook(schema, BOOK, say);
      const { figure, loadShare } = await measureOverview(schema, book, say);
      const conditions = {
        book: BOOK.toString(),
        connections: CONNECTIONS.toString(),
        ...(await databaseConditions(schema.store)),
        'load generator': `${Math.round(loadShare * 100)} % of a core`,
      };
      return { figures: [figure], conditions };
    } finally {
      await schema.drop();
    }
  },
};

async function measureOverview(
  { store, url }: BenchSchema,
  { contractIds, token }: SignedInBook,
  say: Say,
): Promise<{ figure: Figure; loadShare: number }> {
  const random = seededRandom(51);
  const portal = await startPortal(url);
  const paths = contractIds.map((contractId) => `/api/v1/contracts/${contractId}`);
  const cookie = `roadbook=${token}`;
  const load = await startLoad({ port: portal.port, cookie, paths, connections: CONNECTIONS });
  const shares: number[] = [];
  const overHttp = async (ms: number): Promise<number> => {
    const { perSecond, cpuShare } = await load.run(ms);
    shares.push(cpuShare);
    return perSecond;
  };
  const byKey = () => store.query(BY_KEY, [random.pick(contractIds)]);
  try {
    const rates = await alternate(
      [
        { name: 'overview', run: overHttp },
        { name: 'by key', run: (ms) => perSecondInFlight(CONNECTIONS, ms, byKey) },
      ],
      ROUNDS,
    );
    const measured = rates.get('overview');
    const reference = rates.get('by key');
    if (measured === undefined || reference === undefined) throw new Error('nothing was measured');
    const ratio = measured.median / reference.median;
    say(`${ratio.toFixed(2)} × a row by its primary key`);
    const figure: Figure = {
      name: `contract overview over HTTP, ${CONNECTIONS} connections`,
      measured: measured.median,
      unit: '/s',
      reference: { name: 'selects/s', value: reference.median },
      ratio,
      target: { atLeast: 0.25, unit: '× select' },
      spread: measured.spread,
      rounds: measured.rounds,
    };
    return { figure, loadShare: median(shares) };
  } finally {
    await load.stop();
    await portal.stop();
  }
}
