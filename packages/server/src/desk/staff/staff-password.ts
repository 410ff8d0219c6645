import { hash, verify } from '@node-rs/argon2';
import { normalizedPassword } from '@roadbook/domain/person/password-rule';
import { ProblemError } from '../../operation/problem-error.ts';
import { passwordQueue, QUEUE_FULL } from '../../people/password-queue.ts';
import { ARGON2 } from '../../people/set-credential.ts';

let decoy: Promise<string> | null = null;

/**
 * Whether a password is the one of a hash. Without a hash it takes as long and is never right, so
 * that nobody learns by waiting who has an account.
 */
export async function isPassword(passwordHash: string | null, typed: string): Promise<boolean> {
  decoy ??= hash('nobody at the desk has this password', ARGON2);
  const against = passwordHash ?? (await decoy);
  const matches = await passwordQueue(() => verify(against, normalizedPassword(typed)));
  if (matches === QUEUE_FULL) throw new ProblemError('busy');
  return matches && passwordHash !== null;
}

export async function hashPassword(password: string): Promise<string> {
  const hashed = await passwordQueue(() => hash(normalizedPassword(password), ARGON2));
  if (hashed === QUEUE_FULL) throw new ProblemError('busy');
  return hashed;
}
