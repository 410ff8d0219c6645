import type { ReactNode } from 'react';
import type { Brand } from '../../shared/brand/brand.ts';
import { t } from '../../shared/copy/copy.ts';
import { Frame, linkToPublicHome } from '../../shared/page/frame.tsx';
import { WayIn } from '../../shared/page/way-in.tsx';
import button from '../../shared/style/button.module.css';
import style from './not-found-page.module.css';

/** For a guest at an address that leads nowhere: says so, and the ways on without an account. */
export function GuestNotFoundPage({ brand }: { brand: Brand }): ReactNode {
  return (
    <Frame brand={brand} linkHome={linkToPublicHome} corner={<WayIn />}>
      <div className={style.page}>
        <h1>{t('not-found.title')}</h1>
        <p>{t('not-found.text')}</p>
        <a className={button.primary} href="/">
          {t('not-found.start')}
        </a>
        <ul className={style.ways}>
          <li>
            <a href="/sign-in">{t('not-found.sign-in')}</a>
          </li>
          <li>
            <a href="/lease-end">{t('home.lease-end')}</a>
          </li>
          <li>
            <a href="/contact">{t('page.contact')}</a>
          </li>
        </ul>
      </div>
    </Frame>
  );
}
