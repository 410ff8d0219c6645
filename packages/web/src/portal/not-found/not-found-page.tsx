import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { PageHeading } from '../../shared/page/heading.tsx';
import button from '../../shared/style/button.module.css';
import style from './not-found-page.module.css';

/** For an address that leads nowhere: says so, and where to go on. */
export function NotFoundPage(): ReactNode {
  return (
    <div className={style.page}>
      <PageHeading>{t('not-found.title')}</PageHeading>
      <p>{t('not-found.text')}</p>
      <Link className={button.primary} to="/contracts">
        {t('not-found.home')}
      </Link>
    </div>
  );
}
