import { randomUUID } from 'node:crypto';
import { createWriter } from '@roadbook/server/command/writer';
import { openSession } from '@roadbook/server/identity/session';
import type { Say } from '../benchmark.ts';
import type { BenchSchema } from '../database/bench-schema.ts';
import { boardBook } from '../database/board-book.ts';
import { seededRandom } from '../measure/random.ts';
import { payContract } from '../payments/arrived-payment.ts';

const PAYMENTS_EACH = 3;
const IN_FLIGHT = 64;

/** A book with some history, all of it one person's, and that person's session. */
export type SignedInBook = { readonly contractIds: readonly string[]; readonly token: string };

/** Boards the book, pays on it through the writer, and signs its one customer in. */
export async function makeSignedInBook(
  schema: BenchSchema,
  records: number,
  say: Say,
): Promise<SignedInBook> {
  const { store, openDay } = schema;
  const contractIds = await boardBook(schema, records, say);
  const writer = createWriter(store, Date.now);
  const random = seededRandom(41);
  let left = records * PAYMENTS_EACH;
  const payOn = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await payContract(writer, contractIds, openDay, random);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, payOn));
  await writer.idle();
  say(`made ${records * PAYMENTS_EACH} payments`);
  const personId = randomUUID();
  await store.query(
    "insert into contract_party select contract_id, $1::uuid, 'borrower' from contract",
    [personId],
  );
  // Nothing is left to send, so that the server only answers while it is measured.
  await store.query('update outbox set sent_at = due_at');
  await store.script('vacuum analyze');
  return { contractIds, token: await openSession(store, personId, Date.now()) };
}
