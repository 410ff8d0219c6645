import { type Queryable, statement } from '../../platform/database/store.ts';
import { entryById, type ListedEntry } from './read-entries.ts';

const PAYMENTS = statement(
  'payment-entries',
  "select seq, entry_id from entry where contract_id = $1 and kind = 'payment'",
);

/** The number and the id of every payment of a contract. */
export function paymentEntries(
  store: Queryable,
  contractId: string,
): Promise<{ readonly seq: number; readonly entry_id: string }[]> {
  return store.query(PAYMENTS, [contractId]);
}

/** What a key was used for, on any contract of a person. */
export type KeyRow = {
  readonly contract_id: string;
  /** The payment's entry; where there is none, the first entry of the decision. */
  readonly entry_id: string;
  readonly kind: string;
  readonly input_hash: Buffer | null;
  readonly schedule_id: string | null;
};

/** The entry that a key led to, on any contract of the person; the contract named comes first. */
export async function entryOfKey(
  store: Queryable,
  personId: string,
  key: string,
  contractId: string,
): Promise<KeyRow | undefined> {
  const rows = await store.query<KeyRow>(
    `select e.contract_id, coalesce(paid.entry_id, e.entry_id) as entry_id, e.kind, e.input_hash,
       e.body::jsonb -> 'memo' ->> 'scheduleId' as schedule_id
     from contract_party p join entry e on e.contract_id = p.contract_id and e.key = $2
     left join entry paid on paid.contract_id = e.contract_id
       and paid.seq = (e.body::jsonb -> 'receipt' ->> 'paymentSeq')::integer
     where p.person_id = $1 order by (p.contract_id = $3) desc limit 1`,
    [personId, key, contractId],
  );
  return rows[0];
}

/** The first entry after a number that left a promised payment standing, or that did not. */
export async function promiseEntryAfter(
  store: Queryable,
  contractId: string,
  wanted: {
    readonly scheduleId: string;
    readonly afterSeq: number;
    readonly standing: boolean;
  },
): Promise<ListedEntry | null> {
  const [row] = await store.query<{ entry_id: string }>(
    `select entry_id from entry where contract_id = $1 and seq > $2
     and $4 = (coalesce(body::jsonb -> 'after' -> 'facts' -> 'promises',
       body::jsonb -> 'after' -> 'facts' -> 'scheduled') @>
       jsonb_build_array(jsonb_build_object('scheduleId', $3::text)))
     order by seq limit 1`,
    [contractId, wanted.afterSeq, wanted.scheduleId, wanted.standing],
  );
  return row === undefined ? null : entryById(store, contractId, row.entry_id);
}
