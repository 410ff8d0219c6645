import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import type { Asked, Said } from '../wire/desk-client.ts';

type UseOptions = Parameters<typeof startAuthentication>[0]['optionsJSON'];
type MakeOptions = Parameters<typeof startRegistration>[0]['optionsJSON'];

export const canUsePasskeys = browserSupportsWebAuthn;

/** Has the browser use a passkey; null when the person changed their mind. */
export async function usePasskey(
  options: Said<'deskPasskeyOptions'>,
): Promise<Asked<'deskProvePasskey'>['body']['credential'] | null> {
  const used = await startAuthentication({ optionsJSON: options as unknown as UseOptions }).catch(
    () => null,
  );
  return used === null ? null : onTheWire(used);
}

/** Has the browser make a passkey; null when the person changed their mind. */
export async function makePasskey(
  options: Said<'ownPasskeyOptions'>,
): Promise<Asked<'addOwnPasskey'>['body']['credential'] | null> {
  const made = await startRegistration({ optionsJSON: options as unknown as MakeOptions }).catch(
    () => null,
  );
  return made === null ? null : onTheWire(made);
}

/** What is undefined in the browser is not there on the wire. */
function onTheWire<T>(value: object): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
