import { PERMISSIONS, STAFF_ROLES } from '@roadbook/domain/person/staff-role';
import { z } from 'zod';
import { plainText } from './basic.ts';

export const StaffEmail = z
  .string()
  .trim()
  .min(3, 'an email address')
  .max(200, 'an email address')
  .regex(/^[^\s@]+@[^\s@]+$/, 'an email address');

export const StaffPassword = z.string().min(1, 'your password').max(200);

/** Six digits, with blanks between them if somebody writes them so. */
export const SixDigits = z
  .string()
  .trim()
  .regex(/^\d{3}[ -]?\d{3}$/, 'a code of six digits')
  .meta({ id: 'SixDigits' });

/** What a browser's passkey functions want, as they want it. */
export const PasskeyOptions = z
  .looseObject({ challenge: z.string() })
  .meta({ id: 'PasskeyOptions' });

const base64Url = z.string().regex(/^[\w-]{1,20000}$/, 'bytes in base64url');
const credential = {
  id: base64Url,
  rawId: base64Url,
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}),
  authenticatorAttachment: z.string().max(40).nullish(),
};

/** What a browser returns when somebody has used a passkey. */
export const UsedPasskey = z
  .strictObject({
    ...credential,
    response: z.strictObject({
      clientDataJSON: base64Url,
      authenticatorData: base64Url,
      signature: base64Url,
      userHandle: base64Url.nullish(),
    }),
  })
  .meta({ id: 'UsedPasskey' });

/** What a browser returns when somebody has made a passkey. */
export const MadePasskey = z
  .strictObject({
    ...credential,
    response: z.looseObject({
      clientDataJSON: base64Url,
      attestationObject: base64Url,
      transports: z.array(z.string().max(40)).max(10).optional(),
    }),
  })
  .meta({ id: 'MadePasskey' });

export const DeskSession = z
  .object({
    name: z.string(),
    email: z.string(),
    role: z.enum(STAFF_ROLES),
    permissions: z.array(z.enum(PERMISSIONS)),
    endsInSeconds: z.int(),
    endsAtLatestInSeconds: z.int(),
    /** The open business day. */
    today: z.string(),
    simulated: z.boolean(),
    /** Signed in by the lender's sign-on provider. */
    byProvider: z.boolean(),
  })
  .meta({ id: 'DeskSession' });

export const StaffToken = z.string().regex(/^[\w-]{20,100}$/, 'the code at the end of the link');

/** Who was invited, and the secret that an authenticator app reads from the picture. */
export const StaffInvitation = z
  .object({
    name: z.string(),
    email: z.string(),
    role: z.enum(STAFF_ROLES),
    authenticator: z.object({
      secret: z.string(),
      uri: z.string(),
      /** The picture of the address, as an SVG document. */
      picture: z.string(),
    }),
  })
  .meta({ id: 'StaffInvitation' });

export const OwnSecurity = z
  .object({
    sessions: z.array(
      z.object({
        sessionId: z.uuid(),
        device: z.string(),
        openedAt: z.string(),
        lastSeenAt: z.string(),
        isThisOne: z.boolean(),
      }),
    ),
    proofs: z.array(
      z.object({
        proofId: z.uuid(),
        kind: z.enum(['passkey', 'authenticator']),
        name: z.string(),
        madeAt: z.string(),
        lastUsedAt: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'OwnSecurity' });

export const PasskeyName = plainText(60).trim();
