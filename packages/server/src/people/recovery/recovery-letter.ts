import { dayAt } from '../../lender/local-time.ts';
import type { Shell } from '../../operation/shell.ts';
import { uuidV7 } from '../../platform/database/uuid.ts';
import { seal } from '../../platform/keys/key-ring.ts';
import { identityOf } from '../../platform/keys/sealed-columns.ts';
import { INVITATION_DAYS, invitationHash, makeInvitationCode } from '../invitation-code.ts';
import { insertRecovery, recoveryOf } from './recovery-code.sql.ts';

const DAY_MS = 86_400_000;

/** A letter to print, or the day since which one is on its way. */
export type LetterAsked =
  | { readonly isNew: true; readonly expiresOn: string }
  | { readonly isNew: false; readonly askedOn: string };

/**
 * Makes a code that only a letter carries, and puts the letter into the work of whoever prints it.
 * Nobody sees the code before the envelope, whoever asked.
 */
export async function askForLetter(
  { store, ring, lender, clock }: Pick<Shell, 'store' | 'ring' | 'lender' | 'clock'>,
  asked: {
    readonly personId: string;
    readonly contractId: string;
    readonly madeBy: string | null;
  },
): Promise<LetterAsked> {
  const nowMs = clock();
  const letterId = uuidV7(nowMs);
  const code = makeInvitationCode();
  const recovery = {
    ...asked,
    letterId,
    codeHash: invitationHash(ring, code),
    ...seal(ring, identityOf.recoveryLetter(letterId), code),
  };
  const isNew = await store.transaction((tx) => insertRecovery(tx, recovery, nowMs));
  if (!isNew) {
    const open = await recoveryOf(store, asked.personId, nowMs);
    return { isNew, askedOn: open === null ? '' : dayAt(lender, open.startedAt) };
  }
  const expiresAt = new Date(nowMs + INVITATION_DAYS * DAY_MS).toISOString();
  return { isNew, expiresOn: dayAt(lender, expiresAt) };
}
