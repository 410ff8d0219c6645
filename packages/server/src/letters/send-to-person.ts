import type { Queryable } from '../platform/database/store.ts';
import type { KeyRing } from '../platform/keys/key-ring.ts';
import { type PersonMessage, putPersonMessages } from '../platform/post/person/person-message.ts';
import type { LetterTemplate, LetterValues } from './letter-values.ts';

/** A letter of one template, with just the values that its words need. */
export type Letter<T extends LetterTemplate = LetterTemplate> = {
  [Each in T]: Omit<PersonMessage, 'template' | 'values' | 'lang'> & {
    readonly template: Each;
    readonly values: LetterValues[Each];
  };
}[T];

/**
 * Asks for letters to be sent. It only inserts, so it belongs into the transaction of what they are
 * about; a `messageId` that was asked for already stays as it is.
 */
export async function sendToPersons(
  queryable: Queryable,
  { ring, nowMs }: { readonly ring: KeyRing; readonly nowMs: number },
  letters: readonly Letter[],
): Promise<void> {
  const messages = letters.map((letter) => ({ ...letter, lang: 'en' as const }));
  await putPersonMessages(queryable, ring, messages, nowMs);
}

/** Asks for one letter to be sent, as `sendToPersons` does. */
export function sendToPerson(
  queryable: Queryable,
  parts: { readonly ring: KeyRing; readonly nowMs: number },
  letter: Letter,
): Promise<void> {
  return sendToPersons(queryable, parts, [letter]);
}
