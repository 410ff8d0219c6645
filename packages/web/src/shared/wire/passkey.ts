import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';

/** Whether this browser knows passkeys here: an address of bare numbers can have none. */
export function knowsPasskeys(): boolean {
  return 'PublicKeyCredential' in globalThis && !isBareAddress();
}

export function isBareAddress(): boolean {
  return /^[\d.]+$|^\[/.test(location.hostname);
}

type Options = { readonly options: Record<string, unknown> };

/**
 * Asks an authenticator; its library comes when it is first needed. With autofill the browser
 * offers passkeys where the user name goes, and asks nothing by itself.
 */
export async function answerPasskey({ options }: Options, useBrowserAutofill = false) {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON;
  const answer = await startAuthentication({ optionsJSON, useBrowserAutofill });
  return {
    ...answer,
    response: { ...answer.response },
    clientExtensionResults: { ...answer.clientExtensionResults },
  };
}

/** Has an authenticator make a passkey, of this device or of another one. */
export async function makePasskey({ options }: Options) {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON;
  const made = await startRegistration({ optionsJSON });
  return {
    ...made,
    response: { ...made.response },
    clientExtensionResults: { ...made.clientExtensionResults },
  };
}

type Signals = {
  signalAllAcceptedCredentials?: (about: {
    rpId: string;
    userId: string;
    allAcceptedCredentialIds: string[];
  }) => Promise<void>;
  signalCurrentUserDetails?: (about: {
    rpId: string;
    userId: string;
    name: string;
    displayName: string;
  }) => Promise<void>;
  signalUnknownCredential?: (about: { rpId: string; credentialId: string }) => Promise<void>;
};

/** Tells the browser's password manager which passkeys there are, and under which name. */
export function signalPasskeys(
  userId: string,
  credentialIds: readonly string[],
  { name, displayName }: { readonly name: string; readonly displayName: string },
): void {
  if (!knowsPasskeys()) return;
  const { signalAllAcceptedCredentials, signalCurrentUserDetails } =
    PublicKeyCredential as unknown as Signals;
  const rpId = location.hostname;
  const tell = async (): Promise<void> => {
    await signalAllAcceptedCredentials?.call(PublicKeyCredential, {
      rpId,
      userId,
      allAcceptedCredentialIds: [...credentialIds],
    });
    await signalCurrentUserDetails?.call(PublicKeyCredential, { rpId, userId, name, displayName });
  };
  // A browser that does not take the hint loses nothing.
  tell().catch(() => undefined);
}

/** Tells the browser's password manager that a passkey it offered is none of ours any more. */
export function signalUnknown(credentialId: string): void {
  const { signalUnknownCredential } = PublicKeyCredential as unknown as Signals;
  const told = signalUnknownCredential?.call(PublicKeyCredential, {
    rpId: location.hostname,
    credentialId,
  });
  told?.catch(() => undefined);
}
