import { randomBytes } from 'node:crypto';
import type * as operations from '@roadbook/api/operations/passkeys';
import {
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Call, Handler } from '../../operation/handler.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import { sealedNameOf } from '../credential.sql.ts';
import { calledBy } from '../person.ts';
import { tellOfSecurity } from '../security-notices/security-notice.ts';
import type { CustomerSession } from '../session.ts';
import { type SteppedUp, steppedUp } from '../sessions/answer-step-up.ts';
import { demandStepUp, scopeOf, standingOf } from '../sessions/step-up.ts';
import { deviceName } from '../sign-in/device-name.ts';
import { openUserName } from '../user-name.ts';
import { authenticatorName } from './authenticator-name.ts';
import { challengeScope, makeChallenge, type Site, useChallenge } from './challenge.ts';
import { checkPasskey, passkeyOptions, transportsOf } from './check-passkey.ts';
import {
  deletePasskey,
  insertPasskey,
  type PasskeyRow,
  passkeysOf,
  renamePasskeyRow,
  userHandleOf,
} from './passkey.sql.ts';
import { presentPasskey } from './present-passkey.ts';

export const PASSKEYS_MAX = 20;
const HANDLE_BYTES = 32;
const REGISTER = 'register';

/** Where the portal is and what the browser says of itself: only HTTP knows. */
export type From = { readonly site: Site; readonly userAgent: string };

type Asked<O extends keyof typeof operations> = Call<(typeof operations)[O], CustomerSession>;

/** What a browser needs to make a passkey: on this device, or on another by its QR code. */
export async function beginPasskey(
  { shell, caller }: Asked<'beginPasskey'>,
  { site }: From,
): Promise<{ options: Record<string, unknown> }> {
  const { sessionId, file } = await demandStepUp(shell, caller, 'passkey');
  const own = await passkeysOf(shell.store, caller.personId);
  demandRoom(own);
  const handle = await userHandleOf(shell.store, caller.personId, randomBytes(HANDLE_BYTES));
  const name = await sealedNameOf(shell.store, caller.personId);
  if (handle === null || name === undefined) throw new ProblemError('not-signed-in');
  const scope = challengeScope(scopeOf(sessionId), REGISTER);
  const options = await generateRegistrationOptions({
    rpName: shell.lender.brand.name,
    rpID: site.rpId,
    userName: openUserName(shell.ring, name),
    userDisplayName: file.person === null ? '' : calledBy(file.person),
    userID: new Uint8Array(handle),
    challenge: new Uint8Array(await makeChallenge(shell, scope)),
    attestationType: 'none',
    excludeCredentials: own.map((row) => ({
      id: row.credential_id.toString('base64url'),
      transports: transportsOf(row),
    })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return { options: JSON.parse(JSON.stringify(options)) as Record<string, unknown> };
}

export async function addPasskey(
  { shell, caller, body }: Asked<'addPasskey'>,
  { site, userAgent }: From,
) {
  const { sessionId, file } = await demandStepUp(shell, caller, 'passkey');
  const scope = challengeScope(scopeOf(sessionId), REGISTER);
  const verified = await verifyRegistrationResponse({
    response: body.credential as unknown as RegistrationResponseJSON,
    expectedChallenge: (challenge) => useChallenge(shell, scope, challenge),
    expectedOrigin: site.origin,
    expectedRPID: site.rpId,
    requireUserVerification: true,
  }).catch(() => null);
  if (verified === null || !verified.verified) throw new ProblemError('passkey-refused');
  const { credential, aaguid, credentialBackedUp } = verified.registrationInfo;
  const row = {
    credential_id: Buffer.from(credential.id, 'base64url'),
    person_id: caller.personId,
    public_key: Buffer.from(credential.publicKey),
    counter: BigInt(credential.counter),
    transports: JSON.stringify(credential.transports ?? []),
    aaguid,
    name: authenticatorName(aaguid, deviceName(userAgent)),
    backed_up: credentialBackedUp,
    created_at: new Date(shell.clock()).toISOString(),
  };
  await shell.store.transaction(async (tx) => {
    if (!(await insertPasskey(tx, row, PASSKEYS_MAX))) {
      demandRoom(await passkeysOf(tx, caller.personId));
      throw new ProblemError('passkey-refused');
    }
    await tellOfSecurity(tx, shell, file, 'passkey-added');
  });
  return presentPasskey({ ...row, last_used_at: null });
}

function demandRoom(own: readonly PasskeyRow[]): void {
  if (own.length < PASSKEYS_MAX) return;
  throw new ProblemError('too-many-passkeys', { most: PASSKEYS_MAX.toString() });
}

export const renamePasskey: Handler<typeof operations.renamePasskey, CustomerSession> = async ({
  shell,
  caller,
  params,
  body,
}) => {
  const id = Buffer.from(params.passkeyId, 'base64url');
  if (!(await renamePasskeyRow(shell.store, caller.personId, id, body.name))) {
    throw new ProblemError('passkey-not-found');
  }
  return {};
};

/** Removes a passkey; somebody without a password keeps the last one. */
export const removePasskey: Handler<typeof operations.removePasskey, CustomerSession> = async ({
  shell,
  caller,
  params,
}) => {
  const { file } = await demandStepUp(shell, caller, 'passkey');
  const id = Buffer.from(params.passkeyId, 'base64url');
  const own = await passkeysOf(shell.store, caller.personId);
  if (!own.some((row) => row.credential_id.equals(id))) throw new ProblemError('passkey-not-found');
  if (own.length === 1 && file.onFile.password === 'none') throw new ProblemError('last-way-in');
  await shell.store.transaction(async (tx) => {
    if (!(await deletePasskey(tx, caller.personId, id))) {
      throw new ProblemError('passkey-not-found');
    }
    await tellOfSecurity(tx, shell, file, 'passkey-removed');
  });
  return {};
};

/** A challenge that holds what is to be done, so that the passkey signs just that. */
export async function askStepUpPasskey(
  { shell, caller, body }: Asked<'askStepUpPasskey'>,
  { site }: From,
): Promise<{ options: Record<string, unknown> }> {
  const { sessionId, file } = await standingOf(shell, caller);
  if (file.onFile.passkeys === 0) throw new ProblemError('proof-not-asked', { ways: 'password' });
  const scope = actScope(sessionId, body);
  return { options: await passkeyOptions(shell, site, scope, caller.personId) };
}

export async function stepUpByPasskey(
  { shell, caller, body }: Asked<'stepUpByPasskey'>,
  { site }: From,
): Promise<SteppedUp> {
  const standing = await standingOf(shell, caller);
  const scope = actScope(standing.sessionId, body.act);
  const personId = await checkPasskey(shell, site, scope, body.credential);
  if (personId !== caller.personId) throw new ProblemError('passkey-refused');
  return steppedUp(shell, caller, standing, 'passkey');
}

function actScope(sessionId: string, { act, about }: { act: string; about: string }): Buffer {
  return challengeScope(scopeOf(sessionId), JSON.stringify([act, about]));
}
