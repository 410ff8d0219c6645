import { createWriter } from '@roadbook/server/book/write/writer';
import type { Figure, Say } from '../benchmark.ts';
import type { BenchSchema } from '../database/bench-schema.ts';
import { alternate } from '../measure/alternate.ts';
import { perSecondInFlight } from '../measure/in-flight.ts';
import { seededRandom } from '../measure/random.ts';
import { payContract } from './arrived-payment.ts';
import { makeBareTables, payBare } from './bare-payment.ts';

/** How many payments are under way at once, and what part of the bare payment's rate we ask. */
const LEVELS = [
  { inFlight: 1, atLeast: 0.9 },
  { inFlight: 16, atLeast: 1 },
  { inFlight: 64, atLeast: 1.5 },
] as const;

const ROUNDS = { rounds: 5, ms: 2_500, warmUpMs: 1_000 } as const;
/** Until the compiler has seen enough of both: a server that has just started is another figure. */
const FIRST_MS = 6_000;

/** Payments through the writer against bare payments, on one pool, at each level. */
export async function measureInProcess(
  { store, openDay }: BenchSchema,
  contractIds: readonly string[],
  say: Say,
): Promise<Figure[]> {
  await makeBareTables(store, contractIds.length);
  const writer = createWriter(store, Date.now);
  const random = seededRandom(11);
  const figures: Figure[] = [];
  const ours = () => payContract(writer, contractIds, openDay, random);
  const bare = () => payBare(store, contractIds.length, random);
  for (const once of [ours, bare]) await perSecondInFlight(16, FIRST_MS, once);
  for (const { inFlight, atLeast } of LEVELS) {
    const rates = await alternate(
      [
        { name: 'ours', run: (ms) => perSecondInFlight(inFlight, ms, ours) },
        { name: 'bare', run: (ms) => perSecondInFlight(inFlight, ms, bare) },
      ],
      ROUNDS,
    );
    const measured = rates.get('ours');
    const reference = rates.get('bare');
    if (measured === undefined || reference === undefined) throw new Error('nothing was measured');
    const ratio = measured.median / reference.median;
    figures.push({
      name: `payment, ${inFlight} in flight`,
      measured: measured.median,
      unit: '/s',
      reference: { name: 'bare/s', value: reference.median },
      ratio,
      target: { atLeast, unit: '× bare' },
      spread: measured.spread,
      rounds: measured.rounds,
    });
    say(`${inFlight} in flight: ${ratio.toFixed(2)} × a bare payment`);
  }
  return figures;
}
