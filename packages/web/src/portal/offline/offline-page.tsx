import type { ReactNode } from 'react';
import type { Brand } from '../../shared/brand/brand.ts';
import { t } from '../../shared/copy/copy.ts';
import { Frame, linkToPublicHome } from '../../shared/page/frame.tsx';
import button from '../../shared/style/button.module.css';
import style from './offline-page.module.css';

/**
 * What opens where there is no connection: that it is so, the telephone, and what works on this
 * device all the same. Nothing of an account is in it.
 */
export function OfflinePage({ brand }: { brand: Brand }): ReactNode {
  return (
    <Frame brand={brand} linkHome={linkToPublicHome} corner={null}>
      <div className={style.page}>
        <h1>{t('offline.title')}</h1>
        <p>{t('offline.text', { name: brand.name })}</p>
        {/* The address is still the one that was asked for; script loads it anew. */}
        <button type="button" className={`${button.primary} ${style.again}`} data-again hidden>
          {t('offline.again')}
        </button>
        <p>
          {t('offline.phone')} <a href={brand.phoneHref}>{brand.phone}</a>. {brand.hours}
        </p>
        {/* Script shows what this device holds: the planner's pages, and a walk that was kept. */}
        <section className={style.here} aria-labelledby="here" data-planner hidden>
          <h2 id="here">{t('offline.here')}</h2>
          <p data-kept-walk hidden>
            {t('offline.walk-text')} <a href="/lease-end/walk">{t('offline.walk')}</a>
          </p>
          <p>
            {t('offline.planner-text')} <a href="/lease-end">{t('offline.planner')}</a>
          </p>
        </section>
      </div>
    </Frame>
  );
}
