import type { Queryable } from '../../platform/database/store.ts';

/** A contract as a guest's number names it, with the sealed rows of its parties. */
export type GuestPartyRow = {
  readonly contract_id: string;
  readonly person_id: string;
  readonly key_id: string;
  readonly sealed: Buffer;
};

export function partiesOfNumber(
  store: Queryable,
  contractNumber: string,
): Promise<GuestPartyRow[]> {
  return store.query<GuestPartyRow>(
    `select n.contract_id, p.person_id, p.key_id, p.sealed
     from contract_number n join contract_party c using (contract_id)
     join person p using (person_id)
     where n.contract_number = $1 order by p.person_id`,
    [contractNumber],
  );
}

/** A guest's payment as it was asked for. */
export type GuestPaymentRow = {
  readonly contract_id: string;
  readonly key: string;
  readonly method_id: string;
  readonly input_hash: Buffer;
  readonly account_type: 'checking' | 'savings';
  readonly last_four: string;
};

const COLUMNS = 'contract_id, key, method_id, input_hash, account_type, last_four';

export type NewGuestPayment = Omit<GuestPaymentRow, 'contract_id'> & {
  readonly contractId: string;
  readonly referenceHash: Buffer;
  readonly keyId: string;
  readonly sealed: Buffer;
};

/** Stores what was asked for and returns it, or what was asked for first under this key. */
export async function keepGuestPayment(
  store: Queryable,
  made: NewGuestPayment,
  nowMs: number,
): Promise<GuestPaymentRow> {
  const rows = await store.query<GuestPaymentRow>(
    `insert into guest_payment (contract_id, key, method_id, input_hash, reference_hash,
       account_type, last_four, key_id, sealed, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (contract_id, key) do update set key = excluded.key returning ${COLUMNS}`,
    [
      made.contractId,
      made.key,
      made.method_id,
      made.input_hash,
      made.referenceHash,
      made.account_type,
      made.last_four,
      made.keyId,
      made.sealed,
      new Date(nowMs).toISOString(),
    ],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('an insert returns its row');
  return row;
}

/** What was asked for under a key before. */
export async function guestPaymentOfKey(
  store: Queryable,
  contractId: string,
  key: string,
): Promise<GuestPaymentRow | undefined> {
  const rows = await store.query<GuestPaymentRow>(
    `select ${COLUMNS} from guest_payment where contract_id = $1 and key = $2`,
    [contractId, key],
  );
  return rows[0];
}

export async function guestPaymentOfReference(
  store: Queryable,
  referenceHash: Buffer,
): Promise<GuestPaymentRow | undefined> {
  const rows = await store.query<GuestPaymentRow>(
    `select ${COLUMNS} from guest_payment where reference_hash = $1`,
    [referenceHash],
  );
  return rows[0];
}

/** The entry that records the payment which a key asked for; undefined where none was made. */
export async function paidEntryId(
  store: Queryable,
  contractId: string,
  key: string,
): Promise<string | undefined> {
  const rows = await store.query<{ entry_id: string }>(
    `select coalesce(paid.entry_id, e.entry_id) as entry_id from entry e
     left join entry paid on paid.contract_id = e.contract_id
       and paid.seq = (e.body::jsonb -> 'receipt' ->> 'paymentSeq')::integer
     where e.contract_id = $1 and e.key = $2`,
    [contractId, key],
  );
  return rows[0]?.entry_id;
}
