import type { BusinessDate } from '@roadbook/domain/time/calendar';
import type { Queryable } from '../../platform/database/store.ts';

export type CallBackRow = {
  readonly contract_id: string;
  readonly call_back_id: string;
  readonly person_id: string;
  readonly about: string;
  readonly part_of_day: string;
  readonly key_id: string;
  readonly sealed: Buffer;
  readonly asked_at: string;
  readonly business_date: BusinessDate;
};

/** A request with what a list for staff shows beside it. */
export type ListedCallBack = CallBackRow & {
  readonly contract_number: string;
  readonly person_key_id: string;
  readonly person_sealed: Buffer;
};

export type NewCallBack = {
  readonly contractId: string;
  readonly callBackId: string;
  readonly personId: string;
  readonly about: string;
  readonly partOfDay: string;
  readonly key: string;
  readonly keyId: string;
  readonly sealed: Buffer;
  readonly askedAt: string;
  readonly businessDate: BusinessDate;
};

const COLUMNS = `contract_id, call_back_id, person_id, about, part_of_day, key_id, sealed, asked_at,
  business_date`;

/** Keeps a request; false when its key was used before or the person waits for a call already. */
export async function insertCallBack(store: Queryable, asked: NewCallBack): Promise<boolean> {
  const rows = await store.query(
    `insert into call_back (contract_id, call_back_id, person_id, about, part_of_day, key, key_id,
       sealed, asked_at, business_date)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict do nothing returning call_back_id`,
    [
      asked.contractId,
      asked.callBackId,
      asked.personId,
      asked.about,
      asked.partOfDay,
      asked.key,
      asked.keyId,
      asked.sealed,
      asked.askedAt,
      asked.businessDate,
    ],
  );
  return rows.length > 0;
}

/** The request that waits for a call, of one person about one contract. */
export async function waitingCallBack(
  store: Queryable,
  contractId: string,
  personId: string,
): Promise<CallBackRow | null> {
  const [row] = await store.query<CallBackRow>(
    `select ${COLUMNS} from call_back
     where contract_id = $1 and person_id = $2 and answered_at is null`,
    [contractId, personId],
  );
  return row ?? null;
}

/** The request that was made under a key. */
export async function callBackOfKey(
  store: Queryable,
  contractId: string,
  personId: string,
  key: string,
): Promise<CallBackRow | null> {
  const [row] = await store.query<CallBackRow>(
    `select ${COLUMNS} from call_back where contract_id = $1 and person_id = $2 and key = $3`,
    [contractId, personId, key],
  );
  return row ?? null;
}

/** Everybody who waits for a call, longest first. */
export function listWaiting(store: Queryable): Promise<ListedCallBack[]> {
  return store.query<ListedCallBack>(
    `select b.contract_id, b.call_back_id, b.person_id, b.about, b.part_of_day, b.key_id, b.sealed,
       b.asked_at, b.business_date, a.contract_number, p.key_id as person_key_id,
       p.sealed as person_sealed
     from call_back b join contract a using (contract_id) join person p using (person_id)
     where b.answered_at is null order by b.asked_at, b.call_back_id`,
  );
}

/** Marks requests as answered: the ids that were still waiting. */
export async function answerCallBack(
  store: Queryable,
  callBackId: string,
  answeredBy: string,
  at: string,
): Promise<boolean> {
  const rows = await store.query(
    `update call_back set answered_at = $3, answered_by = $2
     where call_back_id = $1 and answered_at is null returning call_back_id`,
    [callBackId, answeredBy, at],
  );
  return rows.length > 0;
}
