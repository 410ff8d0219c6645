import type { ReactNode } from 'react';
import { t } from '../../shared/copy/copy.ts';
import form from '../../shared/form/form.module.css';
import button from '../../shared/style/button.module.css';
import style from './sign-in-page.module.css';

/** Waits hidden for the script: a passkey cannot be asked for without one. */
export function PasskeyButton(): ReactNode {
  return (
    <div className={style.passkey} data-passkey hidden>
      <div className={form.summary} role="alert" tabIndex={-1} data-passkey-fault hidden>
        <h2>{t('proof.passkey-refused.title')}</h2>
        <p>{t('proof.passkey-refused.text')}</p>
      </div>
      <button type="button" className={`${button.secondary} ${button.wide}`}>
        {t('sign-in.passkey')}
      </button>
    </div>
  );
}
