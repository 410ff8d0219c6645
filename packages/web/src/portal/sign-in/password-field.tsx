import type { ReactNode } from 'react';
import { t } from '../../shared/copy/copy.ts';
import form from '../../shared/form/form.module.css';
import style from './sign-in-page.module.css';

/** The password that somebody has; script adds a button that shows it. */
export function PasswordField(): ReactNode {
  return (
    <div className={form.field} data-field="password">
      <label className={form.label} htmlFor="password">
        {t('sign-in.password')}
      </label>
      <p className={form.error} id="password-error" hidden>
        {t('sign-in.password-missing')}
      </p>
      <Shown autoComplete="current-password webauthn" />
    </div>
  );
}

/** A password that is to be. */
export function NewPasswordField(): ReactNode {
  return (
    <div className={form.field}>
      <label className={form.label} htmlFor="password">
        {t('new-password.label')}
      </label>
      <p className={form.hint} id="password-hint">
        {t('new-password.hint')}
      </p>
      <Shown autoComplete="new-password" describedBy="password-hint" />
    </div>
  );
}

type ShownProps = { readonly autoComplete: string; readonly describedBy?: string };

function Shown({ autoComplete, describedBy }: ShownProps): ReactNode {
  return (
    <div className={style.password}>
      <input
        className={form.input}
        id="password"
        name="password"
        type="password"
        autoComplete={autoComplete}
        aria-describedby={describedBy}
        required
      />
      <button className={style.show} type="button" aria-pressed="false" data-show hidden>
        {t('sign-in.show')}
        <span className="seen-by-readers"> {t('sign-in.show-what')}</span>
      </button>
    </div>
  );
}
