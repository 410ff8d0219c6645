import type { ReactNode } from 'react';
import type { Brand } from '../brand/brand.ts';
import { t } from '../copy/copy.ts';
import style from './frame.module.css';
import { Wordmark } from './wordmark.tsx';

type FrameProps = {
  readonly brand: Brand;
  readonly home: string;
  /** What stands in the top right corner: the way in, or the way out. */
  readonly corner: ReactNode;
  readonly children: ReactNode;
};

/** What every page has around it: the lender's name, one act in the corner, and how to reach us. */
export function Frame({ brand, home, corner, children }: FrameProps): ReactNode {
  return (
    <div className={style.frame}>
      <a className="skip" href="#content">
        {t('page.skip')}
      </a>
      <header className={style.header}>
        <div className={style.bar}>
          <a className={style.home} href={home}>
            <Wordmark name={brand.name} />
          </a>
          {corner}
        </div>
      </header>
      <main id="content" className={style.main} tabIndex={-1}>
        {children}
      </main>
      <Footer brand={brand} />
    </div>
  );
}

function Footer({ brand }: { brand: Brand }): ReactNode {
  return (
    <footer className={style.footer}>
      <div className={style.footing}>
        <p className={style.reach}>
          {t('page.reach')}{' '}
          <a className={style.phone} href={`tel:${brand.phoneHref}`}>
            {brand.phone}
          </a>
          <span className={style.hours}>{brand.hours}</span>
        </p>
        <p className={style.legal}>{brand.legal}</p>
      </div>
    </footer>
  );
}
