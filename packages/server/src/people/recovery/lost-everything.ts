import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { addDays, date } from '@roadbook/domain/time/calendar';
import { dayAt } from '../../lender/local-time.ts';
import { recoveryTimes } from '../../lender/recovery-times.ts';
import { contractFor } from '../../operation/load-contract.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import { lookupHash } from '../../platform/keys/key-ring.ts';
import { admitAttempt } from '../admit-attempt.ts';
import { recordAct } from '../audit-trail.sql.ts';
import {
  beginCeremony,
  findCeremony,
  type OpenCeremony,
  rememberTyped,
  typedOf,
} from '../ceremony/ceremony.ts';
import { type ContractFacts, peopleOfFacts } from '../ceremony/facts.ts';
import { ceremonyFor, demandWay, type Progress, stepNow } from '../ceremony/progress.ts';
import { type Begun, countGuess, proven, recordGuess } from '../ceremony/prove.ts';
import { sealedNameOf } from '../credential.sql.ts';
import { holdFees } from '../holds/keep-out.ts';
import { invitationHash } from '../invitation-code.ts';
import { networkHash } from '../network.ts';
import type { PersonFile } from '../proofs/proofs-on-file.ts';
import { tellOfSecurity } from '../security-notices/security-notice.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import type { ThrottleRule } from '../throttle.sql.ts';
import { callCodeHash } from './recovery-call.ts';
import { beginWait, recoveryCodeOf } from './recovery-code.sql.ts';
import { askForLetter } from './recovery-letter.ts';
import { demandNotStopped } from './recovery-stopped.ts';
import { countNetwork } from './reset-password.ts';
import { tellOfRecovery } from './tell-of-recovery.ts';

const HOUR_MS = 3_600_000;
/** Guesses of the facts of one contract, from wherever they come. */
const PER_CONTRACT: ThrottleRule = { attempts: 10, windowSeconds: 900 };

/** What somebody has asked for since they showed the facts. */
export type LostEverything = Begun & {
  readonly contractId: string;
  /** A letter is on its way since this day. */
  readonly letterOn: string | null;
  /** The call that was booked, and the code that the page shows for it. */
  readonly call: { readonly code: string; readonly promisedOn: string } | null;
  /** No late fee falls before this day. */
  readonly noFeesUntil: string | null;
};

/**
 * Begins the way back of somebody who has nothing left: by the facts of the contract. It says which
 * facts are wrong to nobody, and opens nothing.
 */
export async function beginLostEverything(
  shell: Shell,
  visitor: Visitor,
  facts: ContractFacts,
): Promise<string> {
  const { store, ring, clock } = shell;
  await countNetwork(shell, 'lost-network', visitor);
  const number = lookupHash(ring, 'lost-contract', facts.contractNumber.trim().toUpperCase());
  await admitAttempt(shell, `lost:${number.toString('hex')}`, PER_CONTRACT);
  const found = await peopleOfFacts(shell, facts);
  const [one] = found;
  const hashed = networkHash(ring, visitor.network);
  // Two people with the same facts are told apart by somebody of the lender.
  if (one === undefined || found.length > 1) {
    const act = { what: 'proof-refused', subject: 'network', networkHash: hashed } as const;
    await recordAct(store, act, clock());
    throw new ProblemError('facts-wrong');
  }
  const { personId, contractId } = one;
  if ((await sealedNameOf(store, personId)) === undefined) throw new ProblemError('no-sign-in-yet');
  await demandNotStopped(shell, personId);
  const begun = {
    purpose: 'lost-everything',
    personId,
    proven: ['facts'],
    networkHash: hashed,
  } as const;
  const token = await beginCeremony(store, begun, clock());
  const ceremony = await findCeremony(store, token, clock());
  if (ceremony === null) throw new ProblemError('ceremony-over');
  await remember(shell, ceremony, {
    subject: personId,
    contractId,
    letterOn: null,
    call: null,
    noFeesUntil: null,
  });
  return token;
}

/** A ceremony of this kind with what was asked for, at the step where a letter or call is due. */
export async function lostCeremony(
  shell: Shell,
  visitor: Visitor,
  way: 'letter' | 'call-back',
): Promise<{
  readonly ceremony: OpenCeremony;
  readonly file: PersonFile & { readonly personId: string };
  readonly asked: LostEverything;
}> {
  const ceremony = await ceremonyFor(shell, visitor);
  const { step, file } = await stepNow(shell, ceremony, visitor);
  demandWay(step, way);
  const { personId } = ceremony;
  const asked = typedOf<LostEverything>(shell.ring, ceremony);
  // A letter is also a step of registration, which asks for it elsewhere.
  if (ceremony.purpose !== 'lost-everything' || personId === null || asked === null) {
    throw new ProblemError('ceremony-over');
  }
  await demandNotStopped(shell, personId);
  return { ceremony, file: { ...file, personId }, asked };
}

export function remember(
  { store, ring }: Pick<Shell, 'store' | 'ring'>,
  ceremony: OpenCeremony,
  asked: LostEverything,
): Promise<void> {
  return rememberTyped(store, ring, ceremony, asked);
}

/** What the page of a ceremony has to say again; a problem where it is no way back. */
export function askedSoFar({ ring }: Pick<Shell, 'ring'>, ceremony: OpenCeremony): LostEverything {
  const isLost = ceremony.purpose === 'lost-everything';
  const asked = isLost ? typedOf<LostEverything>(ring, ceremony) : null;
  if (asked === null) throw new ProblemError('ceremony-over');
  return asked;
}

/** What was asked for, as it travels. */
export function presentAsked({ letterOn, call, noFeesUntil }: LostEverything) {
  return { letterOn, call, noFeesUntil };
}

/** Sends a letter with a code to the address on file; a second wish does not make a second one. */
export async function askRecoveryLetter(shell: Shell, visitor: Visitor): Promise<LostEverything> {
  const { ceremony, file, asked } = await lostCeremony(shell, visitor, 'letter');
  const { personId, person } = file;
  if (person?.street == null) throw new ProblemError('no-address-on-file');
  const { openDay } = await contractFor(shell.store, asked.contractId, personId);
  const letter = await askForLetter(shell, {
    personId,
    contractId: asked.contractId,
    madeBy: null,
  });
  if (letter.isNew) await tellThatSomebodyAsks(shell, file);
  const letterOn = letter.isNew ? openDay : letter.askedOn;
  const until = addDays(date(letterOn), recoveryTimes(shell.lender).letterDays);
  const noFeesUntil = await keepFeesAway(shell, personId, until, openDay);
  const next = { ...asked, letterOn, noFeesUntil: later(noFeesUntil, asked.noFeesUntil) };
  await remember(shell, ceremony, next);
  return next;
}

/** At once, with "this was not me": before any letter or call leads anywhere. */
export async function tellThatSomebodyAsks(shell: Shell, file: PersonFile): Promise<void> {
  await shell.store.transaction((tx) => tellOfSecurity(tx, shell, file, 'recovery-started'));
}

/** While we keep the person waiting no late fee falls; the same day is asked for only once. */
export async function keepFeesAway(
  shell: Shell,
  personId: string,
  until: BusinessDate,
  today: BusinessDate,
): Promise<string | null> {
  if (until <= today) return null;
  await holdFees(shell, {
    personId,
    key: `recovery:${personId}:${until}`,
    until,
    evidence: 'waits for a way back in',
    decidedBy: 'person',
  });
  return until;
}

export function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

/**
 * Takes the code of a letter, or the one that was read out on the telephone. The first time that a
 * letter's code is typed the waiting time begins and every address is told; typed again, in another
 * browser, it goes on where it was.
 */
export async function proveByRecoveryCode(
  shell: Shell,
  visitor: Visitor,
  code: string,
): Promise<Progress> {
  const { store, ring, clock } = shell;
  const { ceremony, file, asked } = await lostCeremony(shell, visitor, 'letter');
  const { personId } = file;
  await countGuess(shell, ceremony);
  const hashes = [invitationHash(ring, code), callCodeHash(ring, personId, code)] as const;
  const typed = await recoveryCodeOf(store, personId, hashes, clock());
  if (typed === null) {
    await recordGuess(shell, ceremony, visitor);
    throw new ProblemError('recovery-code-wrong');
  }
  if (typed.way === 'call-back' && typed.wait_until === null) {
    throw new ProblemError('call-not-made');
  }
  const waitUntil = typed.wait_until ?? (await startWaiting(shell, file, typed.code_hash));
  const { openDay } = await contractFor(store, asked.contractId, personId);
  const until = addDays(date(dayAt(shell.lender, waitUntil)), 1);
  const noFeesUntil = await keepFeesAway(shell, personId, until, openDay);
  await remember(shell, ceremony, {
    ...asked,
    noFeesUntil: later(noFeesUntil, asked.noFeesUntil),
  });
  return proven(shell, ceremony, visitor, typed.way, { waitUntil });
}

async function startWaiting(
  shell: Shell,
  file: PersonFile & { readonly personId: string },
  codeHash: Buffer,
): Promise<string> {
  const { store, lender, clock } = shell;
  const { waitHours } = recoveryTimes(lender);
  const waitUntil = new Date(clock() + waitHours * HOUR_MS).toISOString();
  const isFirst = await store.transaction(async (tx) => {
    if (!(await beginWait(tx, codeHash, waitUntil))) return false;
    await tellOfRecovery(tx, shell, file, waitUntil);
    return true;
  });
  // Two browsers at the same moment: the other one has begun the wait.
  if (!isFirst) throw new ProblemError('ceremony-over');
  return waitUntil;
}
