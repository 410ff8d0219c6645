import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { readEx102 } from '@roadbook/server/boarding/read/xml/read-ex102';
import type { Say } from '../benchmark.ts';
import { type BenchSchema, openBenchSchema } from '../database/bench-schema.ts';
import { boardItems } from '../database/board-book.ts';
import { seededRandom } from '../measure/random.ts';
import { FIRST_DAY, type Product, recordChunks } from './close-records.ts';

/** How many contracts a book has, and how many of them have something to do on which close. */
export type BookSize = {
  readonly contracts: number;
  /** On `EARLY`: the same number in every book. */
  readonly dueEarly: number;
  /** On `LATER`: about an eighth of the book, as on a busy night. */
  readonly dueLater: number;
};

export const EARLY = '2026-11-04' as BusinessDate;
export const LATER = '2026-11-06' as BusinessDate;

/**
 * Days past due at the cut-off. Boarding takes the due day from them: on its day a loan's late fee
 * falls and a lease's next payment is due. All others come after both days.
 */
const DAYS_PAST_DUE: Readonly<Record<Product, { early: number; later: number; other: number }>> = {
  loan: { early: 7, later: 5, other: 0 },
  lease: { early: 27, later: 25, other: 0 },
};

/** A book of loans and leases in equal parts, boarded by the importer into a schema of its own. */
export async function boardCloseBook(size: BookSize, say: Say): Promise<BenchSchema> {
  const schema = await openBenchSchema(FIRST_DAY);
  const started = performance.now();
  try {
    for (const product of ['loan', 'lease'] as const) {
      const records = size.contracts / 2;
      const days = shuffledDays(product, records, size);
      const file = { product, records, daysPastDue: (index: number) => days[index] ?? 0 };
      await boardItems(schema, readEx102(recordChunks(file)), say);
    }
    await schema.store.script('vacuum analyze');
  } catch (error) {
    await schema.drop();
    throw error;
  }
  const seconds = Math.round((performance.now() - started) / 1_000);
  say(`boarded ${size.contracts} contracts in ${seconds} s`);
  return schema;
}

/** Contracts that are due lie anywhere among the others, as they do in a real book. */
function shuffledDays(product: Product, records: number, size: BookSize): Uint8Array {
  const { early, later, other } = DAYS_PAST_DUE[product];
  const days = new Uint8Array(records).fill(other);
  days.fill(early, 0, size.dueEarly / 2);
  days.fill(later, size.dueEarly / 2, (size.dueEarly + size.dueLater) / 2);
  const random = seededRandom(97);
  for (let last = records - 1; last > 0; last -= 1) {
    const at = random.whole(0, last);
    const moved = days[at] ?? other;
    days[at] = days[last] ?? other;
    days[last] = moved;
  }
  return days;
}
