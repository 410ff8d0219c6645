import { randomInt } from 'node:crypto';
import { recoveryTimes } from '../../lender/recovery-times.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import { type KeyRing, lookupHash } from '../../platform/keys/key-ring.ts';
import { admitAttempt } from '../admit-attempt.ts';
import { fileOf } from '../proofs/proofs-on-file.ts';
import { clearAttempts, type ThrottleRule } from '../throttle.sql.ts';
import { confirmCall, putCallCode } from './recovery-code.sql.ts';
import { tellOfRecovery } from './tell-of-recovery.ts';

const HOUR_MS = 3_600_000;
const DIGITS = 8;
/** Codes that somebody at the desk may mistype for one person. */
const MISHEARD: ThrottleRule = { attempts: 5, windowSeconds: 3_600 };

/** The code of a call is one of a hundred million, and counts for one person only. */
export function callCodeHash(ring: KeyRing, personId: string, code: string): Buffer {
  return lookupHash(ring, 'recovery-call', `${personId} ${code.replaceAll(/\D/g, '')}`);
}

/** Makes the code that the person's page shows and that they read out when they are called. */
export async function makeCallCode(
  { store, ring, clock }: Pick<Shell, 'store' | 'ring' | 'clock'>,
  whose: { readonly personId: string; readonly contractId: string },
): Promise<string> {
  const code = randomInt(10 ** DIGITS)
    .toString()
    .padStart(DIGITS, '0');
  const codeHash = callCodeHash(ring, whose.personId, code);
  await store.transaction((tx) => putCallCode(tx, { ...whose, codeHash }, clock()));
  return code;
}

/** Takes a code that was heard on the telephone: the waiting time begins, and all are told. */
export async function confirmCallCode(
  shell: Shell,
  heard: { readonly personId: string; readonly staffId: string; readonly code: string },
): Promise<{ readonly waitUntil: string }> {
  const { store, ring, lender, clock } = shell;
  const { personId, staffId, code } = heard;
  const bucket = `recovery-call:${personId}`;
  await admitAttempt(shell, bucket, MISHEARD);
  const nowMs = clock();
  const { waitHours } = recoveryTimes(lender);
  const waitUntil = new Date(nowMs + waitHours * HOUR_MS).toISOString();
  const codeHash = callCodeHash(ring, personId, code);
  const isHeard = await store.transaction(async (tx) => {
    if (!(await confirmCall(tx, { personId, staffId, codeHash }, waitUntil, nowMs))) return false;
    await tellOfRecovery(tx, shell, await fileOf({ ...shell, store: tx }, personId), waitUntil);
    return true;
  });
  if (!isHeard) throw new ProblemError('call-code-wrong');
  await clearAttempts(store, bucket);
  return { waitUntil };
}
