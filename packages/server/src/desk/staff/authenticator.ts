import { Secret, TOTP } from 'otpauth';
import type { Store } from '../../platform/database/store.ts';
import { type KeyRing, type Sealed, seal, unseal } from '../../platform/keys/key-ring.ts';
import { type StaffProofRow, useStep } from './staff-proof.sql.ts';

const STEP_MS = 30_000;
/** 160 bits, as RFC 4226 recommends. */
const SECRET_BYTES = 20;

const totp = (secret: string, issuer = '', label = '') =>
  new TOTP({ issuer, label, secret: Secret.fromBase32(secret), digits: 6, period: 30 });

/** A new secret for an authenticator app, in base32. */
export function makeAuthenticator(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** The address that an authenticator app reads from a picture. */
export function authenticatorUri(secret: string, issuer: string, email: string): string {
  return totp(secret, issuer, email).toString();
}

/** The code that an authenticator with this secret shows now. */
export function codeNow(secret: string, nowMs: number): string {
  return totp(secret).generate({ timestamp: nowMs });
}

/**
 * The step that a typed code belongs to, or null where it is wrong. The step before and the one
 * after count as well, because telephones' clocks differ (RFC 6238, 5.2).
 */
export function stepOfCode(secret: string, typed: string, nowMs: number): number | null {
  const token = typed.replaceAll(/[ -]/g, '');
  const delta = totp(secret).validate({ token, window: 1, timestamp: nowMs });
  return delta === null ? null : Math.floor(nowMs / STEP_MS) + delta;
}

export function sealAuthenticator(ring: KeyRing, proofId: string, secret: string): Sealed {
  return seal(ring, `staff-proof:${proofId}`, secret);
}

/** Tries a code at every authenticator of somebody; each code works once. */
export async function proveCode(
  store: Store,
  ring: KeyRing,
  proofs: readonly StaffProofRow[],
  typed: string,
  nowMs: number,
): Promise<boolean> {
  for (const { proof_id, key_id, sealed } of proofs) {
    if (key_id === null || sealed === null) continue;
    const secret = unseal(ring, `staff-proof:${proof_id}`, { keyId: key_id, sealed });
    const step = stepOfCode(secret, typed, nowMs);
    if (step !== null && (await useStep(store, proof_id, step, nowMs))) return true;
  }
  return false;
}
