import type { ReactNode } from 'react';
import type { Brand } from '../../shared/brand/brand.ts';
import { t } from '../../shared/copy/copy.ts';
import form from '../../shared/form/form.module.css';
import button from '../../shared/style/button.module.css';
import { NewPasswordField } from '../sign-in/password-field.tsx';
import { FLOW, Step, When } from '../sign-in/steps/flow.tsx';
import { PlainField } from '../sign-in/steps/plain-field.tsx';
import { PasswordFaults } from '../sign-in/steps/reset-steps.tsx';
import steps from '../sign-in/steps/steps.module.css';
import style from './register.module.css';

type RegisterProps = { readonly brand: Brand };

/** What to sign in by, and what is agreed to. Script offers a passkey in place of a password. */
export function AccountPage({ brand }: RegisterProps): ReactNode {
  return (
    <Step brand={brand} title={t('register.account.title')} faults={<PasswordFaults />}>
      <p className={steps.lead}>
        {t('register.account.text')} <strong className={style.email}>{FLOW.typed('email')}</strong>.
      </p>
      <form className={form.form} method="post" action="/register/account" data-account noValidate>
        <input type="hidden" name="passkey" value="" />
        <PlainField
          id="userName"
          label={t('register.user-name')}
          hint={t('register.user-name-hint')}
          optional
          input={{
            type: 'text',
            autoComplete: 'username',
            autoCapitalize: 'none',
            autoCorrect: 'off',
            spellCheck: false,
            maxLength: 60,
            defaultValue: FLOW.typed('userName'),
          }}
        />
        <NewPasswordField />
        <When is="terms">
          <div className={form.field}>
            <details className={style.terms}>
              <summary>{t('register.terms.read')}</summary>
              <p>{FLOW.typed('terms')}</p>
            </details>
            <label className={form.choice}>
              <input type="checkbox" name="terms" value={FLOW.typed('version')} />
              <span>{t('register.terms.agree', { version: FLOW.typed('version') })}</span>
            </label>
          </div>
        </When>
        <button className={`${button.primary} ${button.wide}`} type="submit">
          {t('register.account.submit')}
        </button>
        <NewPasskey />
      </form>
    </Step>
  );
}

/** Waits hidden for the script: a passkey cannot be made without one. */
function NewPasskey(): ReactNode {
  return (
    <div className={style.passkey} data-new-passkey hidden>
      <div className={form.summary} role="alert" tabIndex={-1} data-passkey-fault hidden>
        <h2>{t('register.passkey.fault-title')}</h2>
        <p>{t('register.passkey.fault-text')}</p>
      </div>
      <p className={style.or}>{t('register.passkey.text')}</p>
      <button type="button" className={`${button.secondary} ${button.wide}`}>
        {t('register.passkey.submit')}
      </button>
    </div>
  );
}

/** The terms in force, to be read before an account is opened and afterwards. */
export function TermsPage({ brand }: RegisterProps): ReactNode {
  return (
    <Step brand={brand} title={t('register.terms.title')}>
      <When is="terms">
        <p className={style.text}>{FLOW.typed('terms')}</p>
        <p className={style.version}>
          {t('register.terms.version', { version: FLOW.typed('version') })}
        </p>
      </When>
      <When is="no-terms">
        <p className={steps.lead}>{t('register.terms.none')}</p>
      </When>
    </Step>
  );
}
