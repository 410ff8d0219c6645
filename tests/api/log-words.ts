/** Personal data that a log must not have, of everybody in a book. */
import { unsealPerson } from '@roadbook/server/people/person';
import type { Queryable } from '@roadbook/server/platform/database/store';
import type { KeyRing } from '@roadbook/server/platform/keys/key-ring';
import { personalWords } from '@roadbook/server/testing/platform/keys/column-contents';

export type LogWord = { readonly kind: string; readonly word: string };

/** Names, addresses, telephones and numbers of everybody in a book, and their user names. */
export async function logWords(store: Queryable, ring: KeyRing): Promise<readonly LogWord[]> {
  const people = await store.query<Parameters<typeof unsealPerson>[1]>(
    'select person_id, key_id, sealed from person',
  );
  const cars = await store.query<{ vin: string }>('select vin from vin');
  return [
    ...people.flatMap((row) => personalWords(unsealPerson(ring, row))),
    ...cars.map(({ vin }) => ({ kind: 'vin', word: vin })),
  ];
}

/** The lines in which somebody's data stands, with what kind it is; without regard to case. */
export function wordsInLog(log: readonly string[], words: readonly LogWord[]): string[] {
  const whole = log.join('\n').toLowerCase();
  return words
    .filter(({ word }) => whole.includes(word.toLowerCase()))
    .map(({ kind, word }) => {
      const line = log.find((each) => each.toLowerCase().includes(word.toLowerCase()));
      return `${kind}: ${line ?? ''}`;
    });
}
