import { randomBytes } from 'node:crypto';
import type { BodyOf } from '@roadbook/api/operation';
import type * as operations from '@roadbook/api/operations/desk-session';
import { type StaffProof, staffMayEnter } from '@roadbook/domain/person/staff-entry';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import { admitAttempt, networkBucket } from '../../people/admit-attempt.ts';
import { recordAct } from '../../people/audit-trail.sql.ts';
import { networkHash } from '../../people/network.ts';
import { tokenHash } from '../../people/session.ts';
import { clearAttempts, type ThrottleRule } from '../../people/throttle.sql.ts';
import { proveCode } from './authenticator.ts';
import { type PasskeyPlace, provePasskey, usePasskeyOptions } from './passkey.ts';
import { staffOfEmail, staffOfId } from './staff.sql.ts';
import { staffEmailHash } from './staff.ts';
import {
  endStaffCeremony,
  insertStaffCeremony,
  STAFF_CEREMONY_MS,
  type StaffCeremonyRow,
  setCeremonyChallenge,
  tryStaffCeremony,
} from './staff-ceremony.sql.ts';
import { isPassword } from './staff-password.ts';
import { proofsOfStaff } from './staff-proof.sql.ts';
import { openStaffSession } from './staff-session.ts';

/** Where somebody comes from: what only HTTP knows. */
export type Arrival = PasskeyPlace & {
  readonly network: string;
  readonly device: string;
  /** The token of a sign-in that has begun, from its cookie. */
  readonly ceremony: string | null;
};

/** A cookie to set: a sign-in that goes on, or a session that has opened. */
export type Begun<T> = { readonly answer: T; readonly ceremony: string | null };

const PER_ACCOUNT: ThrottleRule = { attempts: 10, windowSeconds: 900 };
const PER_NETWORK: ThrottleRule = { attempts: 100, windowSeconds: 900 };
export const CEREMONY_SECONDS = STAFF_CEREMONY_MS / 1_000;

/** Counts a try of a network, and of an account where one is named, before anything is hashed. */
export async function countTry(
  shell: Shell,
  network: string,
  account: string | null,
): Promise<void> {
  await admitAttempt(shell, networkBucket(shell, 'desk-network', network), PER_NETWORK);
  if (account !== null) await admitAttempt(shell, `desk:${account}`, PER_ACCOUNT);
}

/** Email and password: the first step. It opens nothing; it says which proof may follow. */
export async function beginSignIn(
  shell: Shell,
  { email, password }: BodyOf<typeof operations.deskSignIn>,
  arrival: Arrival,
): Promise<Begun<{ oneOf: ('authenticator' | 'passkey')[] }>> {
  const { store, ring } = shell;
  const emailHash = staffEmailHash(ring, email);
  await countTry(shell, arrival.network, emailHash.toString('hex'));
  const row = await staffOfEmail(store, emailHash);
  const open = row?.disabled_at === null ? row : undefined;
  const isRight = await isPassword(open?.password_hash ?? null, password);
  if (open === undefined || !isRight) {
    await note(shell, 'sign-in-refused', `desk:${emailHash.toString('hex')}`, arrival);
    throw new ProblemError('desk-sign-in-refused');
  }
  await clearAttempts(store, `desk:${emailHash.toString('hex')}`);
  const kinds = new Set((await proofsOfStaff(store, open.staff_id)).map(({ kind }) => kind));
  const oneOf = (['authenticator', 'passkey'] as const).filter((kind) => kinds.has(kind));
  const token = await begin(shell, { staff_id: open.staff_id, proven: '["password"]' });
  return { answer: { oneOf }, ceremony: token };
}

/** What a browser needs to use a passkey: in a sign-in that has begun, or as its first step. */
export async function beginPasskey(
  shell: Shell,
  arrival: Arrival,
): Promise<Begun<Awaited<ReturnType<typeof usePasskeyOptions>>>> {
  await countTry(shell, arrival.network, null);
  const options = await usePasskeyOptions(arrival);
  const { challenge } = options;
  const goesOn =
    arrival.ceremony !== null &&
    (await setCeremonyChallenge(
      shell.store,
      tokenHash(arrival.ceremony),
      challenge,
      shell.clock(),
    ));
  const token = goesOn ? null : await begin(shell, { staff_id: null, proven: '[]', challenge });
  return { answer: options, ceremony: token };
}

async function begin(shell: Shell, ceremony: Partial<StaffCeremonyRow>): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await insertStaffCeremony(
    shell.store,
    {
      staff_id: null,
      proven: '[]',
      challenge: null,
      key_id: null,
      sealed: null,
      ...ceremony,
      token_hash: tokenHash(token),
    },
    shell.clock(),
  );
  return token;
}

/** The code of an authenticator after the password. Returns the token of the session. */
export async function proveByCode(shell: Shell, code: string, arrival: Arrival): Promise<string> {
  const { store, ring, clock } = shell;
  const ceremony = await ceremonyOf(shell, arrival);
  const staffId = ceremony.staff_id;
  if (staffId === null) throw new ProblemError('sign-in-expired');
  await countTry(shell, arrival.network, `code:${staffId}`);
  const proofs = await proofsOfStaff(store, staffId);
  if (!(await proveCode(store, ring, proofs, code, clock()))) {
    await note(shell, 'sign-in-refused', `staff:${staffId}`, arrival);
    throw new ProblemError('proof-refused');
  }
  await clearAttempts(store, `desk:code:${staffId}`);
  return finish(shell, ceremony, staffId, 'authenticator', arrival);
}

/** A passkey, alone or after the password. Returns the token of the session. */
export async function proveByPasskey(
  shell: Shell,
  { credential }: BodyOf<typeof operations.deskProvePasskey>,
  arrival: Arrival,
): Promise<string> {
  const { store, clock } = shell;
  await countTry(shell, arrival.network, null);
  const ceremony = await ceremonyOf(shell, arrival);
  if (ceremony.challenge === null) throw new ProblemError('sign-in-expired');
  const staffId = await provePasskey(store, arrival, ceremony.challenge, credential, clock());
  const isTheirs = ceremony.staff_id === null || ceremony.staff_id === staffId;
  if (staffId === null || !isTheirs) {
    await note(shell, 'sign-in-refused', `staff:${ceremony.staff_id ?? 'unknown'}`, arrival);
    throw new ProblemError('proof-refused');
  }
  return finish(shell, ceremony, staffId, 'passkey', arrival);
}

async function ceremonyOf(shell: Shell, { ceremony }: Arrival): Promise<StaffCeremonyRow> {
  const row =
    ceremony === null
      ? undefined
      : await tryStaffCeremony(shell.store, tokenHash(ceremony), shell.clock());
  if (row === undefined) throw new ProblemError('sign-in-expired');
  return row;
}

async function finish(
  shell: Shell,
  ceremony: StaffCeremonyRow,
  staffId: string,
  proof: StaffProof,
  arrival: Arrival,
): Promise<string> {
  const { store, clock } = shell;
  const proven = [...(JSON.parse(ceremony.proven) as StaffProof[]), proof];
  if (!staffMayEnter(proven)) throw new ProblemError('sign-in-expired');
  const row = await staffOfId(store, staffId);
  // One sign-in opens one session, whoever sends the last step twice.
  const isFirst = await endStaffCeremony(store, ceremony.token_hash);
  if (row?.disabled_at !== null || !isFirst) throw new ProblemError('sign-in-expired');
  const session = { staffId, device: arrival.device, proven, provider: null };
  const token = await openStaffSession(store, session, clock());
  await note(shell, 'signed-in', `staff:${staffId}`, arrival);
  return token;
}

export function note(
  { store, ring, clock }: Shell,
  what: 'signed-in' | 'sign-in-refused' | 'signed-out',
  subject: string,
  { network }: Pick<Arrival, 'network'>,
): Promise<void> {
  return recordAct(store, { what, subject, networkHash: networkHash(ring, network) }, clock());
}
