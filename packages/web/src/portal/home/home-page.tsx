import type { ReactNode } from 'react';
import type { Brand } from '../../shared/brand/brand.ts';
import { t } from '../../shared/copy/copy.ts';
import { Frame, linkToPublicHome } from '../../shared/page/frame.tsx';
import { WayIn } from '../../shared/page/way-in.tsx';
import button from '../../shared/style/button.module.css';
import { Addresses } from '../contact/addresses.tsx';
import { ExampleBill } from './example-bill.tsx';
import style from './home-page.module.css';

const PROMISES = ['owe', 'pay', 'payoff', 'why'] as const;

/** What a person finds before signing in: what can be done here, and how to reach somebody. */
export function HomePage({ brand }: { brand: Brand }): ReactNode {
  return (
    <Frame brand={brand} linkHome={linkToPublicHome} corner={<Corner />}>
      <div className={style.opening}>
        <div>
          <h1 className={style.promise}>{t('home.title')}</h1>
          <p className={style.lead}>{t('home.lead')}</p>
          <a className={`${button.primary} for-guests`} href="/sign-in">
            {t('home.sign-in')}
          </a>
          <a className={`${button.primary} for-customers`} href="/contracts">
            {t('not-found.home')}
          </a>
          <p className={`${style.guest} for-guests`}>
            <a href="/register">{t('home.register')}</a>
          </p>
          <p className={`${style.guest} for-guests`}>
            <a href="/pay">{t('home.guest')}</a>
          </p>
          <p className={style.leaseEnd}>
            <a href="/lease-end">{t('home.lease-end')}</a>
            <span>{t('home.lease-end.hint')}</span>
          </p>
        </div>
        <ExampleBill />
      </div>
      <section className={style.section} aria-labelledby="here">
        <h2 id="here">{t('home.here')}</h2>
        <ul className={style.promises}>
          {PROMISES.map((promise) => (
            <li key={promise}>
              <h3>{t(`home.${promise}.title`)}</h3>
              <p>{t(`home.${promise}.text`)}</p>
            </li>
          ))}
        </ul>
      </section>
      <Person brand={brand} />
      <Mail brand={brand} />
    </Frame>
  );
}

function Corner(): ReactNode {
  return (
    <nav className={style.nav} aria-label={t('home.nav')}>
      <a className={`${button.quiet} ${style.wide}`} href="/lease-end">
        {t('home.lease-end.short')}
      </a>
      <WayIn />
    </nav>
  );
}

function Person({ brand }: { brand: Brand }): ReactNode {
  return (
    <section className={style.section} aria-labelledby="person">
      <h2 id="person">{t('home.person.title')}</h2>
      <div>
        <p>{t('home.person.text')}</p>
        <p className={style.telephone}>
          <a href={brand.phoneHref}>{brand.phone}</a>
        </p>
        <p className={style.aside}>{brand.hours}</p>
      </div>
    </section>
  );
}

function Mail({ brand }: { brand: Brand }): ReactNode {
  return (
    <section className={style.section} aria-labelledby="mail">
      <h2 id="mail">{t('home.mail.title')}</h2>
      <div>
        <p>{t('home.mail.text')}</p>
        <Addresses brand={brand} />
      </div>
    </section>
  );
}
