import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useBrand } from '../../shared/brand/brand-context.ts';
import { t } from '../../shared/copy/copy.ts';
import { formatDay } from '../../shared/format/date.ts';
import { PageHeading } from '../../shared/page/heading.tsx';
import button from '../../shared/style/button.module.css';
import { useIds } from '../frame/link.ts';
import { DeskNotice } from '../frame/notice.tsx';
import style from '../frame/parts.module.css';
import { ask, type Said } from '../wire/desk-client.ts';
import letterStyle from './letter-page.module.css';

/** A letter is shown once, to be printed at once; after that nobody can read its code. */
export function LetterPage(): ReactNode {
  const { letterId } = useIds();
  const print = useMutation({ mutationFn: () => ask('printLetter', { params: { letterId } }) });
  if (print.data !== undefined) return <Letter letter={print.data} />;
  return (
    <>
      <PageHeading>{t('desk.letter.title')}</PageHeading>
      <p className={style.lead}>{t('desk.letter.once')}</p>
      {print.isError ? <DeskNotice fault={print.error} /> : null}
      <button
        type="button"
        className={button.primary}
        disabled={print.isPending}
        onClick={() => print.mutate()}
      >
        {t('desk.letter.show')}
      </button>
    </>
  );
}

function Letter({ letter }: { letter: Said<'printLetter'> }): ReactNode {
  const brand = useBrand();
  return (
    <>
      <p className="not-printed">
        <button type="button" className={button.primary} onClick={() => window.print()}>
          {t('desk.letter.print')}
        </button>
      </p>
      <article className={letterStyle.letter}>
        <p className={style.aside}>
          {brand.name}
          <br />
          {brand.addressRegular}
        </p>
        <address className={letterStyle.address}>
          {[letter.name, ...letter.address].join('\n')}
        </address>
        <PageHeading>{t('desk.letter.heading')}</PageHeading>
        <p>{t('desk.letter.greeting', { name: letter.name })}</p>
        <p>{t('desk.letter.text', { number: letter.contractNumber })}</p>
        <p className={`${letterStyle.code} number`}>{letter.code}</p>
        <p>{t('desk.letter.until', { day: formatDay(letter.expiresOn) })}</p>
        <p>{t('desk.letter.not-you', { phone: brand.phone, hours: brand.hours })}</p>
      </article>
    </>
  );
}
