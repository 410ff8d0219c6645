import type { ReactNode } from 'react';
import type { Brand } from '../brand/brand.ts';
import { t } from '../copy/copy.ts';
import style from './frame.module.css';
import { Wordmark } from './wordmark.tsx';

type FrameProps = {
  readonly brand: Brand;
  /** Draws the lender's name as the way home: a plain link, or one inside the application. */
  readonly linkHome: (wordmark: ReactNode, className: string) => ReactNode;
  /** What stands in the top right corner: the way in, or the way out. */
  readonly corner: ReactNode;
  readonly children: ReactNode;
};

/** What every page has around it: the lender's name, one act in the corner, and how to reach us. */
export function Frame({ brand, linkHome, corner, children }: FrameProps): ReactNode {
  return (
    <div className={style.frame}>
      <a className="skip" href="#content">
        {t('page.skip')}
      </a>
      <header className={style.header}>
        <div className={style.bar}>
          {linkHome(<Wordmark name={brand.name} />, style.home ?? '')}
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

/** The way home from a public page. */
export function linkToPublicHome(wordmark: ReactNode, className: string): ReactNode {
  return (
    <a className={className} href="/">
      {wordmark}
    </a>
  );
}

function Footer({ brand }: { brand: Brand }): ReactNode {
  return (
    <footer className={style.footer}>
      <div className={style.footing}>
        <p className={style.reach}>
          {t('page.reach')}{' '}
          <a className={style.phone} href={brand.phoneHref}>
            {brand.phone}
          </a>
          <span className={style.hours}>{brand.hours}</span>
          <a className={style.contact} href="/contact">
            {t('page.contact')}
          </a>
        </p>
        <p className={style.legal}>{brand.legal}</p>
      </div>
    </footer>
  );
}
