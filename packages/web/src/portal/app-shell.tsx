import type { ReactNode } from 'react';
import { BRAND_MARKERS } from '../shared/brand/brand.ts';
import { t } from '../shared/copy/copy.ts';
import style from './app-shell.module.css';

/** What stands on the screen until the signed-in application has arrived, or if it never does. */
export function AppShell(): ReactNode {
  return (
    <div id="app">
      <div className={style.waiting}>
        <p role="status">{t('page.loading')}</p>
        <noscript>
          <p>
            {t('page.needs-script')} <a href={BRAND_MARKERS.phoneHref}>{BRAND_MARKERS.phone}</a>
          </p>
        </noscript>
      </div>
    </div>
  );
}
