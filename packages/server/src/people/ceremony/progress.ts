import type { NextStep } from '@roadbook/domain/person/ceremony';
import type { Proof } from '@roadbook/domain/person/proof';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import { maskMail, maskPhone } from '../proofs/mask.ts';
import type { PersonFile } from '../proofs/proofs-on-file.ts';
import {
  type Claim,
  type ClaimStep,
  openIfProven,
  type SignedIn,
  stepOfClaim,
} from '../sign-in/open-session.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import { endCeremony } from './ceremony.sql.ts';
import { findCeremony, type OpenCeremony } from './ceremony.ts';
import { newMailOf } from './new-mail.ts';

/** How far somebody has come: on in the ceremony, or in. */
export type Progress = {
  readonly state: ReturnType<typeof stateOf> | null;
  readonly signedIn: SignedIn | null;
};

/** The ceremony of a browser; a problem where there is none or its time is over. */
export async function ceremonyFor(
  { store, clock }: Pick<Shell, 'store' | 'clock'>,
  { ceremonyToken }: Pick<Visitor, 'ceremonyToken'>,
): Promise<OpenCeremony> {
  const found = ceremonyToken === null ? null : await findCeremony(store, ceremonyToken, clock());
  if (found === null) throw new ProblemError('ceremony-over');
  return found;
}

export function claimOf(shell: Pick<Shell, 'clock'>, ceremony: OpenCeremony): Claim {
  const { purpose, proven, personId, waitUntilMs } = ceremony;
  return {
    purpose,
    proven,
    personId,
    waitIsOver: waitUntilMs !== null && waitUntilMs <= shell.clock(),
  };
}

export function stepNow(
  shell: Shell,
  ceremony: OpenCeremony,
  visitor: Visitor,
): Promise<ClaimStep> {
  return stepOfClaim(shell, claimOf(shell, ceremony), visitor);
}

/** Refuses a proof that is not asked for now. */
export function demandWay(step: NextStep, way: Proof): void {
  const ways = waysOf(step);
  if (!ways.includes(way)) throw new ProblemError('proof-not-asked', { ways: ways.join(', ') });
}

export function waysOf(step: NextStep): readonly Proof[] {
  return step.next === 'prove' ? step.oneOf : [];
}

/** A ceremony as it travels. Addresses are told, masked, to whoever has proven something. */
export function stateOf(
  shell: Pick<Shell, 'clock' | 'ring'>,
  ceremony: OpenCeremony,
  { step, file }: Pick<ClaimStep, 'step' | 'file'>,
) {
  const { purpose, proven, waitUntilMs, row } = ceremony;
  const { mail, phone } =
    proven.length === 0
      ? NOWHERE
      : purpose === 'register'
        ? toNewMail(shell, ceremony)
        : addressesOf(file);
  return {
    purpose,
    next: step.next,
    ways: [...waysOf(step)],
    mail,
    phone,
    waitUntil: waitUntilMs === null ? null : new Date(waitUntilMs).toISOString(),
    endsInSeconds: Math.max(0, Math.floor((Date.parse(row.expires_at) - shell.clock()) / 1_000)),
  };
}

const NOWHERE = { mail: null, phone: null };

/** Somebody who registers is told the email they typed, and never what is on file. */
function toNewMail(shell: Pick<Shell, 'ring'>, ceremony: OpenCeremony) {
  const email = newMailOf(shell, ceremony);
  return { mail: email === null ? null : maskMail(email), phone: null };
}

/** The addresses that codes go to, masked. */
export function addressesOf({ onFile, person }: Pick<PersonFile, 'onFile' | 'person'>) {
  const { email = null, phone = null } = person ?? {};
  return {
    mail: onFile.mail && email !== null ? maskMail(email) : null,
    phone: onFile.text && phone !== null ? maskPhone(phone) : null,
  };
}

/**
 * Goes on after a proof: signing in ends in a session as soon as enough is proven. Of two requests
 * at the same time one ends the ceremony, and only that one opens a session.
 */
export async function goOn(
  shell: Shell,
  ceremony: OpenCeremony,
  visitor: Visitor,
): Promise<Progress> {
  const found = await stepNow(shell, ceremony, visitor);
  if (found.step.next !== 'open' || ceremony.purpose !== 'sign-in') {
    return { state: stateOf(shell, ceremony, found), signedIn: null };
  }
  return endIn(shell, ceremony, visitor);
}

/** Ends a ceremony in a session, if the core agrees. */
export async function endIn(
  shell: Shell,
  ceremony: OpenCeremony,
  visitor: Visitor,
): Promise<Progress> {
  if (!(await endCeremony(shell.store, ceremony.tokenHash))) {
    throw new ProblemError('ceremony-over');
  }
  return openIn(shell, ceremony, visitor);
}

/** Opens the session of a ceremony that has just been ended, if the core agrees. */
export async function openIn(
  shell: Shell,
  ceremony: OpenCeremony,
  visitor: Visitor,
): Promise<Progress> {
  const { signedIn } = await openIfProven(shell, claimOf(shell, ceremony), visitor);
  if (signedIn === null) throw new ProblemError('ceremony-over');
  return { state: null, signedIn };
}
