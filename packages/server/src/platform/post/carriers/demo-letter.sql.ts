import type { Channel } from '@roadbook/domain/person/channel';
import type { Queryable } from '../../database/store.ts';
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

/** A person’s letters, newest first. */
export function listDemoLetters(
  queryable: Queryable,
  personId: string,
  limit: number,
): Promise<DemoLetter[]> {
  return queryable.query<DemoLetter>(
    `select * from demo_letter where person_id = $1
     order by arrived_at desc, message_id limit $2`,
    [personId, limit],
  );
}

/** A person who has got something, and how much. */
export type DemoMailbox = {
  readonly person_id: string;
  readonly key_id: string;
  readonly sealed: Buffer;
  readonly letters: number;
};

const MAILBOXES = `select p.person_id, p.key_id, p.sealed, l.letters
  from person p join (select person_id, count(*)::integer as letters, max(arrived_at) as newest
    from demo_letter group by person_id) l on l.person_id = p.person_id`;

/** Whoever has got something, the newest first. */
export function listDemoMailboxes(queryable: Queryable, limit: number): Promise<DemoMailbox[]> {
  return queryable.query<DemoMailbox>(`${MAILBOXES} order by l.newest desc, p.person_id limit $1`, [
    limit,
  ]);
}

export async function findDemoMailbox(
  queryable: Queryable,
  personId: string,
): Promise<DemoMailbox | null> {
  const [row] = await queryable.query<DemoMailbox>(`${MAILBOXES} where p.person_id = $1`, [
    personId,
  ]);
  return row ?? null;
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
