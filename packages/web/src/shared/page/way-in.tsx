import type { ReactNode } from 'react';
import { t } from '../copy/copy.ts';
import button from '../style/button.module.css';
import style from './way-in.module.css';

/**
 * The corner of a public page: the way in for a guest, the way on for whoever is signed in. The
 * server knows who asks and says so on the document; no script is needed.
 */
export function WayIn(): ReactNode {
  return (
    <span className={`${style.corner} not-printed`}>
      <a className={`${button.secondary} ${style.act} for-guests`} href="/sign-in">
        {t('home.sign-in')}
      </a>
      <a className={`${button.secondary} ${style.act} for-customers`} href="/contracts">
        {t('page.contracts')}
      </a>
    </span>
  );
}
