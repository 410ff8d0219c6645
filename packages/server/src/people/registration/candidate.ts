import { randomUUID } from 'node:crypto';
import { sendToPerson } from '../../letters/send-to-person.ts';
import type { Shell } from '../../operation/shell.ts';
import { messageIdOf } from '../../platform/post/person/person-message.ts';
import { recordAct } from '../audit-trail.sql.ts';
import { keepSavepoint, setSavepoint, undoToSavepoint } from '../ceremony/savepoint.sql.ts';
import { networkHash } from '../network.ts';
import { calledBy, type Person, unsealPerson } from '../person.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import { countAttempt, type ThrottleRule } from '../throttle.sql.ts';
import { type StandingRow, standingsOf } from './registration.sql.ts';

/** Somebody who may open an account now. */
export type Candidate = { readonly personId: string; readonly person: Person };

/** One person is written to so often that they have an account; the answer does not say so. */
const TELLINGS: ThrottleRule = { attempts: 3, windowSeconds: 3_600 };

/** What stands for the letter to nobody; it is taken back before it is written. */
const NOBODY = { personId: randomUUID(), to: 'nobody@nowhere.invalid', name: 'Nobody' };

/**
 * Of the people whom somebody has described, the first who has no account and whom nothing keeps
 * out; null where there is none. One who has an account is told so by the email on file. Whatever
 * it is, the same statements run and a letter is written: one that is not to be sent is taken back.
 */
export async function candidateOf(
  shell: Shell,
  personIds: readonly string[],
): Promise<Candidate | null> {
  const { store, ring, clock } = shell;
  const rows = await standingsOf(store, personIds, clock());
  const free = rows.find((row) => !row.is_registered && !row.is_held);
  const known =
    free === undefined ? rows.find((row) => row.is_registered && !row.is_held) : undefined;
  await tellIfKnown(shell, known);
  return free === undefined ? null : { personId: free.person_id, person: unsealPerson(ring, free) };
}

async function tellIfKnown(shell: Shell, known: StandingRow | undefined): Promise<void> {
  const { store, ring, clock } = shell;
  const nowMs = clock();
  const person = known === undefined ? null : unsealPerson(ring, known);
  const personId = known?.person_id ?? NOBODY.personId;
  const isOften = (await countAttempt(store, `registered:${personId}`, TELLINGS, nowMs)) > 0;
  const to = person?.email ?? null;
  await store.transaction(async (tx) => {
    await setSavepoint(tx);
    await sendToPerson(
      tx,
      { ring, nowMs },
      {
        personId,
        messageId: messageIdOf('registered-already', personId, nowMs, randomUUID()),
        template: 'registered-already',
        channel: 'mail',
        to: to ?? NOBODY.to,
        values: { name: person === null ? NOBODY.name : calledBy(person) },
        dueMs: nowMs,
        aboutContractId: null,
      },
    );
    await (to === null || isOften ? undoToSavepoint(tx) : keepSavepoint(tx));
  });
}

/** Keeps in the audit trail that somebody could not open an account; of whom, it does not say. */
export async function recordRefusal(
  { store, ring, clock }: Shell,
  { network }: Pick<Visitor, 'network'>,
): Promise<void> {
  const hashed = networkHash(ring, network);
  const act = { what: 'registration-refused', subject: 'network', networkHash: hashed } as const;
  await recordAct(store, act, clock());
}
