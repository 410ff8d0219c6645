import type { Channel } from '@roadbook/domain/person/channel';
import type { Queryable } from '../../platform/database/store.ts';
import type { KeyRing } from '../../platform/keys/key-ring.ts';
import type { Person } from '../person.ts';
import { changesSince } from './person-change.sql.ts';
import { openChange } from './person-change.ts';

const DAY_MS = 86_400_000;
/** A thief changes the address first: what was on file so lately is warned as well. */
const WARNED_DAYS = 90;

/** Where somebody is told of something. */
export type Address = { readonly channel: Channel; readonly to: string };

/** Every address to warn: those on file, and those that were until lately. */
export async function addressesToWarn(
  store: Queryable,
  ring: KeyRing,
  personId: string,
  person: Person,
  nowMs: number,
): Promise<readonly Address[]> {
  const changes = await changesSince(store, personId, nowMs - WARNED_DAYS * DAY_MS);
  const files = [person, ...changes.map((row) => openChange(ring, row).before)];
  const found = new Map<string, Address>();
  for (const file of files) {
    for (const to of mailsOf(file)) found.set(`mail ${to.toLowerCase()}`, { channel: 'mail', to });
    for (const to of phonesOf(file)) found.set(`text ${to}`, { channel: 'text', to });
  }
  return [...found.values()];
}

/** Every email of a file, the one that counts first before the others. */
export function mailsOf({ email, moreEmails }: Partial<Person>): readonly string[] {
  return withoutBlanks([email, ...(moreEmails ?? [])]);
}

/** Every telephone of a file, likewise. */
export function phonesOf({ phone, morePhones }: Partial<Person>): readonly string[] {
  return withoutBlanks([phone, ...(morePhones ?? [])]);
}

function withoutBlanks(list: readonly (string | null | undefined)[]): readonly string[] {
  return list.filter((each): each is string => each != null && each.trim() !== '');
}
