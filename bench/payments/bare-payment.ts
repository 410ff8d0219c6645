import { randomUUID } from 'node:crypto';
import { type Store, statement } from '@roadbook/server/platform/database/store';
import type { Random } from '../measure/random.ts';

/**
 * The reference: a payment as a small program would write it, without interest, ledger accounts,
 * history, hash chain, idempotent reply or outbox. Begin, lock, update, two inserts, commit; named
 * prepared statements on the pool that is measured.
 */
export async function makeBareTables(store: Store, loans: number): Promise<void> {
  await store.script(`
    create table bare_loan (id bigint primary key, balance bigint not null, note text);
    create table bare_payment (id bigserial primary key, loan_id bigint not null,
      amount bigint not null, key uuid unique not null, at timestamptz not null default now());
    create table bare_ledger (id bigserial primary key, payment_id bigint not null,
      account text not null, amount bigint not null);
    insert into bare_loan select g, 2500000, repeat('x', 100) from generate_series(1, ${loans}) g;
    analyze bare_loan`);
}

const LOCK = statement('bare-lock', 'select balance from bare_loan where id = $1 for update');
const UPDATE = statement(
  'bare-update',
  'update bare_loan set balance = balance - $2 where id = $1',
);
const PAYMENT = statement(
  'bare-payment',
  'insert into bare_payment (loan_id, amount, key) values ($1, $2, $3) returning id',
);
const LEDGER = statement(
  'bare-ledger',
  `insert into bare_ledger (payment_id, account, amount)
   values ($1, 'cash', $2), ($1, 'principal', -$2::bigint)`,
);

export function payBare(store: Store, loans: number, random: Random): Promise<void> {
  const loan = random.whole(1, loans);
  const amount = random.whole(5_000, 50_000);
  return store.transaction(async (tx) => {
    await tx.query(LOCK, [loan]);
    await tx.query(UPDATE, [loan, amount]);
    const [payment] = await tx.query<{ id: bigint }>(PAYMENT, [loan, amount, randomUUID()]);
    await tx.query(LEDGER, [payment?.id, amount]);
  });
}
