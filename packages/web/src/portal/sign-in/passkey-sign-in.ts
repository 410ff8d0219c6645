import { call } from '../../shared/wire/client.ts';
import { answerPasskey, signalUnknown } from '../../shared/wire/passkey.ts';
import { ProblemError } from '../../shared/wire/problem-error.ts';

/**
 * Signing in by a passkey: by the button, and where the browser offers passkeys in the field of the
 * user name. Loaded only where there is such a button and a browser that knows passkeys.
 */
export function offerPasskey(page: Document): void {
  const place = page.querySelector<HTMLElement>('[data-passkey]');
  const button = place?.querySelector('button');
  if (place == null || button == null) return;
  place.hidden = false;
  button.addEventListener('click', () => void signIn(page, false));
  if (page.querySelector('[autocomplete~="webauthn"]') !== null) void offerInField(page);
}

async function offerInField(page: Document): Promise<void> {
  const isOffered = await PublicKeyCredential.isConditionalMediationAvailable?.();
  if (isOffered === true) await signIn(page, true);
}

async function signIn(page: Document, isInField: boolean): Promise<void> {
  const fault = page.querySelector<HTMLElement>('[data-passkey-fault]');
  if (fault !== null) fault.hidden = true;
  let usedId: string | null = null;
  try {
    const credential = await answerPasskey(await call('askPasskey', {}), isInField);
    usedId = credential.id;
    const { session } = await call('provePasskey', { body: { credential } });
    location.assign(session === null ? '/sign-in/proof' : '/contracts');
  } catch (caught) {
    const isRefused = caught instanceof ProblemError;
    if (isRefused && caught.problem.code === 'passkey-refused' && usedId !== null) {
      signalUnknown(usedId);
    }
    // The person closed the window, or another question took its place: nothing went wrong. What
    // the browser only offered is not complained about before it was used.
    if (fault === null || isGivenUp(caught) || (isInField && usedId === null)) return;
    fault.hidden = false;
    fault.focus();
  }
}

function isGivenUp(fault: unknown): boolean {
  return fault instanceof Error && /NotAllowed|Abort/.test(`${fault.name} ${fault.message}`);
}
