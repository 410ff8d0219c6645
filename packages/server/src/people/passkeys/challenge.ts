import { createHash, randomBytes } from 'node:crypto';
import type { Shell } from '../../operation/shell.ts';
import { CODE_MS } from '../ceremony/ceremony.ts';
import { putCode, tryCode } from '../ceremony/one-time-code.sql.ts';

/** Where the portal is, as authenticators know it. */
export type Site = { readonly rpId: string; readonly origin: string };

const CHALLENGE_BYTES = 32;

/**
 * What a challenge is for: a ceremony, or an act in a session with what it is about. An answer to
 * one counts for nothing else.
 */
export function challengeScope(owner: Buffer, purpose: string): Buffer {
  return createHash('sha256').update(owner).update('\u0000passkey\u0000').update(purpose).digest();
}

/** Makes a challenge over its scope. Like a code it is stored as a hash, for ten minutes, once. */
export async function makeChallenge(
  { store, clock }: Pick<Shell, 'store' | 'clock'>,
  scope: Buffer,
): Promise<Buffer> {
  const nonce = randomBytes(CHALLENGE_BYTES);
  const challenge = createHash('sha256').update(nonce).update(scope).digest();
  const nowMs = clock();
  const codeHash = hashOf(challenge.toString('base64url'));
  await putCode(store, { scope, proof: 'passkey', codeHash }, nowMs, nowMs + CODE_MS);
  return challenge;
}

/** Whether a challenge is the one of its scope; it is used up by the asking. */
export async function useChallenge(
  { store, clock }: Pick<Shell, 'store' | 'clock'>,
  scope: Buffer,
  challenge: string,
): Promise<boolean> {
  const code = { scope, proof: 'passkey', codeHash: hashOf(challenge) } as const;
  return (await tryCode(store, code, clock())) === 'right';
}

function hashOf(challenge: string): Buffer {
  return createHash('sha256').update(challenge).digest();
}
