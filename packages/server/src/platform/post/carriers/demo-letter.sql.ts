import type { Queryable } from '../../database/store.ts';
import type { Channel } from '../person/channel.ts';
import { timestamp } from '../timestamp.ts';
import type { Parcel } from './carrier.ts';

/** A letter or text in the mailbox of the demonstration. */
export type DemoLetter = {
  readonly person_id: string;
  readonly message_id: string;
  readonly channel: Channel;
  readonly to_address: string;
  readonly subject: string | null;
  readonly body_text: string;
  readonly body_html: string | null;
  readonly arrived_at: string;
};

/** Keeps what was delivered, as it was; the same message twice is one letter. */
export async function insertDemoLetter(
  queryable: Queryable,
  channel: Channel,
  { id, personId, to, letter }: Parcel,
  nowMs: number,
): Promise<void> {
  await queryable.query(
    `insert into demo_letter (person_id, message_id, channel, to_address, subject, body_text,
       body_html, arrived_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    [personId, id, channel, to, letter.subject, letter.text, letter.html, timestamp(nowMs)],
  );
}

/** The newest letters of the demonstration, of one person where one is asked for. */
export function listDemoLetters(
  queryable: Queryable,
  personId: string | null,
  limit: number,
): Promise<DemoLetter[]> {
  return queryable.query<DemoLetter>(
    `select * from demo_letter where $1::uuid is null or person_id = $1::uuid
     order by arrived_at desc, message_id limit $2`,
    [personId, limit],
  );
}

/** Each mailbox that has something in it, with how much. */
export function listDemoMailboxes(
  queryable: Queryable,
): Promise<{ person_id: string; addresses: string; letters: number }[]> {
  return queryable.query(
    `select person_id, string_agg(distinct to_address, ', ') as addresses,
       count(*)::integer as letters
     from demo_letter group by person_id order by max(arrived_at) desc, person_id`,
  );
}

export async function findDemoLetter(
  queryable: Queryable,
  personId: string,
  messageId: string,
): Promise<DemoLetter | null> {
  const [row] = await queryable.query<DemoLetter>(
    'select * from demo_letter where person_id = $1 and message_id = $2',
    [personId, messageId],
  );
  return row ?? null;
}
