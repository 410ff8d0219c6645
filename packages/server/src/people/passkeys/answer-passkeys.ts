import { randomBytes } from 'node:crypto';
import type * as operations from '@roadbook/api/operations/passkeys';
import type { Call, Handler } from '../../operation/handler.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import { sealedNameOf } from '../credential.sql.ts';
import { calledBy } from '../person.ts';
import { tellOfSecurity } from '../security-notices/security-notice.ts';
import type { CustomerSession } from '../session.ts';
import { type SteppedUp, steppedUp } from '../sessions/answer-step-up.ts';
import { demandStepUp, scopeOf, standingOf } from '../sessions/step-up.ts';
import { openUserName } from '../user-name.ts';
import { challengeScope } from './challenge.ts';
import { checkPasskey, passkeyOptions } from './check-passkey.ts';
import { type From, newPasskeyOptions, PASSKEYS_MAX, readNewPasskey } from './new-passkey.ts';
import {
  deletePasskey,
  insertPasskey,
  type PasskeyRow,
  passkeysOf,
  renamePasskeyRow,
  userHandleOf,
} from './passkey.sql.ts';
import { presentPasskey } from './present-passkey.ts';

const HANDLE_BYTES = 32;
const REGISTER = 'register';

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
  const options = await newPasskeyOptions(shell, site, scope, {
    handle,
    name: openUserName(shell.ring, name),
    displayName: file.person === null ? '' : calledBy(file.person),
    own,
  });
  return { options };
}

export async function addPasskey(
  { shell, caller, body }: Asked<'addPasskey'>,
  { site, userAgent }: From,
) {
  const { sessionId, file } = await demandStepUp(shell, caller, 'passkey');
  const scope = challengeScope(scopeOf(sessionId), REGISTER);
  const made = await readNewPasskey(shell, { site, userAgent }, scope, body.credential);
  const row = { ...made, person_id: caller.personId };
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
