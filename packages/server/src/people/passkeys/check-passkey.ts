import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import { makeChallenge, type Site, useChallenge } from './challenge.ts';
import { type PasskeyRow, passkeyById, passkeysOf, usePasskey } from './passkey.sql.ts';

/**
 * What a browser is asked: a passkey of the person, or any passkey of ours where nobody is known.
 * The finger or the code of the device is always asked for.
 */
export async function passkeyOptions(
  shell: Shell,
  { rpId }: Site,
  scope: Buffer,
  personId: string | null,
): Promise<Record<string, unknown>> {
  const own = personId === null ? [] : await passkeysOf(shell.store, personId);
  const challenge = await makeChallenge(shell, scope);
  const options = await generateAuthenticationOptions({
    rpID: rpId,
    challenge: new Uint8Array(challenge),
    userVerification: 'required',
    ...(personId === null
      ? {}
      : {
          allowCredentials: own.map((row) => ({
            id: row.credential_id.toString('base64url'),
            transports: transportsOf(row),
          })),
        }),
  });
  return JSON.parse(JSON.stringify(options)) as Record<string, unknown>;
}

/** Checks what an authenticator answered; whose passkey it is. Throws where it does not count. */
export async function checkPasskey(
  shell: Shell,
  { rpId, origin }: Site,
  scope: Buffer,
  credential: unknown,
): Promise<string> {
  const response = credential as AuthenticationResponseJSON;
  const row = await passkeyById(shell.store, Buffer.from(response.id, 'base64url'));
  if (row === undefined) throw new ProblemError('passkey-refused');
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => useChallenge(shell, scope, challenge),
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification: true,
    credential: {
      id: row.credential_id.toString('base64url'),
      publicKey: new Uint8Array(row.public_key),
      counter: Number(row.counter),
      transports: transportsOf(row),
    },
  }).catch(() => null);
  if (verified === null || !verified.verified) throw new ProblemError('passkey-refused');
  const { newCounter, credentialBackedUp } = verified.authenticationInfo;
  const used = { counter: BigInt(newCounter), backedUp: credentialBackedUp };
  // A counter that did not grow is a copy of the key: two uses at the same time are one too many.
  if (!(await usePasskey(shell.store, row.credential_id, used, shell.clock()))) {
    throw new ProblemError('passkey-refused');
  }
  return row.person_id;
}

export function transportsOf(row: PasskeyRow): AuthenticatorTransport[] {
  return JSON.parse(row.transports) as AuthenticatorTransport[];
}
