import type { Proof } from '@roadbook/domain/person/proof';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import { admitAttempt, networkBucket } from '../admit-attempt.ts';
import { recordAct } from '../audit-trail.sql.ts';
import { checkAppCode } from '../authenticator/authenticator.ts';
import { checkRecoveryCode } from '../authenticator/recovery-code.ts';
import { networkHash } from '../network.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import { clearAttempts, countAttempt, type ThrottleRule } from '../throttle.sql.ts';
import { checkCode, type OpenCeremony, proved, typedOf } from './ceremony.ts';
import { type ContractFacts, peopleOfFacts } from './facts.ts';
import { checkNewMail, newMailOf, scopeOfCode } from './new-mail.ts';
import { ceremonyFor, demandWay, goOn, type Progress, stepNow } from './progress.ts';
import { type CodeWay, sendCode } from './send-code.ts';

/** Guesses of any proof, for each person; a right one forgets them. */
const GUESSES: ThrottleRule = { attempts: 10, windowSeconds: 900 };
/** Codes that are sent, for each person, and for each network. */
const CODES: ThrottleRule = { attempts: 5, windowSeconds: 900 };
const CODES_OF_NETWORK: ThrottleRule = { attempts: 60, windowSeconds: 900 };

/** What a ceremony was begun with, where nobody is known yet: whom its limits are counted for. */
export type Begun = { readonly subject: string };

export type ProofWay = CodeWay | Extract<Proof, 'app' | 'recovery-code'>;

/** Whom guesses and codes are counted for: the same whether or not somebody is known. */
export function subjectOf(shell: Pick<Shell, 'ring'>, ceremony: OpenCeremony): string {
  const begun = typedOf<Begun>(shell.ring, ceremony);
  return begun?.subject ?? ceremony.personId ?? ceremony.tokenHash.toString('hex');
}

/** Sends a code, if one is asked for. Says the same whether or not anybody gets it. */
export async function askForCode(
  shell: Shell,
  visitor: Visitor,
  way: CodeWay,
): Promise<{ readonly ceremony: OpenCeremony }> {
  const ceremony = await ceremonyFor(shell, visitor);
  const { step, file } = await stepNow(shell, ceremony, visitor);
  demandWay(step, way);
  const { store, clock } = shell;
  const buckets = [
    [`codes:${subjectOf(shell, ceremony)}`, CODES],
    [networkBucket(shell, 'codes-network', visitor.network), CODES_OF_NETWORK],
  ] as const;
  for (const [bucket, rule] of buckets) {
    const seconds = await countAttempt(store, bucket, rule, clock());
    if (seconds > 0) throw new ProblemError('too-many-codes', { seconds: seconds.toString() });
  }
  const newMail = way === 'new-mail-code' ? newMailOf(shell, ceremony) : null;
  if (way === 'new-mail-code' && newMail === null) {
    throw new ProblemError('proof-not-asked', { ways: 'email' });
  }
  await sendCode(shell, file, scopeOfCode(ceremony, newMail), way, newMail);
  return { ceremony };
}

/** Checks a code of any way and goes on. */
export async function proveByCode(
  shell: Shell,
  visitor: Visitor,
  way: ProofWay,
  code: string,
): Promise<Progress> {
  const ceremony = await ceremonyFor(shell, visitor);
  demandWay((await stepNow(shell, ceremony, visitor)).step, way);
  await countGuess(shell, ceremony);
  const outcome = await checkWay(shell, ceremony, way, code);
  if (outcome !== 'right') {
    await recordGuess(shell, ceremony, visitor);
    throw new ProblemError(outcome === 'wrong' ? 'code-wrong' : 'code-used-up');
  }
  return proven(shell, ceremony, visitor, way);
}

async function checkWay(
  shell: Shell,
  ceremony: OpenCeremony,
  way: ProofWay,
  code: string,
): Promise<'right' | 'wrong' | 'used-up'> {
  const { personId, tokenHash: scope } = ceremony;
  if (way === 'new-mail-code') return checkNewMail(shell, ceremony, code);
  if (way === 'mail-code' || way === 'text-code') {
    const { store, ring, clock } = shell;
    const outcome = await checkCode(store, ring, { scope, proof: way }, code, clock());
    // Nobody's code is never right, however lucky the guess.
    return personId === null && outcome === 'right' ? 'wrong' : outcome;
  }
  if (personId === null) return 'wrong';
  const check = way === 'app' ? checkAppCode : checkRecoveryCode;
  return (await check(shell, personId, code)) ? 'right' : 'wrong';
}

/** Compares the facts of a contract with the person of the ceremony and goes on. */
export async function proveByFacts(
  shell: Shell,
  visitor: Visitor,
  facts: ContractFacts,
): Promise<Progress> {
  const ceremony = await ceremonyFor(shell, visitor);
  demandWay((await stepNow(shell, ceremony, visitor)).step, 'facts');
  await countGuess(shell, ceremony);
  const people = await peopleOfFacts(shell, facts);
  if (!people.some(({ personId }) => personId === ceremony.personId)) {
    await recordGuess(shell, ceremony, visitor);
    throw new ProblemError('facts-wrong');
  }
  return proven(shell, ceremony, visitor, 'facts');
}

/** Records a right proof and goes on; somebody else's step meanwhile means beginning again. */
export async function proven(
  shell: Shell,
  ceremony: OpenCeremony,
  visitor: Visitor,
  proof: Proof,
  change: { readonly waitUntil?: string } = {},
): Promise<Progress> {
  await clearAttempts(shell.store, guessBucket(shell, ceremony));
  const next = await proved(shell.store, ceremony, proof, change);
  if (next === null) throw new ProblemError('ceremony-over');
  return goOn(shell, next, visitor);
}

/** Counts a guess of whoever is proving something. */
export function countGuess(shell: Shell, ceremony: OpenCeremony): Promise<void> {
  return admitAttempt(shell, guessBucket(shell, ceremony), GUESSES);
}

function guessBucket(shell: Pick<Shell, 'ring'>, ceremony: OpenCeremony): string {
  return `proof:${ceremony.purpose}:${subjectOf(shell, ceremony)}`;
}

export async function recordGuess(
  { store, ring, clock }: Shell,
  { personId }: OpenCeremony,
  visitor: Visitor,
): Promise<void> {
  const subject = personId === null ? 'network' : `person:${personId}`;
  const hashed = networkHash(ring, visitor.network);
  await recordAct(store, { what: 'proof-refused', subject, networkHash: hashed }, clock());
}
