import type * as operations from '@roadbook/api/operations/security';
import type { Handler } from '../../operation/handler.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import { authenticatorOf } from '../authenticator/authenticator.sql.ts';
import { knownHandleOf, passkeysOf } from '../passkeys/passkey.sql.ts';
import { presentPasskey } from '../passkeys/present-passkey.ts';
import { fileOf } from '../proofs/proofs-on-file.ts';
import { deleteSessionsOf } from '../session.sql.ts';
import type { CustomerSession } from '../session.ts';
import { setNewPassword } from '../sign-in/new-password.ts';
import { deleteSessionById, sessionsOf } from './session-list.sql.ts';
import { demandStepUp } from './step-up.ts';

export const getSecurity: Handler<typeof operations.getSecurity, CustomerSession> = async ({
  shell,
  caller: { personId, tokenHash },
}) => {
  const { store, clock } = shell;
  const { onFile } = await fileOf(shell, personId);
  const app = await authenticatorOf(store, personId);
  const sessions = await sessionsOf(store, personId, clock());
  return {
    password: onFile.password,
    passkeys: (await passkeysOf(store, personId)).map(presentPasskey),
    appSince: app?.confirmed_at ?? null,
    recoveryCodes: onFile.recoveryCodes,
    passkeyUser: (await knownHandleOf(store, personId))?.toString('base64url') ?? null,
    sessions: sessions.map((row) => ({
      sessionId: row.session_id,
      device: row.device,
      openedAt: row.created_at,
      lastSeen: row.last_seen,
      isThis: row.token_hash.equals(tokenHash),
    })),
  };
};

export const endSession: Handler<typeof operations.endSession, CustomerSession> = async ({
  shell: { store },
  caller,
  params,
}) => {
  if (!(await deleteSessionById(store, caller.personId, params.sessionId))) {
    throw new ProblemError('session-not-found');
  }
  return {};
};

export const endOtherSessions: Handler<
  typeof operations.endOtherSessions,
  CustomerSession
> = async ({ shell: { store }, caller }) => {
  await deleteSessionsOf(store, caller.personId, caller.tokenHash);
  return {};
};

export const changePassword: Handler<typeof operations.changePassword, CustomerSession> = async ({
  shell,
  caller,
  body,
}) => {
  const { file } = await demandStepUp(shell, caller, 'password');
  await setNewPassword(shell, file, body.password, caller.tokenHash);
  return {};
};
