import { hash, verify } from '@node-rs/argon2';
import type { Store } from '../platform/database/store.ts';
import { type KeyRing, lookupHash } from '../platform/keys/key-ring.ts';
import { credentialOfLogin, passwordHashOf } from './credential.sql.ts';
import { loginHash } from './person.ts';
import { ARGON2 } from './set-credential.ts';
import { clearAttempts, countAttempt, type ThrottleRule } from './throttle.sql.ts';

export type SignInOutcome =
  | { readonly outcome: 'signed-in'; readonly personId: string }
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'throttled'; readonly seconds: number };

const PER_LOGIN: ThrottleRule = { attempts: 10, windowSeconds: 900 };
const PER_NETWORK: ThrottleRule = { attempts: 100, windowSeconds: 900 };

let decoy: Promise<string> | null = null;

/**
 * Checks a login and a password. An unknown login takes as long as a wrong password and says the
 * same; attempts are counted per login and per network before anything is hashed.
 */
export async function signIn(
  store: Store,
  ring: KeyRing,
  attempt: { readonly login: string; readonly password: string; readonly network: string },
  nowMs: number,
): Promise<SignInOutcome> {
  const key = loginHash(ring, attempt.login);
  const loginBucket = `sign-in:${key.toString('hex')}`;
  const network = lookupHash(ring, 'network', attempt.network).toString('hex');
  const waits = [
    await countAttempt(store, loginBucket, PER_LOGIN, nowMs),
    await countAttempt(store, `sign-in-network:${network}`, PER_NETWORK, nowMs),
  ];
  const seconds = Math.max(...waits);
  if (seconds > 0) return { outcome: 'throttled', seconds };
  const row = await credentialOfLogin(store, key);
  decoy ??= hash('nobody has this password', ARGON2);
  const matches = await verify(row?.password_hash ?? (await decoy), attempt.password);
  if (row === undefined || !matches) return { outcome: 'refused' };
  await clearAttempts(store, loginBucket);
  return { outcome: 'signed-in', personId: row.person_id };
}

/** Checks the password of somebody signed in, throttled per person. */
export async function confirmPassword(
  store: Store,
  personId: string,
  password: string,
  nowMs: number,
): Promise<SignInOutcome> {
  const bucket = `confirm:${personId}`;
  const seconds = await countAttempt(store, bucket, PER_LOGIN, nowMs);
  if (seconds > 0) return { outcome: 'throttled', seconds };
  const passwordHash = await passwordHashOf(store, personId);
  if (passwordHash === undefined || !(await verify(passwordHash, password))) {
    return { outcome: 'refused' };
  }
  await clearAttempts(store, bucket);
  return { outcome: 'signed-in', personId };
}
