import {
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import { deviceName } from '../sign-in/device-name.ts';
import { authenticatorName } from './authenticator-name.ts';
import { makeChallenge, type Site, useChallenge } from './challenge.ts';
import { transportsOf } from './check-passkey.ts';
import type { PasskeyRow } from './passkey.sql.ts';

export const PASSKEYS_MAX = 20;

/** Where the portal is and what the browser says of itself: only HTTP knows. */
export type From = { readonly site: Site; readonly userAgent: string };

/** Whose a new passkey is to be. */
export type PasskeyOwner = {
  readonly handle: Buffer;
  /** What the person signs in by. */
  readonly name: string;
  readonly displayName: string;
  /** The passkeys that the person has already. */
  readonly own: readonly PasskeyRow[];
};

/** What a browser needs to make a passkey, with a challenge of a scope. */
export async function newPasskeyOptions(
  shell: Shell,
  site: Site,
  scope: Buffer,
  owner: PasskeyOwner,
): Promise<Record<string, unknown>> {
  const options = await generateRegistrationOptions({
    rpName: shell.lender.brand.name,
    rpID: site.rpId,
    userName: owner.name,
    userDisplayName: owner.displayName,
    userID: new Uint8Array(owner.handle),
    challenge: new Uint8Array(await makeChallenge(shell, scope)),
    attestationType: 'none',
    excludeCredentials: owner.own.map((row) => ({
      id: row.credential_id.toString('base64url'),
      transports: transportsOf(row),
    })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return JSON.parse(JSON.stringify(options)) as Record<string, unknown>;
}

/** Reads what an authenticator answered when it made a passkey; refuses what does not count. */
export async function readNewPasskey(
  shell: Shell,
  { site, userAgent }: From,
  scope: Buffer,
  answer: unknown,
): Promise<Omit<PasskeyRow, 'person_id' | 'last_used_at'>> {
  const verified = await verifyRegistrationResponse({
    response: answer as RegistrationResponseJSON,
    expectedChallenge: (challenge) => useChallenge(shell, scope, challenge),
    expectedOrigin: site.origin,
    expectedRPID: site.rpId,
    requireUserVerification: true,
  }).catch(() => null);
  if (verified === null || !verified.verified) throw new ProblemError('passkey-refused');
  const { credential, aaguid, credentialBackedUp } = verified.registrationInfo;
  return {
    credential_id: Buffer.from(credential.id, 'base64url'),
    public_key: Buffer.from(credential.publicKey),
    counter: BigInt(credential.counter),
    transports: JSON.stringify(credential.transports ?? []),
    aaguid,
    name: authenticatorName(aaguid, deviceName(userAgent)),
    backed_up: credentialBackedUp,
    created_at: new Date(shell.clock()).toISOString(),
  };
}
