import type { ReactNode } from 'react';
import type { Brand } from '../../shared/brand/brand.ts';
import { t } from '../../shared/copy/copy.ts';
import { Frame, linkToPublicHome } from '../../shared/page/frame.tsx';
import button from '../../shared/style/button.module.css';
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
          <a className={button.primary} href="/sign-in">
            {t('home.sign-in')}
          </a>
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
      <Post brand={brand} />
    </Frame>
  );
}

function Corner(): ReactNode {
  return (
    <nav className={style.nav} aria-label={t('home.nav')}>
      <a className={`${button.quiet} ${style.wide}`} href="/lease-end">
        {t('home.lease-end.short')}
      </a>
      <a className={`${button.secondary} ${style.corner}`} href="/sign-in">
        {t('home.sign-in')}
      </a>
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

function Post({ brand }: { brand: Brand }): ReactNode {
  const addresses = [
    ['regular', brand.addressRegular],
    ['overnight', brand.addressOvernight],
    ['payoff', brand.addressPayoff],
  ] as const;
  return (
    <section className={style.section} aria-labelledby="post">
      <h2 id="post">{t('home.post.title')}</h2>
      <div>
        <p>{t('home.post.text')}</p>
        <dl className={style.addresses}>
          {addresses.map(([kind, address]) => (
            <div key={kind}>
              <dt>{t(`home.post.${kind}`)}</dt>
              <dd className={style.address}>{address}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}
