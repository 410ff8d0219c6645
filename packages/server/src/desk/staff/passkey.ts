import type { MadePasskey, UsedPasskey } from '@roadbook/api/schema/desk-session';
import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { z } from 'zod';
import type { Store } from '../../platform/database/store.ts';
import { countPasskeyUse, passkeyOfStaff, type StaffProofRow } from './staff-proof.sql.ts';

/** Where a passkey is used: the origin that the browser tells, which was checked before. */
export type PasskeyPlace = { readonly origin: string };

const hostOf = ({ origin }: PasskeyPlace): string => new URL(origin).hostname;

/** What a browser needs to use any passkey it has for this desk. */
export async function usePasskeyOptions(place: PasskeyPlace) {
  const wanted = { rpID: hostOf(place), userVerification: 'required' } as const;
  return { ...(await generateAuthenticationOptions(wanted)) };
}

/** What a browser needs to make a passkey; those somebody has already are not made twice. */
export async function makePasskeyOptions(
  place: PasskeyPlace,
  staff: { readonly staffId: string; readonly email: string; readonly name: string },
  lender: string,
  known: readonly StaffProofRow[],
) {
  const options = await generateRegistrationOptions({
    rpID: hostOf(place),
    rpName: lender,
    userName: staff.email,
    userDisplayName: staff.name,
    userID: new TextEncoder().encode(staff.staffId),
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: known.flatMap(({ credential_id }) =>
      credential_id === null ? [] : [{ id: credential_id.toString('base64url') }],
    ),
  });
  return { ...options };
}

export type NewPasskey = {
  readonly credentialId: Buffer;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: string;
};

/** The passkey that a browser has made for a challenge, or null where it proves nothing. */
export async function madePasskey(
  place: PasskeyPlace,
  challenge: string,
  made: z.output<typeof MadePasskey>,
): Promise<NewPasskey | null> {
  const verified = await verifyRegistrationResponse({
    response: made as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: place.origin,
    expectedRPID: hostOf(place),
    requireUserVerification: true,
  }).catch(() => null);
  if (verified === null || !verified.verified) return null;
  const { id, publicKey, counter } = verified.registrationInfo.credential;
  return {
    credentialId: Buffer.from(id, 'base64url'),
    publicKey: Buffer.from(publicKey),
    counter,
    transports: (made.response.transports ?? []).join(' '),
  };
}

/** Whose passkey was used for a challenge, or null where it proves nothing. */
export async function provePasskey(
  store: Store,
  place: PasskeyPlace,
  challenge: string,
  used: z.output<typeof UsedPasskey>,
  nowMs: number,
): Promise<string | null> {
  const row = await passkeyOfStaff(store, Buffer.from(used.id, 'base64url'));
  if (row?.public_key == null || row.credential_id === null) return null;
  const transports = (row.transports ?? '').split(' ').filter((each) => each !== '');
  const verified = await verifyAuthenticationResponse({
    response: used as AuthenticationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: place.origin,
    expectedRPID: hostOf(place),
    requireUserVerification: true,
    credential: {
      id: row.credential_id.toString('base64url'),
      publicKey: new Uint8Array(row.public_key),
      counter: Number(row.counter),
      transports: transports as AuthenticatorTransport[],
    },
  }).catch(() => null);
  if (verified === null || !verified.verified) return null;
  await countPasskeyUse(store, row.proof_id, verified.authenticationInfo.newCounter, nowMs);
  return row.staff_id;
}
