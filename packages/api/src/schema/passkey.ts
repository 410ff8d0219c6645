import { STEP_UP_ACTS } from '@roadbook/domain/person/step-up';
import { z } from 'zod';

const bytes = (most: number) =>
  z
    .string()
    .regex(/^[\w-]+={0,2}$/, 'bytes in base64url')
    .max(most);

/** What a browser is to be asked (WebAuthn level 3), as its own functions read it. */
export const PasskeyOptions = z
  .object({ options: z.record(z.string(), z.unknown()) })
  .meta({ id: 'PasskeyOptions' });

/** What is signed: the act, and what it is about, such as an amount and an account. */
export const SignedAct = z
  .strictObject({ act: z.enum(STEP_UP_ACTS), about: z.string().max(200) })
  .meta({ id: 'SignedAct' });

/** What an authenticator answers to a challenge. */
export const PasskeyAssertion = z
  .looseObject({
    id: bytes(2_000),
    rawId: bytes(2_000),
    type: z.literal('public-key'),
    response: z.looseObject({
      clientDataJSON: bytes(8_000),
      authenticatorData: bytes(8_000),
      signature: bytes(4_000),
      userHandle: z.string().max(200).nullish(),
    }),
    clientExtensionResults: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'PasskeyAssertion' });

export const ProvePasskey = z
  .strictObject({ credential: PasskeyAssertion })
  .meta({ id: 'ProvePasskey' });

export const StepUpPasskey = z
  .strictObject({ credential: PasskeyAssertion, act: SignedAct })
  .meta({ id: 'StepUpPasskey' });

/** What an authenticator answers when it has made a passkey. */
export const NewPasskey = z
  .strictObject({
    credential: z.looseObject({
      id: bytes(2_000),
      rawId: bytes(2_000),
      type: z.literal('public-key'),
      response: z.looseObject({
        clientDataJSON: bytes(8_000),
        attestationObject: bytes(20_000),
        transports: z.array(z.string().max(20)).max(10).optional(),
      }),
      clientExtensionResults: z.record(z.string(), z.unknown()),
    }),
  })
  .meta({ id: 'NewPasskey' });

export const PasskeyId = bytes(2_000);

export const PasskeyName = z
  .strictObject({ name: z.string().trim().min(1, 'a name').max(60) })
  .meta({ id: 'PasskeyName' });
