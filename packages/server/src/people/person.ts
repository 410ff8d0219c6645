import { decode, encode } from '@roadbook/api/wire';
import { type KeyRing, lookupHash, seal, unseal } from '../platform/keys/key-ring.ts';

/** What is personal about a person; stored sealed, as one text, under the person's id. */
export type Person = {
  readonly firstName: string;
  readonly lastName: string;
  readonly dateOfBirth: string | null;
  readonly ssn: string | null;
  readonly street: string | null;
  readonly unit: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly zip: string | null;
  readonly email: string | null;
  readonly phone: string | null;
};

export function sealPerson(ring: KeyRing, personId: string, person: Person) {
  return seal(ring, `person:${personId}`, encode(person));
}

export function unsealPerson(
  ring: KeyRing,
  row: { readonly person_id: string; readonly key_id: string; readonly sealed: Buffer },
): Person {
  const sealed = { keyId: row.key_id, sealed: row.sealed };
  return decode<Person>(unseal(ring, `person:${row.person_id}`, sealed));
}

/**
 * What makes two rows of parties files the same person: SSN if stated, else name, birth date and
 * e-mail. Null when there is too little to say so; then each row is a person of its own.
 */
export function identityHash(ring: KeyRing, person: Person): Buffer | null {
  if (person.ssn !== null) return lookupHash(ring, 'person-ssn', person.ssn);
  if (person.dateOfBirth === null || person.email === null) return null;
  const parts = [person.firstName, person.lastName, person.dateOfBirth, person.email];
  return lookupHash(ring, 'person-name', parts.join('\u0000').toLowerCase());
}

/**
 * The keyed hash under which a user name or e-mail is found, whatever its case and however its
 * accents are composed: a keyboard may type é as one character or as two.
 */
export function loginHash(ring: KeyRing, login: string): Buffer {
  return lookupHash(ring, 'login', login.trim().toLowerCase().normalize('NFC'));
}
