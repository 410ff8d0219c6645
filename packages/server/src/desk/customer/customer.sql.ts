import type { BusinessDate } from '@roadbook/domain/time/calendar';
import type { CallBackRow } from '../../contracts/call-backs/call-back.sql.ts';
import type { Queryable } from '../../platform/database/store.ts';
import { arrayText, wordsText } from '../../platform/database/value-parsers.ts';

/** Somebody else who signed the same contracts. */
export type OtherParty = {
  readonly contract_id: string;
  readonly person_id: string;
  readonly role: string;
  readonly key_id: string;
  readonly sealed: Buffer;
};

export function otherParties(store: Queryable, personId: string): Promise<OtherParty[]> {
  return store.query<OtherParty>(
    `select o.contract_id, o.person_id, o.role, p.key_id, p.sealed
     from contract_party mine join contract_party o using (contract_id)
     join person p on p.person_id = o.person_id
     where mine.person_id = $1 and o.person_id <> $1 order by o.contract_id, o.role, o.person_id`,
    [personId],
  );
}

export type OpenSession = {
  readonly session_id: string;
  readonly device: string;
  readonly created_at: string;
  readonly last_seen: string;
};

/** The sessions of a person that have not run out. */
export function openSessions(
  store: Queryable,
  personId: string,
  seenAfterMs: number,
): Promise<OpenSession[]> {
  return store.query<OpenSession>(
    `select session_id, device, created_at, last_seen from session
     where person_id = $1 and last_seen > $2 order by last_seen desc, session_id`,
    [personId, new Date(seenAfterMs).toISOString()],
  );
}

/** Ends every session of a person; returns how many there were. */
export async function endSessionsOf(store: Queryable, personId: string): Promise<number> {
  const rows = await store.query('delete from session where person_id = $1 returning 1', [
    personId,
  ]);
  return rows.length;
}

/** What happened at the door, of a person or of the names they sign in by. */
export type DoorRow = {
  readonly what: string;
  readonly subject: string;
  readonly times: number;
  readonly last_at: string;
};

const AT_THE_DOOR = [
  'signed-in',
  'sign-in-refused',
  'sign-in-throttled',
  'signed-out',
  'password-refused',
];

export function signInHistory(
  store: Queryable,
  personId: string,
  limit: number,
): Promise<DoorRow[]> {
  return store.query<DoorRow>(
    `select what, subject, times, last_at from audit_trail
     where what = any($1::text[]) and subject in
       (select 'person:' || $2 union all
        select 'login:' || encode(login_hash, 'hex') from login where person_id = $2::uuid)
     order by last_at desc, what limit $3`,
    [wordsText(AT_THE_DOOR), personId, limit],
  );
}

export type PersonHoldRow = {
  readonly kind: string;
  readonly from_at: string;
  readonly until_at: string | null;
};

/** What keeps a person from something just now. */
export function personHolds(
  store: Queryable,
  personId: string,
  nowMs: number,
): Promise<PersonHoldRow[]> {
  return store.query<PersonHoldRow>(
    `select kind, from_at, until_at from person_hold
     where person_id = $1 and lifted_at is null and (until_at is null or until_at > $2)
     order by from_at`,
    [personId, new Date(nowMs).toISOString()],
  );
}

export type CallBackOfPerson = CallBackRow & {
  readonly contract_number: string;
  readonly promised_on: BusinessDate | null;
  readonly answered_at: string | null;
};

const CALL_BACKS = `select b.contract_id, b.call_back_id, b.person_id, b.about, b.part_of_day,
    b.key_id, b.sealed, b.asked_at, b.business_date, b.promised_on, b.answered_at,
    c.contract_number
  from call_back b join contract c using (contract_id)`;

export function callBacksOf(
  store: Queryable,
  personId: string,
  limit: number,
): Promise<CallBackOfPerson[]> {
  return store.query<CallBackOfPerson>(
    `${CALL_BACKS} where contract_id in
       (select contract_id from contract_party where person_id = $1) and b.person_id = $1
     order by b.asked_at desc, b.call_back_id limit $2`,
    [personId, limit],
  );
}

export async function callBackOfId(
  store: Queryable,
  contractId: string,
  callBackId: string,
): Promise<CallBackOfPerson | null> {
  const [row] = await store.query<CallBackOfPerson>(
    `${CALL_BACKS} where contract_id = $1 and b.call_back_id = $2`,
    [contractId, callBackId],
  );
  return row ?? null;
}

/** Writes for which day a call was promised, and who booked it. */
export async function promiseCallBack(
  store: Queryable,
  contractId: string,
  callBackId: string,
  promisedOn: BusinessDate,
  bookedBy: string,
): Promise<void> {
  await store.query(
    `update call_back set promised_on = $3, booked_by = $4
     where contract_id = $1 and call_back_id = $2`,
    [contractId, callBackId, promisedOn, bookedBy],
  );
}

export async function hasCredential(store: Queryable, personId: string): Promise<boolean> {
  const rows = await store.query('select 1 from credential where person_id = $1', [personId]);
  return rows.length === 1;
}

export async function sealedPerson(
  store: Queryable,
  personId: string,
): Promise<{
  readonly person_id: string;
  readonly key_id: string;
  readonly sealed: Buffer;
} | null> {
  const [row] = await store.query<{ person_id: string; key_id: string; sealed: Buffer }>(
    'select person_id, key_id, sealed from person where person_id = $1',
    [personId],
  );
  return row ?? null;
}

export type AccessNote = {
  readonly access_id: string;
  readonly key_id: string | null;
  readonly sealed: Buffer | null;
};

/** Notes of the access log by their ids: what stands behind the evidence of a hold. */
export function accessNotes(store: Queryable, ids: readonly string[]): Promise<AccessNote[]> {
  return store.query<AccessNote>(
    'select access_id, key_id, sealed from access_log where access_id = any($1::uuid[])',
    [arrayText(ids)],
  );
}

export function namesOfStaff(
  store: Queryable,
  ids: readonly string[],
): Promise<{ readonly staff_id: string; readonly key_id: string; readonly sealed: Buffer }[]> {
  return store.query(
    'select staff_id, key_id, sealed from staff where staff_id = any($1::uuid[])',
    [arrayText(ids)],
  );
}
