import { ask } from '../wire/desk-client.ts';
import { canUsePasskeys, makePasskey } from './passkey.ts';
import { showProblem } from './show-problem.ts';
import { onSubmit, text, trying } from './sign-in.ts';

/** Taking up an invitation. Its token is behind the # and so in nobody's log. */
export async function startInvitation(page: Document): Promise<void> {
  const form = page.querySelector<HTMLFormElement>('form[data-step="invitation"]');
  if (form === null) return;
  const token = location.hash.slice(1);
  const invited = await ask('lookAtStaffInvitation', { body: { token } }).catch(
    (fault: unknown) => {
      showProblem(page, fault);
      return null;
    },
  );
  if (invited === null) return;
  put(page, 'invited', `${invited.name}, ${invited.email}`);
  put(page, 'secret', invited.authenticator.secret.replace(/(.{4})(?=.)/g, '$1 '));
  drawPicture(page, invited.authenticator.picture);
  form.hidden = false;
  onSubmit(page, form, async (answers) => {
    const proof = { kind: 'authenticator', code: text(answers, 'code') } as const;
    const password = text(answers, 'new-password');
    await ask('acceptStaffInvitation', { body: { token, password, proof } });
    location.replace('/');
  });
  const make = page.querySelector<HTMLButtonElement>('[data-make-passkey]');
  if (make === null) return;
  make.hidden = !canUsePasskeys();
  make.addEventListener('click', () => {
    void trying(page, async () => {
      const credential = await makePasskey(
        await ask('staffInvitationPasskey', { body: { token } }),
      );
      if (credential === null) return;
      const password = text(new FormData(form), 'new-password');
      const name = make.dataset.name ?? 'Passkey';
      const proof = { kind: 'passkey', name, credential } as const;
      await ask('acceptStaffInvitation', { body: { token, password, proof } });
      location.replace('/');
    });
  });
}

function put(page: Document, part: string, value: string): void {
  const element = page.querySelector(`[data-${part}]`);
  if (element !== null) element.textContent = value;
}

/** The picture is parsed as XML and put in as elements: a text of HTML is never run. */
function drawPicture(page: Document, svg: string): void {
  const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml');
  page.querySelector('[data-picture]')?.replaceChildren(documentElement);
}
