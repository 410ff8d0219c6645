import type { ReactNode } from 'react';
import { t } from '../../shared/copy/copy.ts';
import form from '../../shared/form/form.module.css';
import button from '../../shared/style/button.module.css';
import style from './door.module.css';
import { DoorField, DoorFrame } from './door-frame.tsx';

/** Taking up an invitation: a password and a second proof, on one page. */
export function InvitationPage(): ReactNode {
  return (
    <DoorFrame title={t('desk.welcome')}>
      <form className={form.form} data-step="invitation" noValidate hidden>
        <p>
          {t('desk.invited-as')} <b data-invited />
        </p>
        <DoorField
          id="new-password"
          label={t('desk.new-password')}
          hint={t('desk.new-password-hint')}
          type="password"
          autoComplete="new-password"
        />
        <fieldset className={style.proof}>
          <legend className={form.legend}>{t('desk.second-proof')}</legend>
          <p>{t('desk.scan')}</p>
          <div className={style.picture} data-picture role="img" aria-label={t('desk.picture')} />
          <p className={form.hint}>
            {t('desk.secret')} <b className="number" data-secret />
          </p>
          <DoorField
            id="code"
            label={t('desk.code')}
            hint={t('desk.code-hint')}
            type="text"
            autoComplete="one-time-code"
            inputMode="numeric"
          />
        </fieldset>
        <button className={`${button.primary} ${button.wide}`} type="submit">
          {t('desk.finish')}
        </button>
        <button
          className={`${button.secondary} ${button.wide}`}
          type="button"
          data-make-passkey
          data-name={t('desk.first-passkey')}
        >
          {t('desk.passkey-instead')}
        </button>
      </form>
    </DoorFrame>
  );
}
