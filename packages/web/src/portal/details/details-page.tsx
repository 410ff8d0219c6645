import '../../shared/copy/account-copy.ts';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useBrand } from '../../shared/brand/brand-context.ts';
import { FactList } from '../../shared/contract/fact-list.tsx';
import { t } from '../../shared/copy/copy.ts';
import { formatPhone } from '../../shared/format/phone.ts';
import { PageHeading } from '../../shared/page/heading.tsx';
import { Loaded } from '../../shared/state/loaded.tsx';
import type { Response } from '../../shared/wire/client.ts';
import { detailsQuery } from '../queries.ts';
import style from './details-page.module.css';

/** What we have on file about whoever is signed in, and how to have it corrected. */
export function DetailsPage(): ReactNode {
  const details = useQuery(detailsQuery);
  return (
    <div className={style.page}>
      <PageHeading>{t('details.title')}</PageHeading>
      <Loaded query={details} lines={8}>
        {(known) => <FactList facts={factsOf(known)} />}
      </Loaded>
      <ToCorrect />
    </div>
  );
}

function factsOf({ name, userName, email, phone, address }: Response<'getDetails'>) {
  const none = t('details.none');
  return [
    { name: t('details.name'), value: name },
    { name: t('details.user-name'), value: userName },
    { name: t('details.email'), value: email ?? none },
    { name: t('details.phone'), value: phone === null ? none : formatPhone(phone) },
    { name: t('details.address'), value: address.length === 0 ? none : address.join(', ') },
  ];
}

function ToCorrect(): ReactNode {
  const brand = useBrand();
  return (
    <p className={style.aside}>
      {t('details.correct')} <a href={brand.phoneHref}>{brand.phone}</a>, {brand.hours}.
    </p>
  );
}
