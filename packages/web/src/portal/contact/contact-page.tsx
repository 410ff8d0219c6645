import type { ReactNode } from 'react';
import type { Brand } from '../../shared/brand/brand.ts';
import { t } from '../../shared/copy/copy.ts';
import { Frame, linkToPublicHome } from '../../shared/page/frame.tsx';
import { WayIn } from '../../shared/page/way-in.tsx';
import { Addresses } from './addresses.tsx';
import style from './contact-page.module.css';

/** How to reach a person: by phone and when, by email, by mail. For guests and customers alike. */
export function ContactPage({ brand }: { brand: Brand }): ReactNode {
  return (
    <Frame brand={brand} linkHome={linkToPublicHome} corner={<WayIn />}>
      <h1>{t('contact.title')}</h1>
      <p className={style.lead}>{t('contact.lead')}</p>
      <section className={style.section} aria-labelledby="phone">
        <h2 id="phone">{t('contact.phone')}</h2>
        <p className={style.number}>
          <a href={brand.phoneHref}>{brand.phone}</a>
        </p>
        <p>{brand.hours}</p>
        <p className={style.aside}>{t('contact.phone-hint')}</p>
      </section>
      <section className={style.section} aria-labelledby="email">
        <h2 id="email">{t('contact.email')}</h2>
        <p className={style.number}>
          <a href={brand.emailHref}>{brand.email}</a>
        </p>
        <p className={style.aside}>{t('contact.email-hint')}</p>
      </section>
      <section className={style.section} aria-labelledby="mail">
        <h2 id="mail">{t('home.mail.title')}</h2>
        <p>{t('home.mail.text')}</p>
        <Addresses brand={brand} />
      </section>
    </Frame>
  );
}
