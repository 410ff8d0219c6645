import { createWriter } from '@roadbook/server/book/write/writer';
import { makeToken } from '@roadbook/server/people/api-token';
import type { Figure, Say } from '../benchmark.ts';
import type { BenchSchema } from '../database/bench-schema.ts';
import { startLoad } from '../http/load-generator.ts';
import { onPostgresql, startServer } from '../http/server-process.ts';
import { alternate } from '../measure/alternate.ts';
import { perSecondInFlight } from '../measure/in-flight.ts';
import { median } from '../measure/median.ts';
import { seededRandom } from '../measure/random.ts';
import { payContract } from './arrived-payment.ts';

const IN_FLIGHT = 64;
const ROUNDS = { rounds: 5, ms: 2_500, warmUpMs: 3_000 } as const;

/**
 * The integrator's payment over HTTP against the same in process. The server's outbox runs in both
 * kinds of round, as it does wherever a server runs.
 */
export async function measureOverHttp(
  { store, openDay, url }: BenchSchema,
  contractIds: readonly string[],
  say: Say,
): Promise<{ figure: Figure; cpuShare: string }> {
  const token = await makeToken(store, 'integrator', 'bench', Date.now());
  const server = await startServer(onPostgresql(url));
  const requests = { kind: 'payment', token, contractIds, receivedOn: openDay } as const;
  const load = startLoad(server.port, requests);
  try {
    const writer = createWriter(store, Date.now);
    const random = seededRandom(13);
    const shares: number[] = [];
    const rates = await alternate(
      [
        {
          name: 'http',
          run: async (ms) => {
            const { perSecond, cpuShare } = await load.run(IN_FLIGHT, ms);
            shares.push(cpuShare);
            return perSecond;
          },
        },
        {
          name: 'in process',
          run: (ms) =>
            perSecondInFlight(IN_FLIGHT, ms, () =>
              payContract(writer, contractIds, openDay, random),
            ),
        },
      ],
      ROUNDS,
    );
    const cpuShare = `${Math.round(100 * median(shares))} % of a core`;
    const measured = rates.get('http');
    const reference = rates.get('in process');
    if (measured === undefined || reference === undefined) throw new Error('nothing was measured');
    const ratio = measured.median / reference.median;
    say(`over HTTP: ${ratio.toFixed(2)} × in process; the load generator took ${cpuShare}`);
    const figure: Figure = {
      name: `payment over HTTP, ${IN_FLIGHT} connections`,
      measured: measured.median,
      unit: '/s',
      reference: { name: 'in process/s', value: reference.median },
      ratio,
      target: { atLeast: 0.6, unit: '× in process' },
      spread: measured.spread,
      rounds: measured.rounds,
    };
    return { figure, cpuShare };
  } finally {
    load.stop();
    await server.stop();
  }
}
