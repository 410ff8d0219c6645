import type { ReactNode } from 'react';
import { BRAND_MARKERS } from '../shared/brand/brand.ts';
import { t } from '../shared/copy/copy.ts';
import button from '../shared/style/button.module.css';
import style from './app-shell.module.css';

/** What stands on the screen until the signed-in application has arrived, or if it never does. */
export function AppShell(): ReactNode {
  return (
    <div id="app">
      <div className={style.waiting}>
        <p role="status">{t('page.loading')}</p>
        <Unreachable />
        <noscript>
          <p>
            {t('page.needs-script')} <a href={BRAND_MARKERS.phoneHref}>{BRAND_MARKERS.phone}</a>
          </p>
        </noscript>
      </div>
    </div>
  );
}

/** Waits hidden in the page: whoever cannot reach us cannot ask us for the words either. */
function Unreachable(): ReactNode {
  return (
    <div className={style.unreachable} role="alert" data-unreachable hidden>
      <h1>{t('problem.unreachable.title')}</h1>
      <p>{t('problem.unreachable.cause')}</p>
      <p>
        {t('problem.call')} <a href={BRAND_MARKERS.phoneHref}>{BRAND_MARKERS.phone}</a>,{' '}
        {BRAND_MARKERS.hours}
      </p>
      <p>
        <a className={button.primary} href="/contracts">
          {t('problem.retry')}
        </a>
      </p>
    </div>
  );
}
