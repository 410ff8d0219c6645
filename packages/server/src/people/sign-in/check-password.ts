import { hash, verify } from '@node-rs/argon2';
import { normalizedPassword } from '@roadbook/domain/person/password-rule';
import type { Store } from '../../platform/database/store.ts';
import type { KeyRing } from '../../platform/keys/key-ring.ts';
import { recordAct } from '../audit-trail.sql.ts';
import { credentialOfLogin, passwordHashOf } from '../credential.sql.ts';
import { deviceHash } from '../device.ts';
import { type Arrival, knownAt } from '../known-device.sql.ts';
import { networkHash } from '../network.ts';
import { passwordQueue, QUEUE_FULL } from '../password-queue.ts';
import { loginHash } from '../person.ts';
import { ARGON2 } from '../set-credential.ts';
import { clearAttempts, countAttempt, forgiveAttempt, type ThrottleRule } from '../throttle.sql.ts';

/** What somebody tried, and from where: the address, and the device cookie if there is one. */
export type SignInTry = {
  readonly login: string;
  readonly password: string;
  readonly network: string;
  readonly device: string | null;
};

/** A right password is a proof, and no session. */
export type PasswordOutcome =
  | { readonly outcome: 'right'; readonly personId: string }
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'busy' }
  | { readonly outcome: 'throttled'; readonly seconds: number };

const PER_DOOR: ThrottleRule = { attempts: 10, windowSeconds: 900 };
const PER_NETWORK: ThrottleRule = { attempts: 100, windowSeconds: 900 };

let decoy: Promise<string> | null = null;

/**
 * Checks a login and a password. An unknown login takes as long as a wrong password and says the
 * same. Attempts are counted before anything is hashed, and not where they succeed.
 */
export async function checkPassword(
  store: Store,
  ring: KeyRing,
  attempt: SignInTry,
  nowMs: number,
): Promise<PasswordOutcome> {
  const arrival: Arrival = {
    loginHash: loginHash(ring, attempt.login),
    networkHash: networkHash(ring, attempt.network),
    deviceHash: deviceHash(ring, attempt.device),
  };
  const { own, shared } = await bucketsOf(store, arrival);
  const act = { subject: `login:${hex(arrival.loginHash)}`, networkHash: arrival.networkHash };
  const waitsForOwn = await countAttempt(store, own, PER_DOOR, nowMs);
  const waitsForShared =
    shared === null ? 0 : await countAttempt(store, shared, PER_NETWORK, nowMs);
  const seconds = Math.max(waitsForOwn, waitsForShared);
  if (seconds > 0) {
    // A network that tries login after login is one row, not one for each.
    const subject = waitsForShared > 0 ? 'network' : act.subject;
    await recordAct(store, { ...act, what: 'sign-in-throttled', subject }, nowMs);
    return { outcome: 'throttled', seconds };
  }
  const row = await credentialOfLogin(store, arrival.loginHash);
  decoy ??= hash('nobody has this password', ARGON2);
  const matches = await verified(row?.password_hash ?? (await decoy), attempt.password);
  if (matches === QUEUE_FULL) {
    await forgive(store, [own, shared]);
    return { outcome: 'busy' };
  }
  if (row === undefined || row.password_hash === null || !matches) {
    await recordAct(store, { ...act, what: 'sign-in-refused' }, nowMs);
    return { outcome: 'refused' };
  }
  const personId = row.person_id;
  await clearAttempts(store, own);
  await forgive(store, [shared]);
  return { outcome: 'right', personId };
}

/**
 * The buckets that an attempt counts in. A known browser or network of the person has one of its
 * own, so that strangers cannot keep the person out; strangers share one for each login, and one
 * for each network.
 */
async function bucketsOf(
  store: Store,
  arrival: Arrival,
): Promise<{ readonly own: string; readonly shared: string | null }> {
  const login = hex(arrival.loginHash);
  const network = hex(arrival.networkHash);
  const known = await knownAt(store, arrival);
  if (known.device && arrival.deviceHash !== null) {
    return { own: `sign-in-device:${login}:${hex(arrival.deviceHash)}`, shared: null };
  }
  if (known.network) return { own: `sign-in-known:${login}:${network}`, shared: null };
  return { own: `sign-in:${login}`, shared: `sign-in-network:${network}` };
}

/** Checks the password of somebody signed in, throttled per person. */
export async function confirmPassword(
  store: Store,
  personId: string,
  password: string,
  nowMs: number,
): Promise<PasswordOutcome> {
  const bucket = `confirm:${personId}`;
  const seconds = await countAttempt(store, bucket, PER_DOOR, nowMs);
  if (seconds > 0) return { outcome: 'throttled', seconds };
  const passwordHash = await passwordHashOf(store, personId);
  const matches = passwordHash === null ? false : await verified(passwordHash, password);
  if (matches === QUEUE_FULL) {
    await forgive(store, [bucket]);
    return { outcome: 'busy' };
  }
  if (!matches) {
    const act = { subject: `person:${personId}`, networkHash: Buffer.alloc(0) };
    await recordAct(store, { ...act, what: 'password-refused' }, nowMs);
    return { outcome: 'refused' };
  }
  await clearAttempts(store, bucket);
  return { outcome: 'right', personId };
}

function verified(passwordHash: string, password: string): Promise<boolean | typeof QUEUE_FULL> {
  return passwordQueue(() => verify(passwordHash, normalizedPassword(password)));
}

async function forgive(store: Store, buckets: readonly (string | null)[]): Promise<void> {
  for (const bucket of buckets) if (bucket !== null) await forgiveAttempt(store, bucket);
}

function hex(hashed: Buffer): string {
  return hashed.toString('hex');
}
