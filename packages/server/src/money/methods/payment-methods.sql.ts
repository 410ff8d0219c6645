import type { Queryable } from '../../platform/database/store.ts';

/** A saved bank account as screens may show it; the numbers stay sealed. */
export type PaymentMethodRow = {
  readonly method_id: string;
  readonly kind: 'bank-account';
  readonly account_type: 'checking' | 'savings';
  readonly last_four: string;
  readonly key_id: string;
  readonly sealed: Buffer;
  readonly added_at: string;
  readonly last_used_at: string | null;
  readonly refused_at: string | null;
};

export type NewPaymentMethod = {
  readonly personId: string;
  readonly methodId: string;
  readonly accountType: 'checking' | 'savings';
  readonly lastFour: string;
  readonly keyId: string;
  readonly sealed: Buffer;
};

const COLUMNS = `method_id, kind, account_type, last_four, key_id, sealed, added_at, last_used_at,
  refused_at`;

export async function insertPaymentMethod(
  store: Queryable,
  method: NewPaymentMethod,
  nowMs: number,
): Promise<void> {
  await store.query(
    `insert into payment_method
       (person_id, method_id, kind, account_type, last_four, key_id, sealed, added_at)
     values ($1, $2, 'bank-account', $3, $4, $5, $6, $7)`,
    [
      method.personId,
      method.methodId,
      method.accountType,
      method.lastFour,
      method.keyId,
      method.sealed,
      new Date(nowMs).toISOString(),
    ],
  );
}

/** The methods a person can pay with, oldest first. */
export function listPaymentMethods(
  store: Queryable,
  personId: string,
): Promise<PaymentMethodRow[]> {
  return store.query<PaymentMethodRow>(
    `select ${COLUMNS} from payment_method where person_id = $1 and removed_at is null
     order by added_at, method_id`,
    [personId],
  );
}

/** Every method of a person by id, removed ones too: receipts still name them. */
export async function methodLabels(
  store: Queryable,
  personId: string,
): Promise<Map<string, string>> {
  const rows = await store.query<PaymentMethodRow>(
    `select ${COLUMNS} from payment_method where person_id = $1`,
    [personId],
  );
  return new Map(rows.map((row) => [row.method_id, methodLabel(row)]));
}

/** Marks that an account has paid, or promised to; a refusal from before is forgotten. */
export async function markMethodUsed(
  store: Queryable,
  personId: string,
  methodId: string,
  nowMs: number,
): Promise<void> {
  await store.query(
    `update payment_method set last_used_at = $3, refused_at = null
     where person_id = $1 and method_id = $2`,
    [personId, methodId, new Date(nowMs).toISOString()],
  );
}

/** Marks that the payment network refused a debit from an account. */
export async function markMethodRefused(
  store: Queryable,
  personId: string,
  methodId: string,
  nowMs: number,
): Promise<void> {
  await store.query(
    'update payment_method set refused_at = $3 where person_id = $1 and method_id = $2',
    [personId, methodId, new Date(nowMs).toISOString()],
  );
}

export async function removePaymentMethod(
  store: Queryable,
  personId: string,
  methodId: string,
  nowMs: number,
): Promise<boolean> {
  const rows = await store.query(
    `update payment_method set removed_at = $3
     where person_id = $1 and method_id = $2 and removed_at is null returning method_id`,
    [personId, methodId, new Date(nowMs).toISOString()],
  );
  return rows.length > 0;
}

export function methodLabel(row: Pick<PaymentMethodRow, 'account_type' | 'last_four'>): string {
  const type = row.account_type === 'checking' ? 'Checking' : 'Savings';
  return `${type} account ending in ${row.last_four}`;
}
