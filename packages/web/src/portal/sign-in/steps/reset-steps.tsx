import type { ReactNode } from 'react';
import type { Brand } from '../../../shared/brand/brand.ts';
import { t } from '../../../shared/copy/copy.ts';
import form from '../../../shared/form/form.module.css';
import button from '../../../shared/style/button.module.css';
import { NewPasswordField } from '../password-field.tsx';
import { FactsFields } from './facts-fields.tsx';
import { FLOW, Step, When } from './flow.tsx';
import { PlainField } from './plain-field.tsx';
import style from './steps.module.css';

type StepPage = { readonly brand: Brand };

/** The facts of the contract, where nothing else is on file. */
export function FactsPage({ brand }: StepPage): ReactNode {
  return (
    <Step brand={brand} title={t('facts.title')}>
      <p className={style.lead}>{t('facts.text')}</p>
      <form className={form.form} method="post" action="/sign-in/proof/facts" noValidate>
        <FactsFields />
        <button className={`${button.primary} ${button.wide}`} type="submit">
          {t('proof.continue')}
        </button>
      </form>
      <p className={style.out}>
        <a href="/sign-in">{t('proof.begin-again')}</a>
      </p>
    </Step>
  );
}

/** Whose password is to be set anew. */
export function ForgotPasswordPage({ brand }: StepPage): ReactNode {
  return (
    <Step brand={brand} title={t('forgot-password.title')}>
      <p className={style.lead}>{t('forgot-password.text')}</p>
      <form className={form.form} method="post" action="/sign-in/forgot-password" noValidate>
        <PlainField
          id="login"
          label={t('sign-in.login')}
          input={{
            type: 'text',
            autoComplete: 'username',
            autoCapitalize: 'none',
            autoCorrect: 'off',
            spellCheck: false,
          }}
        />
        <button className={`${button.primary} ${button.wide}`} type="submit">
          {t('proof.continue')}
        </button>
      </form>
      <p className={style.out}>
        <a href="/sign-in/forgot-user-name">{t('sign-in.forgot-user-name')}</a>
        <a href="/sign-in/lost-everything">{t('sign-in.lost-everything')}</a>
        <a href="/sign-in">{t('proof.back-to-sign-in')}</a>
      </p>
    </Step>
  );
}

/** Where to mail the user name. The answer is the same for everybody. */
export function ForgotUserNamePage({ brand }: StepPage): ReactNode {
  return (
    <Step
      brand={brand}
      title={t('forgot-user-name.title')}
      faults={
        <When is="reminded">
          <div className={form.notice} role="status" tabIndex={-1} data-takes-focus>
            <h2>{t('forgot-user-name.sent-title')}</h2>
            <p>{t('forgot-user-name.sent-text')}</p>
          </div>
        </When>
      }
    >
      <p className={style.lead}>{t('forgot-user-name.text')}</p>
      <form className={form.form} method="post" action="/sign-in/forgot-user-name" noValidate>
        <PlainField
          id="email"
          label={t('forgot-user-name.email')}
          input={{ type: 'email', autoComplete: 'email', spellCheck: false }}
        />
        <button className={`${button.primary} ${button.wide}`} type="submit">
          {t('forgot-user-name.submit')}
        </button>
      </form>
      <p className={style.out}>
        <a href="/sign-in">{t('proof.back-to-sign-in')}</a>
      </p>
    </Step>
  );
}

const PASSWORD_FAULTS = ['too-short', 'too-long', 'personal', 'easy'] as const;

/** Why a new password was not taken, everything at once. */
export function PasswordFaults(): ReactNode {
  return (
    <When is="password-not-taken">
      <div className={form.summary} role="alert" tabIndex={-1} data-takes-focus>
        <h2>{t('form.problem')}</h2>
        <ul>
          {PASSWORD_FAULTS.map((fault) => (
            <When key={fault} is={fault}>
              <li>
                <a href="#password">{t(`new-password.${fault}`, { least: FLOW.least })}</a>
              </li>
            </When>
          ))}
        </ul>
      </div>
    </When>
  );
}

/** A new password, when enough is proven. */
export function NewPasswordPage({ brand }: StepPage): ReactNode {
  return (
    <Step brand={brand} title={t('new-password.title')} faults={<PasswordFaults />}>
      <p className={style.lead}>{t('new-password.text')}</p>
      <form className={form.form} method="post" action="/sign-in/new-password" noValidate>
        <NewPasswordField />
        <button className={`${button.primary} ${button.wide}`} type="submit">
          {t('new-password.submit')}
        </button>
      </form>
    </Step>
  );
}
