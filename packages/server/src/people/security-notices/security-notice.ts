import { randomBytes } from 'node:crypto';
import type { Channel } from '@roadbook/domain/person/channel';
import { sendToPerson } from '../../letters/send-to-person.ts';
import type { Shell } from '../../operation/shell.ts';
import type { Queryable } from '../../platform/database/store.ts';
import { messageIdOf } from '../../platform/post/person/person-message.ts';
import { calledBy } from '../person.ts';
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
  shell: Pick<Shell, 'ring' | 'clock'>,
  file: Pick<PersonFile, 'personId' | 'person'>,
  event: SecurityEvent,
  device = '',
): Promise<void> {
  const email = file.person?.email ?? null;
  const addresses = email === null ? [] : [{ channel: 'mail' as const, to: email }];
  await tellAddresses(queryable, shell, file, event, addresses, device);
}

/** An address that a notice goes to. */
export type NoticeAddress = { readonly channel: Channel; readonly to: string };

/** The same to addresses that are named, each with a link of its own. */
export async function tellAddresses(
  queryable: Queryable,
  { ring, clock }: Pick<Shell, 'ring' | 'clock'>,
  { personId, person }: Pick<PersonFile, 'personId' | 'person'>,
  event: SecurityEvent,
  addresses: readonly NoticeAddress[],
  device = '',
): Promise<void> {
  if (personId === null || person === null) return;
  const nowMs = clock();
  const expiresMs = nowMs + NOT_ME_MS;
  for (const { channel, to } of addresses) {
    const token = randomBytes(24).toString('base64url');
    const hashed = tokenHash(token);
    await insertNotice(queryable, { tokenHash: hashed, personId, event, expiresMs }, nowMs);
    await sendToPerson(
      queryable,
      { ring, nowMs },
      {
        personId,
        messageId: messageIdOf('security', personId, hashed.toString('hex')),
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
