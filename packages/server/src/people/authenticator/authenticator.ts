import type { Shell } from '../../operation/shell.ts';
import { type KeyRing, seal, unseal } from '../../platform/keys/key-ring.ts';
import { identityOf } from '../../platform/keys/sealed-columns.ts';
import {
  type AuthenticatorRow,
  authenticatorOf,
  putAuthenticator,
  useStep,
} from './authenticator.sql.ts';
import { makeTotpSecret, totpStep, totpUri } from './totp.ts';

/** What an app reads: the address behind the picture, and the secret to type where none can. */
export type AppSecret = { readonly uri: string; readonly secret: string };

/** Begins an authenticator app; null when a confirmed one is there already. */
export async function beginApp(
  { store, ring, lender, clock }: Pick<Shell, 'store' | 'ring' | 'lender' | 'clock'>,
  personId: string,
  userName: string,
): Promise<AppSecret | null> {
  const secret = makeTotpSecret();
  const sealed = seal(ring, identityOf.authenticator(personId), secret);
  if (!(await putAuthenticator(store, personId, sealed, clock()))) return null;
  return { uri: totpUri(secret, lender.brand.name, userName), secret };
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
  const step = totpStep(secretOf(ring, row), typed, nowMs);
  return step !== null && useStep(store, personId, BigInt(step), new Date(nowMs).toISOString());
}

function secretOf(ring: KeyRing, row: AuthenticatorRow): string {
  return unseal(ring, identityOf.authenticator(row.person_id), {
    keyId: row.key_id,
    sealed: row.sealed,
  });
}
