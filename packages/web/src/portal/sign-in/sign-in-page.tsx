import type { ReactNode } from 'react';
import type { Brand } from '../../shared/brand/brand.ts';
import { t } from '../../shared/copy/copy.ts';
import form from '../../shared/form/form.module.css';
import { Frame, linkToPublicHome } from '../../shared/page/frame.tsx';
import button from '../../shared/style/button.module.css';
import { PasskeyButton } from './passkey-button.tsx';
import { PasswordField } from './password-field.tsx';
import style from './sign-in-page.module.css';

/**
 * Why the page is shown again, or why at all: each has a page of its own, so no script is needed.
 */
export const SIGN_IN_NOTES = [
  'refused',
  'throttled',
  'session-ended',
  'signed-out',
  'over',
  'closed',
  'busy',
  'known',
] as const;
export type SignInNote = (typeof SIGN_IN_NOTES)[number];

/** Notes that nothing is wrong with. */
const NEWS: readonly SignInNote[] = ['session-ended', 'signed-out', 'known'];

type SignInProps = { readonly brand: Brand; readonly note?: SignInNote };

/** A plain form that posts to the server; the script adds "show password" and earlier messages. */
export function SignInPage({ brand, note }: SignInProps): ReactNode {
  return (
    <Frame brand={brand} linkHome={linkToPublicHome} corner={<SignedInAlready />}>
      <div className={style.column}>
        <Note note={note} />
        <EmptyFields />
        <h1>{t('sign-in.title')}</h1>
        <form className={form.form} method="post" action="/sign-in" data-sign-in noValidate>
          <LoginField />
          <PasswordField />
          <button className={`${button.primary} ${button.wide}`} type="submit">
            {t('sign-in.submit')}
          </button>
        </form>
        <PasskeyButton />
        <p className={style.first}>
          {t('sign-in.first-time')} <a href="/register">{t('sign-in.register')}</a>
        </p>
        <p className={style.forgot}>
          <a href="/sign-in/forgot-password">{t('sign-in.forgot-password')}</a>
          <a href="/sign-in/forgot-user-name">{t('sign-in.forgot-user-name')}</a>
          <a href="/sign-in/lost-everything">{t('sign-in.lost-everything')}</a>
        </p>
        <p className={style.help}>
          {t('sign-in.help')} <a href={brand.phoneHref}>{brand.phone}</a>. {brand.hours}
        </p>
      </div>
    </Frame>
  );
}

/** Shown only to whoever is signed in: nobody has to sign in twice. */
function SignedInAlready(): ReactNode {
  return (
    <a className={`${button.secondary} for-customers`} href="/contracts">
      {t('page.contracts')}
    </a>
  );
}

function LoginField(): ReactNode {
  return (
    <div className={form.field} data-field="login">
      <label className={form.label} htmlFor="login">
        {t('sign-in.login')}
      </label>
      <p className={form.error} id="login-error" hidden>
        {t('sign-in.login-missing')}
      </p>
      <input
        className={form.input}
        id="login"
        name="login"
        type="text"
        autoComplete="username webauthn"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        required
      />
    </div>
  );
}

function Note({ note }: { note: SignInNote | undefined }): ReactNode {
  if (note === undefined) return null;
  const failed = !NEWS.includes(note);
  return (
    <div
      className={failed ? form.summary : form.notice}
      role={failed ? 'alert' : 'status'}
      tabIndex={-1}
      data-takes-focus
      data-note={note}
    >
      <h2>{t(`sign-in.${note}.title`)}</h2>
      <p>{t(`sign-in.${note}.text`)}</p>
    </div>
  );
}

/** Waits hidden in the page, so that the script needs no sentence of its own. */
function EmptyFields(): ReactNode {
  return (
    <div className={form.summary} role="alert" tabIndex={-1} data-empty hidden>
      <h2>{t('form.problem')}</h2>
      <ul>
        <li data-empty-field="login">
          <a href="#login">{t('sign-in.login-missing')}</a>
        </li>
        <li data-empty-field="password">
          <a href="#password">{t('sign-in.password-missing')}</a>
        </li>
      </ul>
    </div>
  );
}
