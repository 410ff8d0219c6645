import { createHash } from 'node:crypto';
import type { Shell } from '../../operation/shell.ts';
import { checkCode, type OpenCeremony, rememberTyped, typedOf } from './ceremony.ts';
import type { CodeTry } from './one-time-code.sql.ts';

/** What a registration keeps of what was typed, sealed, until it is finished. */
export type RegistrationTyped = {
  /** Whom guesses and codes are counted for. */
  readonly subject: string;
  /** The email to be used, as it was typed last. */
  readonly email: string | null;
  /** The email whose code was right; only this one becomes the person's. */
  readonly confirmed: string | null;
  /** The handle under which a device keeps the passkey that is being made. */
  readonly handle: string | null;
};

/** The email that somebody who registers wants to use; null where none was typed. */
export function newMailOf(shell: Pick<Shell, 'ring'>, ceremony: OpenCeremony): string | null {
  return typedOf<RegistrationTyped>(shell.ring, ceremony)?.email ?? null;
}

/** A code for a new email counts for that email alone: another one in its place needs its own. */
export function scopeOfCode({ tokenHash }: OpenCeremony, newMail: string | null): Buffer {
  if (newMail === null) return tokenHash;
  return createHash('sha256').update(tokenHash).update('\u0000mail\u0000').update(newMail).digest();
}

/** Tries the code of the new email, and keeps the email as confirmed where it is right. */
export async function checkNewMail(
  { store, ring, clock }: Shell,
  ceremony: OpenCeremony,
  code: string,
): Promise<CodeTry> {
  const typed = typedOf<RegistrationTyped>(ring, ceremony);
  const email = typed?.email ?? null;
  if (typed === null || email === null || ceremony.personId === null) return 'wrong';
  const scope = scopeOfCode(ceremony, email);
  const outcome = await checkCode(store, ring, { scope, proof: 'new-mail-code' }, code, clock());
  if (outcome === 'right')
    await rememberTyped(store, ring, ceremony, { ...typed, confirmed: email });
  return outcome;
}
