import { randomBytes } from 'node:crypto';
import { dayAt } from '../../lender/local-time.ts';
import { sendToPersons } from '../../letters/send-to-person.ts';
import type { Shell } from '../../operation/shell.ts';
import type { Queryable } from '../../platform/database/store.ts';
import { messageIdOf } from '../../platform/post/person/person-message.ts';
import { calledBy } from '../person.ts';
import { addressesToWarn } from '../profile/former-addresses.ts';
import type { PersonFile } from '../proofs/proofs-on-file.ts';
import { insertNotice } from '../security-notices/security-notice.sql.ts';
import { NOT_ME_MS } from '../security-notices/security-notice.ts';
import { tokenHash } from '../session.ts';

/**
 * Tells every address that a person has or lately had of a way back in, and from which day on it
 * works: each letter with its own "this was not me". Belongs into the transaction that begins it.
 */
export async function tellOfRecovery(
  tx: Queryable,
  { ring, clock, lender }: Pick<Shell, 'ring' | 'clock' | 'lender'>,
  { personId, person, onFile }: PersonFile,
  waitUntil: string,
): Promise<void> {
  if (personId === null || person === null) return;
  const nowMs = clock();
  // The link works at least as long as the wait lasts.
  const expiresMs = Math.max(nowMs + NOT_ME_MS, Date.parse(waitUntil));
  const addresses = await addressesToWarn(tx, ring, personId, person, nowMs);
  const reached = addresses.filter(({ channel }) => onFile[channel] || channel === 'mail');
  for (const { channel, to } of reached) {
    const token = randomBytes(24).toString('base64url');
    const hashed = tokenHash(token);
    const event = 'recovery-started' as const;
    await insertNotice(tx, { tokenHash: hashed, personId, event, expiresMs }, nowMs);
    await sendToPersons(tx, { ring, nowMs }, [
      {
        personId,
        messageId: messageIdOf('recovery', personId, hashed.toString('hex')),
        template: 'recovery-started',
        channel,
        to,
        values: { name: calledBy(person), token, on: { day: dayAt(lender, waitUntil) } },
        dueMs: nowMs,
        expiresMs,
        aboutContractId: null,
      },
    ]);
  }
}
