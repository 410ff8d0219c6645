import type { Channel } from '@roadbook/domain/person/channel';
import type { Queryable } from '../../database/store.ts';
import { namedUuid } from '../../database/uuid.ts';
import { type KeyRing, seal, unseal } from '../../keys/key-ring.ts';
import { identityOf } from '../../keys/sealed-columns.ts';
import { laneOf } from '../outbox-lane.ts';
import { insertPersonMessages, type NewPersonMessage, type PersonRow } from './person.sql.ts';

/** What a letter's words are filled with: an amount, a day, a number or a text. */
export type LetterValue = string | number | { readonly cents: string } | { readonly day: string };

/** Something to be sent to a person. */
export type PersonMessage = {
  readonly personId: string;
  /** Made by `messageIdOf` from what asked for it, so that asking twice sends once. */
  readonly messageId: string;
  readonly template: string;
  readonly channel: Channel;
  /** The mail address or telephone number at this time. */
  readonly to: string;
  readonly values: Readonly<Record<string, LetterValue>>;
  readonly lang: 'en';
  readonly dueMs: number;
  /** After this it is not worth sending: a code that no longer opens anything. */
  readonly expiresMs?: number;
  /** The contract that a notice is about; a person's own letters go before notices. */
  readonly aboutContractId: string | null;
};

/** The id of a message, from what asked for it: the same parts make the same id. */
export function messageIdOf(...parts: readonly (string | number)[]): string {
  return namedUuid('person-message', ...parts.map(String));
}

/** Writes messages into the outbox of persons, in the caller's statement or transaction. */
export async function putPersonMessages(
  queryable: Queryable,
  ring: KeyRing,
  messages: readonly PersonMessage[],
  nowMs: number,
): Promise<void> {
  if (messages.length === 0) return;
  const rows = messages.map((message, place) => sealedRow(ring, message, place));
  await insertPersonMessages(queryable, rows, nowMs);
}

function sealedRow(ring: KeyRing, message: PersonMessage, place: number): NewPersonMessage {
  const { personId, messageId, to, values, dueMs, expiresMs = null, ...rest } = message;
  const { keyId, sealed: toSealed } = seal(ring, identityOf.messageTo(personId, messageId), to);
  const { sealed } = seal(
    ring,
    identityOf.messageData(personId, messageId),
    JSON.stringify(values),
  );
  const own = { personId, messageId, keyId, toSealed, dataSealed: sealed };
  return { ...rest, ...own, lane: laneOf(personId), place, dueMs, expiresMs };
}

/** The address and the values of a row, opened. */
export function openRow(ring: KeyRing, row: PersonRow) {
  const { person_id: personId, message_id: messageId, key_id: keyId } = row;
  const to = unseal(ring, identityOf.messageTo(personId, messageId), {
    keyId,
    sealed: row.to_sealed,
  });
  const sealed = { keyId, sealed: row.data_sealed };
  const text = unseal(ring, identityOf.messageData(personId, messageId), sealed);
  return { to, values: JSON.parse(text) as PersonMessage['values'] };
}
