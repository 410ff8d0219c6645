import { type Ceremony, type NextStep, nextStep } from '@roadbook/domain/person/ceremony';
import type { FreshProof } from '@roadbook/domain/person/step-up';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import { recordAct } from '../audit-trail.sql.ts';
import { deviceHash, makeDevice } from '../device.ts';
import { keepGreeting } from '../greeting.ts';
import { rememberArrival } from '../known-device.sql.ts';
import { networkHash } from '../network.ts';
import { calledBy } from '../person.ts';
import { isKnownDevice, personHolds } from '../proofs/proofs-on-file.sql.ts';
import { fileOf, type PersonFile } from '../proofs/proofs-on-file.ts';
import { tellOfNewDevice } from '../security-notices/security-notice.ts';
import {
  ABSOLUTE_MS,
  type CustomerSession,
  closeSession,
  IDLE_MS,
  openSession,
  tokenHash,
} from '../session.ts';
import { deviceName } from './device-name.ts';
import type { Visitor } from './visitor.ts';

/** A session that has just been opened: its token, and how long it can last at most. */
export type SignedIn = CustomerSession & {
  readonly token: string;
  /** The device cookie that the browser is to keep. */
  readonly device: string;
  readonly lastsMs: number;
};

/** What somebody claims, as far as it is proven. */
export type Claim = Pick<Ceremony, 'purpose' | 'proven' | 'waitIsOver'> & {
  readonly personId: string | null;
};

export type ClaimStep = {
  readonly step: NextStep;
  readonly file: PersonFile;
  /** Whether the person has signed in by this browser before. */
  readonly isKnown: boolean;
};

/**
 * What a claim needs next. The demonstration's customers waive the second proof: for them every
 * device is a known one.
 */
export async function stepOfClaim(
  shell: Shell,
  claim: Claim,
  visitor: Pick<Visitor, 'device'>,
): Promise<ClaimStep> {
  const file = await fileOf(shell, claim.personId);
  const hashed = deviceHash(shell.ring, visitor.device);
  const isKnown = await isKnownDevice(shell.store, claim.personId, hashed);
  const isAtHome = isKnown || file.waivesSecond;
  const step = nextStep({ ...claim, onFile: file.onFile, isKnownDevice: isAtHome });
  return { step, file, isKnown };
}

/**
 * The one way to a session of a customer: it asks the core whether enough is proven, and opens
 * nothing otherwise. The session that the browser had until now ends.
 */
export async function openIfProven(
  shell: Shell,
  claim: Claim,
  visitor: Visitor,
): Promise<ClaimStep & { readonly signedIn: SignedIn | null }> {
  const found = await stepOfClaim(shell, claim, visitor);
  const { personId } = claim;
  if (found.step.next !== 'open' || personId === null) return { ...found, signedIn: null };
  const { store, ring, clock } = shell;
  const holds = await personHolds(store, personId, clock());
  if (holds.some(({ kind }) => kind === 'closed' || kind === 'access')) {
    throw new ProblemError('access-closed');
  }
  const { earlierToken } = visitor;
  if (earlierToken !== null) await closeSession(store, { tokenHash: tokenHash(earlierToken) });
  const device =
    deviceHash(ring, visitor.device) === null ? makeDevice(ring) : (visitor.device ?? '');
  const nowMs = clock();
  const origin = {
    device: deviceName(visitor.userAgent),
    deviceHash: deviceHash(ring, device) ?? Buffer.alloc(0),
    networkHash: networkHash(ring, visitor.network),
  };
  const proven = claim.proven.map((proof): FreshProof => ({ proof, atMs: nowMs }));
  const token = await openSession(store, personId, nowMs, {
    ...origin,
    proven: JSON.stringify(proven),
  });
  if (!found.isKnown && found.file.devices > 0 && !found.file.waivesSecond) {
    await tellOfNewDevice(shell, found.file, origin.device);
  }
  await rememberArrival(store, personId, origin, nowMs);
  const act = { what: 'signed-in', subject: `person:${personId}` } as const;
  await recordAct(store, { ...act, networkHash: origin.networkHash }, nowMs);
  const hashed = tokenHash(token);
  if (found.file.person !== null) keepGreeting(hashed, calledBy(found.file.person));
  const lasts = {
    lastsMs: ABSOLUTE_MS,
    endsMs: nowMs + IDLE_MS,
    endsAtLatestMs: nowMs + ABSOLUTE_MS,
  };
  return { ...found, signedIn: { personId, token, tokenHash: hashed, device, ...lasts } };
}
