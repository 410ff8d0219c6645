import { decode, encode } from '@roadbook/api/wire';
import { ProblemError } from '../../operation/problem-error.ts';
import { type KeyRing, seal, unseal } from '../../platform/keys/key-ring.ts';

/** For how long contract number and ZIP code open a contract for payment. */
export const PASS_MINUTES = 30;

type Pass = { readonly contractId: string; readonly untilMs: number };

const IDENTITY = 'guest-pass';

/** A pass for one contract, sealed: whoever holds it can pay, and read nothing from it. */
export function makePass(ring: KeyRing, contractId: string, nowMs: number): string {
  const pass: Pass = { contractId, untilMs: nowMs + PASS_MINUTES * 60_000 };
  const { keyId, sealed } = seal(ring, IDENTITY, encode(pass));
  return `${keyId}.${sealed.toString('base64url')}`;
}

/** The contract that a pass opens. Throws `guest-pass-over` for one that is old or not ours. */
export function contractOfPass(ring: KeyRing, pass: string, nowMs: number): string {
  const [keyId = '', sealed = ''] = pass.split('.');
  const opened = openPass(ring, keyId, sealed);
  if (opened === null || opened.untilMs < nowMs) {
    throw new ProblemError('guest-pass-over', { minutes: PASS_MINUTES.toString() });
  }
  return opened.contractId;
}

function openPass(ring: KeyRing, keyId: string, sealed: string): Pass | null {
  try {
    return decode<Pass>(
      unseal(ring, IDENTITY, { keyId, sealed: Buffer.from(sealed, 'base64url') }),
    );
  } catch {
    return null;
  }
}
