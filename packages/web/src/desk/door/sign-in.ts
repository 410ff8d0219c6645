import { ask } from '../wire/desk-client.ts';
import { canUsePasskeys, usePasskey } from './passkey.ts';
import { hideProblem, showProblem } from './show-problem.ts';

type DemoAccount = { readonly email: string; readonly role: string; readonly code: string | null };

/** The steps of signing in, on a page that was there before any script. */
export function startSignIn(page: Document): void {
  const password = page.querySelector<HTMLFormElement>('form[data-step="password"]');
  const code = page.querySelector<HTMLFormElement>('form[data-step="code"]');
  const passkey = page.querySelector<HTMLButtonElement>('[data-passkey]');
  if (password === null || code === null || passkey === null) return;
  sayWhyHere(page);
  passkey.hidden = !canUsePasskeys();
  onSubmit(page, password, async (form) => {
    const body = { email: text(form, 'email'), password: text(form, 'password') };
    const { oneOf } = await ask('deskSignIn', { body });
    password.hidden = true;
    code.hidden = !oneOf.includes('authenticator');
    passkey.hidden = !oneOf.includes('passkey') || !canUsePasskeys();
    (code.hidden ? passkey : fieldOf(code, 'code'))?.focus();
  });
  onSubmit(page, code, async (form) => {
    await ask('deskProveCode', { body: { code: text(form, 'code') } });
    goIn();
  });
  passkey.addEventListener('click', () => {
    void trying(page, async () => {
      const credential = await usePasskey(await ask('deskPasskeyOptions', {}));
      if (credential === null) return;
      await ask('deskProvePasskey', { body: { credential } });
      goIn();
    });
  });
  void offerDemonstration(page);
}

function sayWhyHere(page: Document): void {
  const why = new URLSearchParams(location.search).get('why') ?? '';
  if (!/^[a-z-]+$/.test(why)) return;
  const said = page.querySelector<HTMLElement>(`[data-said="${why}"]`);
  if (said !== null) said.hidden = false;
}

/** Back to where the session ended, if that was at the desk. */
function goIn(): void {
  const place = sessionStorage.getItem('desk.place') ?? '/';
  sessionStorage.removeItem('desk.place');
  location.replace(/^\/(?!\/)[\w/-]*$/.test(place) ? place : '/');
}

export function onSubmit(
  page: Document,
  form: HTMLFormElement,
  act: (form: FormData) => Promise<void>,
): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void trying(page, () => act(new FormData(form)), form);
  });
}

/** Does something once at a time, and shows the problem where it was refused. */
export async function trying(
  page: Document,
  act: () => Promise<void>,
  form: HTMLFormElement | null = null,
): Promise<void> {
  const press = form?.querySelector<HTMLButtonElement>('button[type="submit"]') ?? null;
  if (press?.disabled === true) return;
  if (press !== null) press.disabled = true;
  hideProblem(page);
  await act().catch((fault: unknown) => showProblem(page, fault));
  if (press !== null) press.disabled = false;
}

export function text(form: FormData, name: string): string {
  return String(form.get(name) ?? '');
}

function fieldOf(form: HTMLFormElement, name: string): HTMLElement | null {
  return form.querySelector<HTMLElement>(`#${name}`);
}

/** In a demonstration on this machine: who can sign in, and the codes of this moment. */
async function offerDemonstration(page: Document): Promise<void> {
  const place = page.querySelector<HTMLElement>('[data-demo]');
  const list = page.querySelector('[data-demo-list]');
  const row = page.querySelector<HTMLTemplateElement>('[data-demo-row]');
  if (place === null || list === null || row === null) return;
  if (location.hostname !== 'localhost' && location.hostname !== '127.0.0.1') return;
  const answer = await fetch('/demo/desk').catch(() => null);
  if (answer === null || !answer.ok) return;
  const { accounts } = (await answer.json()) as { accounts: readonly DemoAccount[] };
  for (const account of accounts) list.append(rowOf(page, row, account));
  place.hidden = false;
}

function rowOf(page: Document, template: HTMLTemplateElement, account: DemoAccount): Node {
  const row = template.content.cloneNode(true) as DocumentFragment;
  const put = (part: string, value: string): void => {
    const element = row.querySelector(`[data-demo-${part}]`);
    if (element !== null) element.textContent = value;
  };
  put('email', account.email);
  put('role', account.role);
  put('code', account.code ?? '');
  row.querySelector('[data-demo-fill]')?.addEventListener('click', () => {
    const fill = (id: string, value: string): void => {
      const field = page.querySelector<HTMLInputElement>(`#${id}`);
      if (field !== null) field.value = value;
    };
    fill('email', account.email);
    fill('code', account.code ?? '');
    page.querySelector<HTMLElement>('#password')?.focus();
  });
  return row;
}
