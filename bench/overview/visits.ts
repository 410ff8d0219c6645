import { createWriter } from '@roadbook/server/book/write/writer';
import { cookieName } from '@roadbook/server/http/session-cookie';
import { openSession } from '@roadbook/server/people/session';
import type { Say } from '../benchmark.ts';
import { generatedParties } from '../book/parties.ts';
import type { BenchSchema } from '../database/bench-schema.ts';
import { boardBook } from '../database/board-book.ts';
import { perSecondInFlight } from '../measure/in-flight.ts';
import { seededRandom } from '../measure/random.ts';
import { payContract } from '../payments/arrived-payment.ts';

export type Visit = { readonly contractId: string; readonly cookie: string };

const PAYMENTS_MS = 6_000;

/**
 * Customers with a session each and a contract with some history: boarded with parties through the
 * importer, paid through the writer.
 */
export async function prepareVisits(
  schema: BenchSchema,
  contracts: number,
  say: Say,
): Promise<{ visits: Visit[]; entriesEach: number }> {
  const { store, openDay } = schema;
  const ids = await boardBook(schema, contracts, say, await generatedParties(contracts));
  const writer = createWriter(store, Date.now);
  const random = seededRandom(17);
  await perSecondInFlight(32, PAYMENTS_MS, () => payContract(writer, ids, openDay, random));
  const parties = await store.query<{ contract_id: string; person_id: string }>(
    'select contract_id, person_id from contract_party',
  );
  const visits: Visit[] = [];
  for (const { contract_id: contractId, person_id: personId } of parties) {
    const token = await openSession(store, personId, Date.now());
    visits.push({ contractId, cookie: `${cookieName(false)}=${token}` });
  }
  await store.script('vacuum analyze');
  const [entries] = await store.query<{ n: bigint }>('select count(*) as n from entry');
  return { visits, entriesEach: Number(entries?.n ?? 0n) / contracts };
}
