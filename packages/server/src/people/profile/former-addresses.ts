import type { Queryable } from '../../platform/database/store.ts';
import type { KeyRing } from '../../platform/keys/key-ring.ts';
import type { Channel } from '../../platform/post/person/channel.ts';
import type { Person } from '../person.ts';
import { changesSince } from './person-change.sql.ts';
import { openChange } from './person-change.ts';

const DAY_MS = 86_400_000;
/** A thief changes the address first: what was on file so lately is warned as well. */
const WARNED_DAYS = 90;

type Address = { readonly channel: Channel; readonly to: string };

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
  for (const { email, phone, moreEmails, morePhones } of files) {
    const mails = [email, ...(moreEmails ?? [])];
    const phones = [phone, ...(morePhones ?? [])];
    for (const [channel, list] of [['mail', mails] as const, ['text', phones] as const]) {
      for (const to of list) {
        if (to == null || to.trim() === '') continue;
        found.set(`${channel} ${to.toLowerCase()}`, { channel, to });
      }
    }
  }
  return [...found.values()];
}
