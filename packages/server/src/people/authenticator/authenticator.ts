import { Secret, TOTP } from 'otpauth';
import type { Shell } from '../../operation/shell.ts';
import { type KeyRing, seal, unseal } from '../../platform/keys/key-ring.ts';
import {
  type AuthenticatorRow,
  authenticatorOf,
  putAuthenticator,
  useStep,
} from './authenticator.sql.ts';

const PERIOD_SECONDS = 30;
/** A telephone’s clock may be a step off either way (RFC 6238, 5.2). */
const WINDOW = 1;
const SECRET_BYTES = 20;

const identityOf = (personId: string): string => `authenticator:${personId}`;

/** What an app reads: the address behind the picture, and the secret to type where none can. */
export type AppSecret = { readonly uri: string; readonly secret: string };

/** Begins an authenticator app; null when a confirmed one is there already. */
export async function beginApp(
  { store, ring, lender, clock }: Pick<Shell, 'store' | 'ring' | 'lender' | 'clock'>,
  personId: string,
  userName: string,
): Promise<AppSecret | null> {
  const secret = new Secret({ size: SECRET_BYTES });
  const sealed = seal(ring, identityOf(personId), secret.base32);
  if (!(await putAuthenticator(store, personId, sealed, clock()))) return null;
  const totp = totpOf(secret.base32, lender.brand.name, userName);
  return { uri: totp.toString(), secret: secret.base32 };
}

/**
 * Checks a code of the app, each once. A code of a begun app confirms it where `mayConfirm` says
 * so; elsewhere only a confirmed app counts.
 */
export async function checkAppCode(
  { store, ring, clock }: Pick<Shell, 'store' | 'ring' | 'clock'>,
  personId: string,
  typed: string,
  mayConfirm = false,
): Promise<boolean> {
  const row = await authenticatorOf(store, personId);
  if (row === undefined || (row.confirmed_at === null && !mayConfirm)) return false;
  const nowMs = clock();
  const totp = totpOf(secretOf(ring, row), '', '');
  const delta = totp.validate({
    token: typed.replaceAll(/[\s-]/g, ''),
    window: WINDOW,
    timestamp: nowMs,
  });
  if (delta === null) return false;
  const step = BigInt(Math.floor(nowMs / (PERIOD_SECONDS * 1_000)) + delta);
  return useStep(store, personId, step, new Date(nowMs).toISOString());
}

function secretOf(ring: KeyRing, row: AuthenticatorRow): string {
  return unseal(ring, identityOf(row.person_id), { keyId: row.key_id, sealed: row.sealed });
}

/** SHA-1, six digits, thirty seconds: what every app reads. */
function totpOf(base32: string, issuer: string, label: string): TOTP {
  const secret = Secret.fromBase32(base32);
  return new TOTP({ issuer, label, secret, algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS });
}
