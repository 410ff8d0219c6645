import type * as operations from '@roadbook/api/operations/security';
import { encode } from 'uqr';
import type { Handler } from '../../operation/handler.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import { admitAttempt } from '../admit-attempt.ts';
import { sealedNameOf } from '../credential.sql.ts';
import { tellOfSecurity } from '../security-notices/security-notice.ts';
import type { CustomerSession } from '../session.ts';
import { demandStepUp } from '../sessions/step-up.ts';
import { clearAttempts, type ThrottleRule } from '../throttle.sql.ts';
import { openUserName } from '../user-name.ts';
import { deleteAuthenticator } from './authenticator.sql.ts';
import { beginApp, checkAppCode } from './authenticator.ts';
import { makeRecoveryCodes as makeCodes } from './recovery-code.ts';

const GUESSES: ThrottleRule = { attempts: 10, windowSeconds: 900 };

export const beginAuthenticator: Handler<
  typeof operations.beginAuthenticator,
  CustomerSession
> = async ({ shell, caller }) => {
  await demandStepUp(shell, caller, 'authenticator');
  const { store, ring } = shell;
  const name = await sealedNameOf(store, caller.personId);
  if (name === undefined) throw new ProblemError('not-signed-in');
  const begun = await beginApp(shell, caller.personId, openUserName(ring, name));
  if (begun === null) throw new ProblemError('authenticator-not-begun');
  return { ...begun, picture: pictureOf(begun.uri) };
};

/** A QR code as one path, a row of dark squares at a time. */
function pictureOf(text: string): { readonly size: number; readonly path: string } {
  const { data, size } = encode(text, { border: 2 });
  const path = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return { size, path: path.join('') };
}

export const confirmAuthenticator: Handler<
  typeof operations.confirmAuthenticator,
  CustomerSession
> = async ({ shell, caller, body }) => {
  const { file } = await demandStepUp(shell, caller, 'authenticator');
  const { store } = shell;
  const bucket = `app:${caller.personId}`;
  await admitAttempt(shell, bucket, GUESSES);
  if (!(await checkAppCode(shell, caller.personId, body.code, true))) {
    throw new ProblemError('code-wrong');
  }
  await clearAttempts(store, bucket);
  await store.transaction((tx) => tellOfSecurity(tx, shell, file, 'authenticator-added'));
  return {};
};

export const removeAuthenticator: Handler<
  typeof operations.removeAuthenticator,
  CustomerSession
> = async ({ shell, caller }) => {
  const { file } = await demandStepUp(shell, caller, 'authenticator');
  await shell.store.transaction(async (tx) => {
    if (!(await deleteAuthenticator(tx, caller.personId))) {
      throw new ProblemError('authenticator-not-begun');
    }
    await tellOfSecurity(tx, shell, file, 'authenticator-removed');
  });
  return {};
};

export const makeRecoveryCodes: Handler<
  typeof operations.makeRecoveryCodes,
  CustomerSession
> = async ({ shell, caller }) => {
  const { file } = await demandStepUp(shell, caller, 'authenticator');
  return shell.store.transaction(async (tx) => {
    const codes = await makeCodes(tx, shell, caller.personId);
    await tellOfSecurity(tx, shell, file, 'recovery-codes-made');
    return { codes: [...codes] };
  });
};
