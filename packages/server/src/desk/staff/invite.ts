import { randomBytes } from 'node:crypto';
import type { BodyOf } from '@roadbook/api/operation';
import type * as operations from '@roadbook/api/operations/desk-session';
import { isStaffPasswordWeak, type StaffProof } from '@roadbook/domain/person/staff-entry';
import type { StaffRole } from '@roadbook/domain/person/staff-role';
import { renderSVG } from 'uqr';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import { makeTotpSecret, totpStep, totpUri } from '../../people/authenticator/totp.ts';
import { tokenHash } from '../../people/session.ts';
import { uuidV7 } from '../../platform/database/uuid.ts';
import { type KeyRing, seal, unseal } from '../../platform/keys/key-ring.ts';
import { identityOf } from '../../platform/keys/sealed-columns.ts';
import { sealAuthenticator } from './authenticator.ts';
import { type Arrival, countTry, note } from './enter.ts';
import { madePasskey, makePasskeyOptions, type PasskeyPlace } from './passkey.ts';
import {
  insertStaff,
  type StaffRow,
  setStaffPassword,
  staffOfEmail,
  staffOfId,
} from './staff.sql.ts';
import { type StaffName, sealStaff, staffEmailHash, unsealStaff } from './staff.ts';
import {
  insertStaffInvitation,
  type StaffInvitationRow,
  setInvitationChallenge,
  staffInvitationOf,
  useStaffInvitation,
} from './staff-invitation.sql.ts';
import { hashPassword } from './staff-password.ts';
import { insertStaffProof, type NewStaffProof } from './staff-proof.sql.ts';
import { openStaffSession } from './staff-session.ts';

export type Invited =
  | { readonly outcome: 'invited'; readonly staffId: string; readonly token: string }
  | { readonly outcome: 'closed' }
  | { readonly outcome: 'by-provider' };

/**
 * Makes an account, or finds the one with this email, and an invitation to it. The token is
 * returned once; its hash is kept. Somebody who lost every proof is invited again.
 */
export async function inviteStaff(
  { store, ring, clock }: Pick<Shell, 'store' | 'ring' | 'clock'>,
  invited: StaffName & { readonly role: StaffRole },
  madeBy: string,
): Promise<Invited> {
  const emailHash = staffEmailHash(ring, invited.email);
  const known = await staffOfEmail(store, emailHash);
  if (known !== undefined && known.disabled_at !== null) return { outcome: 'closed' };
  if (known?.source === 'oidc') return { outcome: 'by-provider' };
  const staffId = known?.staff_id ?? uuidV7(clock());
  if (known === undefined) {
    const { name, email, role } = invited;
    const sealed = sealStaff(ring, staffId, { name, email: email.trim() });
    const ids = { staffId, emailHash, subjectHash: null, role, source: 'local' } as const;
    await insertStaff(store, { ...ids, ...sealed }, clock());
  }
  const token = randomBytes(24).toString('base64url');
  const hash = tokenHash(token);
  const { keyId, sealed } = seal(ring, identityOf.staffInvitation(hash), makeTotpSecret());
  const row = { token_hash: hash, staff_id: staffId, key_id: keyId, sealed };
  await insertStaffInvitation(store, row, madeBy, clock());
  return { outcome: 'invited', staffId, token };
}

/** Who an invitation is for, with the authenticator that goes with it. */
export async function lookAtInvitation(shell: Shell, token: string, network: string) {
  const { invitation, staff } = await opened(shell, token, network);
  const { name, email } = unsealStaff(shell.ring, staff);
  const secret = secretOf(shell.ring, invitation);
  const uri = totpUri(secret, `${shell.lender.brand.name} desk`, email);
  const picture = renderSVG(uri, { border: 2 });
  return { name, email, role: staff.role, authenticator: { secret, uri, picture } };
}

export async function invitationPasskey(
  shell: Shell,
  token: string,
  network: string,
  place: PasskeyPlace,
) {
  const { invitation, staff } = await opened(shell, token, network);
  const who = { staffId: staff.staff_id, ...unsealStaff(shell.ring, staff) };
  const options = await makePasskeyOptions(place, who, shell.lender.brand.name, []);
  await setInvitationChallenge(shell.store, invitation.token_hash, options.challenge);
  return options;
}

/** Sets password and second proof and opens the first session, or throws the problem. */
export async function acceptInvitation(
  shell: Shell,
  { token, password, proof }: BodyOf<typeof operations.acceptStaffInvitation>,
  arrival: Arrival,
): Promise<string> {
  const { store, clock } = shell;
  const { invitation, staff } = await opened(shell, token, arrival.network);
  const staffId = staff.staff_id;
  if (isStaffPasswordWeak(password, unsealStaff(shell.ring, staff))) {
    throw new ProblemError('staff-password-weak');
  }
  const { row, lastStep } =
    proof.kind === 'authenticator'
      ? authenticatorOf(shell, invitation, proof.code)
      : await passkeyOf(shell, invitation, proof, arrival);
  const passwordHash = await hashPassword(password);
  const nowMs = clock();
  const isFirst = await store.transaction(async (tx) => {
    if (!(await useStaffInvitation(tx, invitation.token_hash, nowMs))) return false;
    await setStaffPassword(tx, staffId, passwordHash);
    return insertStaffProof(tx, row, lastStep, nowMs);
  });
  if (!isFirst) throw new ProblemError('invitation-refused');
  const proven: StaffProof[] = ['password', proof.kind];
  const session = { staffId, device: arrival.device, proven, provider: null };
  const sessionToken = await openStaffSession(store, session, nowMs);
  await note(shell, 'signed-in', `staff:${staffId}`, arrival);
  return sessionToken;
}

type WithStep = { readonly row: NewStaffProof; readonly lastStep: number };

function authenticatorOf(shell: Shell, invitation: StaffInvitationRow, code: string): WithStep {
  const secret = secretOf(shell.ring, invitation);
  const step = totpStep(secret, code, shell.clock());
  if (step === null) throw new ProblemError('proof-refused');
  const proofId = uuidV7(shell.clock());
  const sealed = sealAuthenticator(shell.ring, proofId, secret);
  const staffId = invitation.staff_id;
  const row = {
    proofId,
    staffId,
    kind: 'authenticator',
    name: 'Authenticator',
    ...sealed,
  } as const;
  return { row, lastStep: step };
}

async function passkeyOf(
  shell: Shell,
  { challenge, staff_id: staffId }: StaffInvitationRow,
  proof: Extract<
    BodyOf<typeof operations.acceptStaffInvitation>['proof'],
    { readonly kind: 'passkey' }
  >,
  place: PasskeyPlace,
): Promise<WithStep> {
  const made = challenge === null ? null : await madePasskey(place, challenge, proof.credential);
  if (made === null) throw new ProblemError('proof-refused');
  const proofId = uuidV7(shell.clock());
  return { row: { proofId, staffId, kind: 'passkey', name: proof.name, ...made }, lastStep: 0 };
}

function secretOf(ring: KeyRing, { token_hash, key_id, sealed }: StaffInvitationRow): string {
  return unseal(ring, identityOf.staffInvitation(token_hash), { keyId: key_id, sealed });
}

async function opened(
  shell: Shell,
  token: string,
  network: string,
): Promise<{ readonly invitation: StaffInvitationRow; readonly staff: StaffRow }> {
  await countTry(shell, network, null);
  const invitation = await staffInvitationOf(shell.store, tokenHash(token), shell.clock());
  const staff =
    invitation === undefined ? undefined : await staffOfId(shell.store, invitation.staff_id);
  if (invitation === undefined || staff === undefined) throw new ProblemError('invitation-refused');
  return { invitation, staff };
}
