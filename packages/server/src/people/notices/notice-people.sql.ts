import type { Channel } from '@roadbook/domain/person/channel';
import type { NoticeTopic } from '@roadbook/domain/person/notice-topic';
import type { Queryable } from '../../platform/database/store.ts';
import { wordsText } from '../../platform/database/value-parsers.ts';
import { timestamp } from '../../platform/post/timestamp.ts';

/** A person of a contract, with what the contract’s letters need to know. */
export type NoticePerson = {
  readonly contract_id: string;
  readonly contract_number: string;
  readonly holds: string;
  readonly open_day: string;
  readonly person_id: string;
  readonly key_id: string;
  readonly sealed: Buffer;
  /** What the person has chosen, as `topic:channel:true`; what is not there was not chosen. */
  readonly choices: string;
};

/** Everybody who is told of these contracts. */
export function noticePeople(
  queryable: Queryable,
  contractIds: readonly string[],
): Promise<NoticePerson[]> {
  return queryable.query<NoticePerson>(
    `select c.contract_id, c.contract_number, s.holds, (select open_day from business_day) open_day,
       p.person_id, p.key_id, p.sealed,
       coalesce((select string_agg(n.topic || ':' || n.channel || ':' || n.wanted, ' ')
         from notice_preference n where n.person_id = p.person_id), '') as choices
     from contract_party cp
     join person p on p.person_id = cp.person_id
     join contract c on c.contract_id = cp.contract_id
     join contract_state s on s.contract_id = cp.contract_id
     where cp.contract_id = any($1::uuid[])
     order by c.contract_id, p.person_id`,
    [wordsText([...new Set(contractIds)])],
  );
}

/** Records what a person wants to be told of by a channel. */
export async function setNoticePreference(
  queryable: Queryable,
  choice: {
    readonly personId: string;
    readonly topic: NoticeTopic;
    readonly channel: Channel;
    readonly wanted: boolean;
  },
  nowMs: number,
): Promise<void> {
  await queryable.query(
    `insert into notice_preference values ($1, $2, $3, $4, $5)
     on conflict (person_id, topic, channel)
       do update set wanted = excluded.wanted, changed_at = excluded.changed_at`,
    [choice.personId, choice.topic, choice.channel, choice.wanted, timestamp(nowMs)],
  );
}

/** Who has a part in the contract of a number, or null. */
export async function partyOf(
  queryable: Queryable,
  contractNumber: string,
  role: string,
): Promise<string | null> {
  const [row] = await queryable.query<{ person_id: string }>(
    `select p.person_id from contract_party p join contract c using (contract_id)
     where c.contract_number = $1 and p.role = $2 order by p.person_id limit 1`,
    [contractNumber, role],
  );
  return row?.person_id ?? null;
}
