import type * as operations from '@roadbook/api/operations/security';
import type { Proof } from '@roadbook/domain/person/proof';
import type { Call, Handler } from '../../operation/handler.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import { admitAttempt } from '../admit-attempt.ts';
import { checkAppCode } from '../authenticator/authenticator.ts';
import { checkRecoveryCode } from '../authenticator/recovery-code.ts';
import { checkCode } from '../ceremony/ceremony.ts';
import type { ProofWay } from '../ceremony/prove.ts';
import { sendCode } from '../ceremony/send-code.ts';
import type { CustomerSession } from '../session.ts';
import { confirmPassword } from '../sign-in/check-password.ts';
import { clearAttempts, countAttempt, type ThrottleRule } from '../throttle.sql.ts';
import {
  proveInSession,
  type Rotated,
  type Standing,
  scopeOf,
  standingOf,
  stepUpState,
} from './step-up.ts';

const GUESSES: ThrottleRule = { attempts: 10, windowSeconds: 900 };
const CODES: ThrottleRule = { attempts: 5, windowSeconds: 900 };

export const getStepUp: Handler<typeof operations.getStepUp, CustomerSession> = async ({
  shell,
  caller,
}) => stepUpState(shell, await standingOf(shell, caller));

export const sendStepUpCode: Handler<typeof operations.sendStepUpCode, CustomerSession> = async ({
  shell,
  caller,
  body: { way },
}) => {
  const standing = await standingOf(shell, caller);
  demandWay(shell, standing, way);
  const bucket = `codes:${caller.personId}`;
  const seconds = await countAttempt(shell.store, bucket, CODES, shell.clock());
  if (seconds > 0) throw new ProblemError('too-many-codes', { seconds: seconds.toString() });
  await sendCode(shell, standing.file, scopeOf(standing.sessionId), way);
  return stepUpState(shell, standing);
};

/** A step that was taken, and the token that the browser is to keep from now on. */
export type SteppedUp = {
  readonly answer: ReturnType<typeof stepUpState>;
  readonly rotated: Rotated;
};

export async function stepUpByPassword({
  shell,
  caller,
  body,
}: Call<typeof operations.stepUpByPassword, CustomerSession>): Promise<SteppedUp> {
  const { store, clock } = shell;
  const outcome = await confirmPassword(store, caller.personId, body.password, clock());
  if (outcome.outcome === 'throttled') {
    throw new ProblemError('too-many-attempts', { seconds: outcome.seconds.toString() });
  }
  if (outcome.outcome === 'busy') throw new ProblemError('busy');
  if (outcome.outcome === 'refused') throw new ProblemError('password-wrong');
  return steppedUp(shell, caller, await standingOf(shell, caller), 'password');
}

export async function stepUpByCode({
  shell,
  caller,
  body: { way, code },
}: Call<typeof operations.stepUpByCode, CustomerSession>): Promise<SteppedUp> {
  const standing = await standingOf(shell, caller);
  demandWay(shell, standing, way);
  const bucket = `step-up:${caller.personId}`;
  await admitAttempt(shell, bucket, GUESSES);
  const outcome = await checkWay(shell, caller, standing, way, code);
  if (outcome !== 'right') {
    throw new ProblemError(outcome === 'wrong' ? 'code-wrong' : 'code-used-up');
  }
  await clearAttempts(shell.store, bucket);
  return steppedUp(shell, caller, standing, way);
}

async function checkWay(
  shell: Shell,
  { personId }: CustomerSession,
  { sessionId }: Standing,
  way: ProofWay,
  code: string,
): Promise<'right' | 'wrong' | 'used-up'> {
  if (way === 'mail-code' || way === 'text-code') {
    const { store, ring, clock } = shell;
    return checkCode(store, ring, { scope: scopeOf(sessionId), proof: way }, code, clock());
  }
  const check = way === 'app' ? checkAppCode : checkRecoveryCode;
  return (await check(shell, personId, code)) ? 'right' : 'wrong';
}

export async function steppedUp(
  shell: Shell,
  caller: CustomerSession,
  standing: Standing,
  proof: Proof,
): Promise<SteppedUp> {
  const rotated = await proveInSession(shell, caller, standing, proof);
  const answer = stepUpState(shell, await standingOf(shell, rotated.caller));
  return { answer, rotated };
}

function demandWay(shell: Shell, standing: Standing, way: Proof): void {
  const { ways } = stepUpState(shell, standing);
  if (!ways.some((each) => each === way)) {
    throw new ProblemError('proof-not-asked', { ways: ways.join(', ') });
  }
}
