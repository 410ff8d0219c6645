import { randomUUID } from 'node:crypto';
import type { Proof } from '@roadbook/domain/person/proof';
import { sendToPerson } from '../../letters/send-to-person.ts';
import type { Shell } from '../../operation/shell.ts';
import { messageIdOf } from '../../platform/post/person/person-message.ts';
import { calledBy, type Person } from '../person.ts';
import type { PersonFile } from '../proofs/proofs-on-file.ts';
import { CODE_MS, makeCode } from './ceremony.ts';
import { keepSavepoint, setSavepoint, undoToSavepoint } from './savepoint.sql.ts';

export type CodeWay = Extract<Proof, 'mail-code' | 'text-code' | 'new-mail-code'>;

/** Where a letter to nobody would go; it is taken back before it is written. */
const NOBODY = { to: 'nobody@nowhere.invalid', name: 'Nobody' };

/**
 * Makes a code for a ceremony or a session and sends it to the address on file, or to the new email
 * that somebody who registers wants to use. For somebody whom
 * nobody knows the same is written and taken back, so that no time tells who is a customer.
 */
export async function sendCode(
  { store, ring, clock }: Pick<Shell, 'store' | 'ring' | 'clock'>,
  { personId, person }: Pick<PersonFile, 'personId' | 'person'>,
  scope: Buffer,
  way: CodeWay,
  newMail: string | null = null,
): Promise<void> {
  const nowMs = clock();
  const address = addressFor(way, person, newMail);
  const isReal = personId !== null && person !== null && typeof address === 'string';
  await store.transaction(async (tx) => {
    const code = await makeCode(tx, ring, { scope, proof: way }, nowMs);
    await setSavepoint(tx);
    await sendToPerson(
      tx,
      { ring, nowMs },
      {
        personId: isReal ? personId : randomUUID(),
        messageId: messageIdOf('code', scope.toString('hex'), way, nowMs, randomUUID()),
        template: 'one-time-code',
        channel: way === 'text-code' ? 'text' : 'mail',
        to: isReal ? address : NOBODY.to,
        values: { name: isReal ? calledBy(person) : NOBODY.name, code },
        dueMs: nowMs,
        expiresMs: nowMs + CODE_MS,
        aboutContractId: null,
      },
    );
    await (isReal ? keepSavepoint(tx) : undoToSavepoint(tx));
  });
}

function addressFor(way: CodeWay, person: Person | null, newMail: string | null): string | null {
  if (way === 'new-mail-code') return newMail;
  return (way === 'mail-code' ? person?.email : person?.phone) ?? null;
}
