import { totpStep } from '../../people/authenticator/totp.ts';
import type { Store } from '../../platform/database/store.ts';
import { type KeyRing, type Sealed, seal, unseal } from '../../platform/keys/key-ring.ts';
import { identityOf } from '../../platform/keys/sealed-columns.ts';
import { type StaffProofRow, useStep } from './staff-proof.sql.ts';

export function sealAuthenticator(ring: KeyRing, proofId: string, secret: string): Sealed {
  return seal(ring, identityOf.staffProof(proofId), secret);
}

/** Tries a code at every authenticator of somebody; each code works once. */
export async function proveCode(
  store: Store,
  ring: KeyRing,
  proofs: readonly StaffProofRow[],
  typed: string,
  nowMs: number,
): Promise<boolean> {
  for (const { proof_id, key_id, sealed } of proofs) {
    if (key_id === null || sealed === null) continue;
    const secret = unseal(ring, identityOf.staffProof(proof_id), { keyId: key_id, sealed });
    const step = totpStep(secret, typed, nowMs);
    if (step !== null && (await useStep(store, proof_id, step, nowMs))) return true;
  }
  return false;
}
