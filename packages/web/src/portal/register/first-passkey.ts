import { call } from '../../shared/wire/client.ts';
import { makePasskey } from '../../shared/wire/passkey.ts';

/**
 * Opening an account by a passkey in place of a password: what the device made goes into the form,
 * and the form goes its usual way. Loaded only where there is such a button.
 */
export function offerNewPasskey(page: Document): void {
  const place = page.querySelector<HTMLElement>('[data-new-passkey]');
  const button = place?.querySelector('button');
  const form = page.querySelector<HTMLFormElement>('form[data-account]');
  if (place == null || button == null || form === null) return;
  place.hidden = false;
  button.addEventListener('click', () => void makeAndSend(place, form));
}

async function makeAndSend(place: HTMLElement, form: HTMLFormElement): Promise<void> {
  const fault = place.querySelector<HTMLElement>('[data-passkey-fault]');
  const passkey = form.querySelector<HTMLInputElement>('[name=passkey]');
  const password = form.querySelector<HTMLInputElement>('[name=password]');
  if (fault === null || passkey === null || password === null) return;
  fault.hidden = true;
  try {
    passkey.value = JSON.stringify(await makePasskey(await call('askRegistrationPasskey', {})));
  } catch {
    fault.hidden = false;
    fault.focus();
    return;
  }
  password.value = '';
  form.submit();
}
