import { randomUUID } from 'node:crypto';
import { sendToPerson } from '../../letters/send-to-person.ts';
import type { Shell } from '../../operation/shell.ts';
import { messageIdOf } from '../../platform/post/person/person-message.ts';
import { keepSavepoint, setSavepoint, undoToSavepoint } from '../ceremony/savepoint.sql.ts';
import { credentialOfLogin, signedInPerson } from '../credential.sql.ts';
import { calledBy, loginHash, unsealPerson } from '../person.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import { countAttempt, type ThrottleRule } from '../throttle.sql.ts';
import { openUserName } from '../user-name.ts';
import { countNetwork } from './reset-password.ts';

/** One address is written to so often; the answer does not say that it was not. */
const PER_ADDRESS: ThrottleRule = { attempts: 3, windowSeconds: 1_800 };

/**
 * Mails somebody their user name, to the address on file. For an address that nobody has, the same
 * is written and taken back.
 */
export async function remindOfUserName(
  shell: Shell,
  visitor: Visitor,
  email: string,
): Promise<void> {
  const { store, ring, clock } = shell;
  await countNetwork(shell, 'reminder-network', visitor);
  const hashed = loginHash(ring, email);
  const bucket = `reminder:${hashed.toString('hex')}`;
  const isOften = (await countAttempt(store, bucket, PER_ADDRESS, clock())) > 0;
  const credential = await credentialOfLogin(store, hashed);
  const row = await signedInPerson(store, credential?.person_id ?? randomUUID());
  const person = row === undefined ? null : unsealPerson(ring, row);
  const isTheirs =
    person?.email != null && loginHash(ring, person.email).equals(hashed) && !isOften;
  const nowMs = clock();
  await store.transaction(async (tx) => {
    await setSavepoint(tx);
    await sendToPerson(
      tx,
      { ring, nowMs },
      {
        personId: row?.person_id ?? randomUUID(),
        messageId: messageIdOf('user-name', hashed.toString('hex'), nowMs, randomUUID()),
        template: 'user-name-reminder',
        channel: 'mail',
        to: person?.email ?? email,
        values: {
          name: person === null ? email : calledBy(person),
          userName: row === undefined ? email : openUserName(ring, row),
        },
        dueMs: nowMs,
        aboutContractId: null,
      },
    );
    await (isTheirs ? keepSavepoint(tx) : undoToSavepoint(tx));
  });
}
