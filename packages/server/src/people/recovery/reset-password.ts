import { recoveryTimes } from '../../lender/recovery-times.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import type { Queryable } from '../../platform/database/store.ts';
import { uuidV7 } from '../../platform/database/uuid.ts';
import { admitAttempt, networkBucket } from '../admit-attempt.ts';
import { beginCeremony, findCeremony, rememberTyped } from '../ceremony/ceremony.ts';
import {
  ceremonyFor,
  endIn,
  openIn,
  type Progress,
  stepNow,
  waysOf,
} from '../ceremony/progress.ts';
import type { Begun } from '../ceremony/prove.ts';
import { credentialOfLogin } from '../credential.sql.ts';
import { insertPersonHold } from '../holds/person-hold.sql.ts';
import { networkHash } from '../network.ts';
import { loginHash } from '../person.ts';
import { NOTHING_ON_FILE } from '../proofs/proofs-on-file.ts';
import { setNewPassword } from '../sign-in/new-password.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import type { ThrottleRule } from '../throttle.sql.ts';

import { endRecoveries, forgetProofs } from './recovery-code.sql.ts';
import { demandNotStopped } from './recovery-stopped.ts';

const PER_NETWORK: ThrottleRule = { attempts: 30, windowSeconds: 900 };

/** Counts what a network may begin without a session. */
export function countNetwork(
  shell: Pick<Shell, 'store' | 'ring' | 'clock'>,
  what: string,
  { network }: Pick<Visitor, 'network'>,
): Promise<void> {
  return admitAttempt(shell, networkBucket(shell, what, network), PER_NETWORK);
}

/**
 * Begins to set a new password for a login. Somebody whom nobody knows gets a ceremony as well, in
 * which no code is ever right.
 */
export async function beginReset(shell: Shell, visitor: Visitor, login: string): Promise<string> {
  const { store, ring, clock } = shell;
  await countNetwork(shell, 'reset-network', visitor);
  const hashed = loginHash(ring, login);
  const row = await credentialOfLogin(store, hashed);
  const token = await beginCeremony(
    store,
    {
      purpose: 'reset-password',
      personId: row?.person_id ?? null,
      proven: [],
      networkHash: networkHash(ring, visitor.network),
    },
    clock(),
  );
  const ceremony = await findCeremony(store, token, clock());
  if (ceremony === null) throw new ProblemError('ceremony-over');
  const begun: Begun = { subject: `login:${hashed.toString('hex')}` };
  await rememberTyped(store, ring, ceremony, begun);
  return token;
}

/** Sets the new password when the core says that enough is proven, and lets the person in. */
export async function finishReset(
  shell: Shell,
  visitor: Visitor,
  password: string,
): Promise<Progress> {
  const ceremony = await ceremonyFor(shell, visitor);
  const { step, file } = await stepNow(shell, ceremony, visitor);
  const { personId } = file;
  const isReset = ceremony.purpose === 'reset-password' || ceremony.purpose === 'lost-everything';
  if (step.next !== 'open' || !isReset || personId === null) {
    throw new ProblemError('proof-not-asked', { ways: waysOf(step).join(', ') });
  }
  if (ceremony.purpose === 'reset-password') {
    await setNewPassword(shell, { ...file, personId }, password, null);
    return endIn(shell, ceremony, visitor);
  }
  await demandNotStopped(shell, personId);
  // Nothing that was on file can be counted on: the password has to stand alone from now on.
  const alone = { ...file, personId, onFile: NOTHING_ON_FILE };
  await setNewPassword(shell, alone, password, null, (tx) => comeBack(shell, tx, personId));
  return openIn(shell, ceremony, visitor);
}

/** What somebody lost counts no more, and for a day nothing moves money or letters elsewhere. */
async function comeBack(
  { lender, clock }: Pick<Shell, 'lender' | 'clock'>,
  tx: Queryable,
  personId: string,
): Promise<void> {
  const nowMs = clock();
  await endRecoveries(tx, personId, nowMs);
  await forgetProofs(tx, personId);
  const hold = {
    personId,
    holdId: uuidV7(nowMs),
    kind: 'recovering',
    untilMs: nowMs + recoveryTimes(lender).quietHours * 3_600_000,
    evidence: 'came back after losing everything',
    decidedBy: 'person',
  } as const;
  await insertPersonHold(tx, hold, nowMs);
}
