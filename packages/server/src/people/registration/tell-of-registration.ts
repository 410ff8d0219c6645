import { sendToPerson } from '../../letters/send-to-person.ts';
import type { Shell } from '../../operation/shell.ts';
import type { Queryable } from '../../platform/database/store.ts';
import { messageIdOf } from '../../platform/post/person/person-message.ts';
import { calledBy, loginHash } from '../person.ts';
import { type NoticeAddress, tellAddresses } from '../security-notices/security-notice.ts';
import type { ProvenRegistration } from './registration-step.ts';

/**
 * Welcomes somebody at the email they confirmed, and tells every other address on file that an
 * account was opened, with a link that undoes it.
 */
export async function tellOfRegistration(
  tx: Queryable,
  shell: Pick<Shell, 'ring' | 'clock' | 'post'>,
  { personId, person }: ProvenRegistration['file'],
  { email, userName }: { readonly email: string; readonly userName: string },
): Promise<void> {
  const { ring, clock, post } = shell;
  const nowMs = clock();
  await sendToPerson(
    tx,
    { ring, nowMs },
    {
      personId,
      messageId: messageIdOf('account-opened', personId, nowMs),
      template: 'account-opened',
      channel: 'mail',
      to: email,
      values: { name: calledBy(person), userName },
      dueMs: nowMs,
      aboutContractId: null,
    },
  );
  const isOther =
    person.email !== null && !loginHash(ring, person.email).equals(loginHash(ring, email));
  const others: NoticeAddress[] = [
    ...(isOther && person.email !== null ? [{ channel: 'mail', to: person.email } as const] : []),
    ...(person.phone !== null && post?.text !== false
      ? [{ channel: 'text', to: person.phone } as const]
      : []),
  ];
  if (others.length > 0)
    await tellAddresses(tx, shell, { personId, person }, 'account-opened', others);
}
