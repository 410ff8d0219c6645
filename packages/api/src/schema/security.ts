import { z } from 'zod';
import { CodeWay } from './ceremony.ts';

export const SessionId = z.uuid('a session id is a UUID').toLowerCase();

export const OpenSession = z
  .object({
    sessionId: z.string(),
    /** "Chrome on Windows"; empty when nothing is known of it. */
    device: z.string(),
    openedAt: z.string(),
    lastSeen: z.string(),
    /** The session that asks. */
    isThis: z.boolean(),
  })
  .meta({ id: 'OpenSession' });

export const Passkey = z
  .object({
    passkeyId: z.string(),
    name: z.string(),
    addedAt: z.string(),
    lastUsedAt: z.string().nullable(),
    /** Kept by the maker of the device as well, so that a new device has it too. */
    backedUp: z.boolean(),
  })
  .meta({ id: 'Passkey' });

/** How a person signs in, and where they are signed in. */
export const Security = z
  .object({
    password: z.enum(['none', 'alone', 'with-second']),
    passkeys: z.array(Passkey),
    /** Since when an authenticator app counts; null where there is none. */
    appSince: z.string().nullable(),
    recoveryCodes: z.int(),
    sessions: z.array(OpenSession),
    /** What a browser tells its password manager of passkeys; null where there never was one. */
    passkeyUser: z.string().nullable(),
  })
  .meta({ id: 'Security' });

export const StepUpState = z
  .object({
    /** Enough is proven, for five minutes from the oldest proof that counts. */
    isEnough: z.boolean(),
    needsPassword: z.boolean(),
    ways: z.array(z.enum(['passkey', 'app', 'text-code', 'mail-code', 'recovery-code'])),
    mail: z.string().nullable(),
    phone: z.string().nullable(),
  })
  .meta({ id: 'StepUpState' });

export const StepUpPassword = z
  .strictObject({ password: z.string().min(1, 'your password').max(512) })
  .meta({ id: 'StepUpPassword' });

export const StepUpCode = z.strictObject({ way: CodeWay }).meta({ id: 'StepUpCode' });

export const AuthenticatorBegun = z
  .object({
    /** To type where no picture can be read. */
    secret: z.string(),
    uri: z.string(),
    /** The picture of the address: an SVG path on a square of so many units. */
    picture: z.object({ size: z.int(), path: z.string() }),
  })
  .meta({ id: 'AuthenticatorBegun' });

export const ConfirmAuthenticator = z
  .strictObject({ code: z.string().trim().min(6, 'six digits').max(12) })
  .meta({ id: 'ConfirmAuthenticator' });

export const RecoveryCodes = z.object({ codes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' });
