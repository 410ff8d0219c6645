const LOGIN_KEPT = 'roadbook.login';

/**
 * What script adds to the sign-in form: a button that shows the password, a message before the
 * server is asked when a field is empty, and the user name kept when the answer was a refusal.
 */
export function enhanceSignIn(page: Document, kept: Storage): void {
  const form = page.querySelector<HTMLFormElement>('form[data-sign-in]');
  const login = page.querySelector<HTMLInputElement>('#login');
  const password = page.querySelector<HTMLInputElement>('#password');
  if (password !== null) offerToShow(page, password);
  if (form === null || login === null || password === null) {
    page.querySelector<HTMLElement>('[data-takes-focus]')?.focus();
    return;
  }
  if (page.querySelector('[data-note="signed-out"]') !== null) kept.clear();
  if (login.value === '') login.value = kept.getItem(LOGIN_KEPT) ?? '';
  kept.removeItem(LOGIN_KEPT);
  form.addEventListener('submit', (event) => {
    if (tellWhatIsEmpty(page, [login, password])) event.preventDefault();
    else kept.setItem(LOGIN_KEPT, login.value);
  });
  // What has to be read first takes focus; else the field that is to be filled in.
  const field = login.value === '' ? login : password;
  (page.querySelector<HTMLElement>('[data-takes-focus]') ?? field).focus();
}

function offerToShow(page: Document, password: HTMLInputElement): void {
  const show = page.querySelector<HTMLButtonElement>('[data-show]');
  if (show === null) return;
  show.hidden = false;
  show.addEventListener('click', () => {
    const shown = password.type === 'text';
    password.type = shown ? 'password' : 'text';
    show.setAttribute('aria-pressed', String(!shown));
  });
  // A password left readable would be offered again by the browser as plain text.
  password.form?.addEventListener('submit', () => {
    password.type = 'password';
  });
}

function tellWhatIsEmpty(page: Document, fields: readonly HTMLInputElement[]): boolean {
  const summary = page.querySelector<HTMLElement>('[data-empty]');
  const empty = fields.filter((field) => field.value === '');
  for (const field of fields) {
    const isEmpty = empty.includes(field);
    const error = page.querySelector<HTMLElement>(`#${field.id}-error`);
    const line = page.querySelector<HTMLElement>(`[data-empty-field="${field.id}"]`);
    if (error !== null) error.hidden = !isEmpty;
    if (line !== null) line.hidden = !isEmpty;
    if (isEmpty) {
      field.setAttribute('aria-invalid', 'true');
      field.setAttribute('aria-describedby', `${field.id}-error`);
    } else {
      field.removeAttribute('aria-invalid');
      field.removeAttribute('aria-describedby');
    }
  }
  if (summary !== null) {
    summary.hidden = empty.length === 0;
    if (empty.length > 0) summary.focus();
  }
  return empty.length > 0;
}
