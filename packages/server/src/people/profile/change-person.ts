import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import type { Queryable } from '../../platform/database/store.ts';
import { loginHash, type Person, sealPerson, unsealPerson } from '../person.ts';
import type { PersonFile } from '../proofs/proofs-on-file.ts';
import { tellAddresses } from '../security-notices/security-notice.ts';
import { mailsOf, phonesOf } from './former-addresses.ts';
import { recordChange } from './person-change.ts';
import { personForUpdate, putPerson, replaceEmailLogin } from './profile.sql.ts';

type Whose = PersonFile & { readonly personId: string };

/**
 * Changes what is on file about a person: the new file, the old values in the history, and a letter
 * to the addresses that were on file before, all in one transaction. What stays as it is, is no
 * change.
 */
export async function changePerson(
  shell: Shell,
  file: Whose,
  decide: (person: Person) => Partial<Person>,
  also: (tx: Queryable) => Promise<void> = async () => undefined,
): Promise<void> {
  const { store, ring, clock } = shell;
  const { personId } = file;
  await store.transaction(async (tx) => {
    const row = await personForUpdate(tx, personId);
    if (row === undefined) throw new ProblemError('not-signed-in');
    const before = unsealPerson(ring, row);
    const after = changedIn(before, decide(before));
    await also(tx);
    const fields = Object.keys(after) as (keyof Person)[];
    if (fields.length === 0) return;
    const next: Person = { ...before, ...after };
    await putPerson(tx, personId, sealPerson(ring, personId, next));
    const was = fields.map((field) => [field, before[field] ?? null]);
    const old: Partial<Person> = Object.fromEntries(was);
    await recordChange(tx, ring, { personId, who: 'person', before: old, after }, clock());
    if (before.email !== next.email) {
      const hashed = next.email === null ? null : loginHash(ring, next.email);
      await replaceEmailLogin(tx, personId, hashed);
    }
    await tellOld(tx, shell, { ...file, person: before }, next);
  });
}

/** Only what is another value than before. */
function changedIn(before: Person, wished: Partial<Person>): Partial<Person> {
  const entries = Object.entries(wished).filter(([field, value]) => {
    const old = before[field as keyof Person] ?? null;
    return JSON.stringify(old) !== JSON.stringify(value ?? null);
  });
  return Object.fromEntries(entries);
}

/** The old main email is told, and every address that is gone now. */
async function tellOld(
  tx: Queryable,
  shell: Shell,
  file: Whose & { readonly person: Person },
  next: Person,
): Promise<void> {
  const { person: before } = file;
  const gone = (old: readonly string[], now: readonly string[]): string[] =>
    old.filter((each) => !now.includes(each));
  const mails = [
    ...(before.email === null ? [] : [before.email]),
    ...gone(mailsOf(before), mailsOf(next)),
  ];
  const phones = file.onFile.text ? gone(phonesOf(before), phonesOf(next)) : [];
  await tellAddresses(tx, shell, file, 'contact-changed', [
    ...[...new Set(mails)].map((to) => ({ channel: 'mail' as const, to })),
    ...phones.map((to) => ({ channel: 'text' as const, to })),
  ]);
}
