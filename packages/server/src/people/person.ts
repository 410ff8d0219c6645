import { decode, encode } from '@roadbook/api/wire';
import type { PreferredLanguage } from '@roadbook/domain/person/preferred-language';
import { type KeyRing, lookupHash, seal, unseal } from '../platform/keys/key-ring.ts';
import { identityOf } from '../platform/keys/sealed-columns.ts';

/**
 * What is personal about a party, a person or a company; stored sealed, as one text, under the
 * person's id. Names are composed (NFC); a person has one name or two, a company its own.
 */
export type Person = {
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly companyName: string | null;
  readonly dateOfBirth: string | null;
  readonly ssn: string | null;
  /** A company's taxpayer number. */
  readonly ein: string | null;
  readonly street: string | null;
  readonly unit: string | null;
  readonly city: string | null;
  readonly state: string | null;
  /** The ZIP code, abroad the postal code. */
  readonly zip: string | null;
  /** Two letters; null for the United States where nothing else was stated. */
  readonly country: string | null;
  /** Where letters and codes go. */
  readonly email: string | null;
  readonly phone: string | null;
  /** Beside those: confirmed as well, and warned as well. Left out by files of boarding. */
  readonly moreEmails?: readonly string[];
  readonly morePhones?: readonly string[];
  /** What the person wants to be called, and how to talk to them; set in the profile. */
  readonly preferredName?: string | null;
  readonly language?: PreferredLanguage | null;
  readonly timeZone?: string | null;
};

/** What people who were sealed by earlier versions do not say. */
const ADDED_LATER = { companyName: null, ein: null, country: null };

export function sealPerson(ring: KeyRing, personId: string, person: Person) {
  return seal(ring, identityOf.person(personId), encode(person));
}

export function unsealPerson(
  ring: KeyRing,
  row: { readonly person_id: string; readonly key_id: string; readonly sealed: Buffer },
): Person {
  const sealed = { keyId: row.key_id, sealed: row.sealed };
  return {
    ...ADDED_LATER,
    ...decode<Person>(unseal(ring, identityOf.person(row.person_id), sealed)),
  };
}

/** What to call somebody: as they wish, else by the first name, the company's, the only name. */
export function calledBy({ preferredName, firstName, lastName, companyName }: Person): string {
  return preferredName ?? firstName ?? companyName ?? lastName ?? '';
}

/** The whole name: a person's one name or two, else the company's. */
export function fullName({ firstName, lastName, companyName }: Person): string {
  const own = [firstName, lastName].filter((part) => part !== null).join(' ');
  return own === '' ? (companyName ?? '') : own;
}

type Identified = Pick<Person, 'firstName' | 'lastName' | 'dateOfBirth' | 'ssn' | 'ein' | 'email'>;

/**
 * What makes two rows of parties files the same person: the taxpayer number if stated, else name,
 * birth date and email. Null when there is too little to say so; then each row is a person of its
 * own.
 */
export function identityHash(ring: KeyRing, person: Identified): Buffer | null {
  if (person.ssn !== null) return lookupHash(ring, 'person-ssn', person.ssn);
  if (person.ein !== null) return lookupHash(ring, 'company-ein', person.ein);
  if (person.dateOfBirth === null || person.email === null) return null;
  const names = [person.firstName ?? '', person.lastName ?? ''];
  const parts = [...names, person.dateOfBirth, person.email];
  return lookupHash(ring, 'person-name', parts.join('\u0000').toLowerCase());
}

/**
 * The keyed hash under which a user name or e-mail is found, whatever its case and however its
 * accents are composed: a keyboard may type é as one character or as two.
 */
export function loginHash(ring: KeyRing, login: string): Buffer {
  return lookupHash(ring, 'login', login.trim().toLowerCase().normalize('NFC'));
}
