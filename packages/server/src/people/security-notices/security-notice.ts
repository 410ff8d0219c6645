import { randomBytes } from 'node:crypto';
import { sendToPerson } from '../../letters/send-to-person.ts';
import type { Shell } from '../../operation/shell.ts';
import type { Queryable } from '../../platform/database/store.ts';
import type { Channel } from '../../platform/post/person/channel.ts';
import { messageIdOf } from '../../platform/post/person/person-message.ts';
import { calledBy, type Person } from '../person.ts';
import type { PersonFile } from '../proofs/proofs-on-file.ts';
import { tokenHash } from '../session.ts';
import { insertNotice, type SecurityEvent } from './security-notice.sql.ts';

/** How long "this was not me" works (docs/adr/0021-getting-in.md). */
export const NOT_ME_MS = 72 * 3_600_000;

/**
 * Tells a person by mail of something that a thief would do, with a link that undoes it: a random
 * token and nothing else. Belongs into the transaction of what it tells of.
 */
export async function tellOfSecurity(
  queryable: Queryable,
  { ring, clock }: Pick<Shell, 'ring' | 'clock'>,
  { personId, person }: Pick<PersonFile, 'personId' | 'person'>,
  event: SecurityEvent,
  device = '',
): Promise<void> {
  if (personId === null || person === null || person.email === null) return;
  await sendNotice(queryable, { ring, clock }, { personId, person }, { event, device }, [
    { channel: 'mail', to: person.email },
  ]);
}

/** An address that a notice goes to. */
export type NoticeAddress = { readonly channel: Channel; readonly to: string };

/** Tells every address that somebody opened an account for the person; one link undoes it. */
export function tellOfOpening(
  queryable: Queryable,
  shell: Pick<Shell, 'ring' | 'clock'>,
  whose: { readonly personId: string; readonly person: Person },
  addresses: readonly NoticeAddress[],
): Promise<void> {
  return sendNotice(queryable, shell, whose, { event: 'account-opened', device: '' }, addresses);
}

async function sendNotice(
  queryable: Queryable,
  { ring, clock }: Pick<Shell, 'ring' | 'clock'>,
  { personId, person }: { readonly personId: string; readonly person: Person },
  { event, device }: { readonly event: SecurityEvent; readonly device: string },
  addresses: readonly NoticeAddress[],
): Promise<void> {
  const nowMs = clock();
  const token = randomBytes(24).toString('base64url');
  const expiresMs = nowMs + NOT_ME_MS;
  await insertNotice(queryable, { tokenHash: tokenHash(token), personId, event, expiresMs }, nowMs);
  for (const { channel, to } of addresses) {
    await sendToPerson(
      queryable,
      { ring, nowMs },
      {
        personId,
        messageId: messageIdOf('security', personId, channel, tokenHash(token).toString('hex')),
        ...wordsOf(event, calledBy(person), token, device),
        channel,
        to,
        dueMs: nowMs,
        expiresMs,
        aboutContractId: null,
      },
    );
  }
}

/** Told when somebody comes in by a device that has not been seen before. */
export function tellOfNewDevice(shell: Shell, file: PersonFile, device: string): Promise<void> {
  return shell.store.transaction((tx) => tellOfSecurity(tx, shell, file, 'new-device', device));
}

/** The letter of an event. What nobody can name is a new device in the catalogue's words. */
function wordsOf(event: SecurityEvent, name: string, token: string, device: string) {
  if (event === 'new-device') {
    const values = { name, token, device: device === '' ? 'none' : device };
    return { template: 'new-device-sign-in', values } as const;
  }
  if (event === 'account-opened') {
    return { template: 'account-opened-notice', values: { name, token } } as const;
  }
  return {
    template: 'security-notice',
    values: { name, token, reason: `security.${event}` },
  } as const;
}
