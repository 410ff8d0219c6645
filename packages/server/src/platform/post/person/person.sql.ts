import type { Channel } from '@roadbook/domain/person/channel';
import { type Queryable, type Store, statement } from '../../database/store.ts';
import { wordsText } from '../../database/value-parsers.ts';
import type { Lease } from '../lane-runner.ts';
import { timestamp } from '../timestamp.ts';

/** A message of the outbox of persons, as a sender reads it. */
export type PersonRow = {
  readonly person_id: string;
  readonly message_id: string;
  readonly template: string;
  readonly channel: Channel;
  readonly lang: string;
  readonly about_contract_id: string | null;
  readonly key_id: string;
  readonly to_sealed: Buffer;
  readonly data_sealed: Buffer;
  readonly expires_at: string | null;
  readonly attempts: number;
};

/** A message about to be written, with address and values sealed. */
export type NewPersonMessage = {
  readonly personId: string;
  readonly messageId: string;
  readonly lane: number;
  readonly template: string;
  readonly channel: Channel;
  readonly lang: string;
  readonly aboutContractId: string | null;
  readonly place: number;
  readonly keyId: string;
  readonly toSealed: Buffer;
  readonly dataSealed: Buffer;
  readonly dueMs: number;
  readonly expiresMs: number | null;
};

/** Writes messages; one that is there already stays as it is. */
export async function insertPersonMessages(
  queryable: Queryable,
  messages: readonly NewPersonMessage[],
  nowMs: number,
): Promise<void> {
  const column = (read: (message: NewPersonMessage) => string | number | null): string =>
    wordsText(messages.map(read));
  await queryable.query(
    `insert into person_message (person_id, message_id, lane, template, channel, lang,
       about_contract_id, place, key_id, to_sealed, data_sealed, due_at, expires_at, created_at)
     select r.person_id, r.message_id, r.lane, r.template, r.channel, r.lang, r.about, r.place,
       r.key_id, decode(r.to_sealed, 'hex'), decode(r.data_sealed, 'hex'), r.due_at, r.expires_at,
       $14
     from unnest($1::uuid[], $2::uuid[], $3::smallint[], $4::text[], $5::text[], $6::text[],
       $7::uuid[], $8::integer[], $9::text[], $10::text[], $11::text[], $12::timestamptz[],
       $13::timestamptz[]) r(person_id, message_id, lane, template, channel, lang, about, place,
       key_id, to_sealed, data_sealed, due_at, expires_at)
     on conflict do nothing`,
    [
      column((each) => each.personId),
      column((each) => each.messageId),
      column((each) => each.lane),
      column((each) => each.template),
      column((each) => each.channel),
      column((each) => each.lang),
      column((each) => each.aboutContractId),
      column((each) => each.place),
      column((each) => each.keyId),
      column((each) => each.toSealed.toString('hex')),
      column((each) => each.dataSealed.toString('hex')),
      column((each) => timestamp(each.dueMs)),
      column((each) => (each.expiresMs === null ? null : timestamp(each.expiresMs))),
      timestamp(nowMs),
    ],
  );
}

/**
 * A row that may be sent now: due, by a channel that somebody carries, and no notice of a contract
 * of which an earlier one waits for another attempt. `$1` is the time, `$2` the channels.
 */
const READY = `m.sent_at is null and m.dead_at is null and m.due_at <= $1::timestamptz
  and m.channel = any($2::text[])
  and (m.about_contract_id is null or not exists (select from person_message p
    where p.person_id = m.person_id and p.about_contract_id = m.about_contract_id
      and p.channel = m.channel and p.attempts > 0 and p.sent_at is null and p.dead_at is null
      and p.due_at > $1::timestamptz))`;

/** Rows of a lane that may be sent now: a person's own letters first, then notices in order. */
export function readyPersonRows(
  store: Queryable,
  channels: readonly Channel[],
  lane: number,
  nowMs: number,
  limit: number,
): Promise<PersonRow[]> {
  return store.query<PersonRow>(
    `select person_id, message_id, template, channel, lang, about_contract_id, key_id, to_sealed,
       data_sealed, expires_at, attempts
     from person_message m where m.lane = $3 and ${READY}
     order by m.about_contract_id is not null, m.person_id, m.created_at, m.place limit $4`,
    [timestamp(nowMs), wordsText(channels), lane, limit],
  );
}

/**
 * On PostgreSQL the statement commits without waiting for the disk: a killed sender’s marks stand
 * all the same, and only a database that loses power forgets its last ones, so that those letters
 * go twice. Waiting would take longer than sending. The embedded database dies with its server, so
 * there the statement waits.
 */
const atOnce = (parameter: `$${number}`): string => `at_once as materialized
  (select set_config('synchronous_commit', ${parameter}, true) as it)`;
const commitOf = ({ engine }: Sending): string => (engine === 'embedded' ? 'on' : 'off');

/** A store that messages are sent from. */
type Sending = Pick<Store, 'query' | 'engine'>;

/**
 * Leases a lane that has something to send and no other owner, first one with a person's own letter
 * in it: no sign-in code waits for notices. Null when there is none.
 */
export async function leasePersonLane(
  store: Sending,
  channels: readonly Channel[],
  owner: string,
  nowMs: number,
  untilMs: number,
): Promise<number | null> {
  const [row] = await store.query<{ lane: number }>(
    `with ${atOnce('$5')} update person_message_lane set owner = $3, lease_until = $4 from at_once
     where at_once.it is not null and lane = (
       select l.lane from person_message_lane l
       where (l.lease_until is null or l.lease_until < $1::timestamptz or l.owner = $3)
         and exists (select from person_message m where m.lane = l.lane and ${READY})
       order by exists (select from person_message m
         where m.lane = l.lane and m.about_contract_id is null and ${READY}) desc, l.lane
       limit 1 for update skip locked)
     returning lane`,
    [timestamp(nowMs), wordsText(channels), owner, timestamp(untilMs), commitOf(store)],
  );
  return row?.lane ?? null;
}

/** Gives a lane back, if it still belongs to this owner. */
export async function releasePersonLane(store: Sending, { owner, lane }: Lease): Promise<void> {
  await store.query(
    `with ${atOnce('$3')} update person_message_lane l set owner = null, lease_until = null
     from at_once where at_once.it is not null and l.lane = $1 and l.owner = $2`,
    [lane, owner, commitOf(store)],
  );
}

/** Puts a row off to a later attempt, or gives it up where `deadMs` is a time. */
export async function postponePersonRow(
  store: Queryable,
  row: PersonRow,
  attempt: {
    readonly attempts: number;
    readonly dueMs: number;
    readonly deadMs: number | null;
    readonly code: string;
  },
): Promise<void> {
  await store.query(
    `update person_message set attempts = $3, due_at = $4, dead_at = $5, last_code = $6
     where person_id = $1 and message_id = $2`,
    [
      row.person_id,
      row.message_id,
      attempt.attempts,
      timestamp(attempt.dueMs),
      attempt.deadMs === null ? null : timestamp(attempt.deadMs),
      attempt.code,
    ],
  );
}

const MARK_SENT = statement(
  'person-message-sent',
  `with ${atOnce('$6')} update person_message m set sent_at = $1, data_sealed = null
   from unnest($2::uuid[], $3::uuid[]) r(person_id, message_id), person_message_lane l, at_once
   where at_once.it is not null and m.person_id = r.person_id and m.message_id = r.message_id
     and l.lane = $4 and l.owner = $5`,
);

/** Marks rows as sent and erases their values, if the lane still belongs to this owner. */
export async function markPersonRowsSent(
  store: Sending,
  lease: Lease,
  sent: readonly PersonRow[],
  nowMs: number,
): Promise<void> {
  await store.query(MARK_SENT, [
    timestamp(nowMs),
    wordsText(sent.map((row) => row.person_id)),
    wordsText(sent.map((row) => row.message_id)),
    lease.lane,
    lease.owner,
    commitOf(store),
  ]);
}
