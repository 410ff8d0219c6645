import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { formatMonth } from '../../shared/format/date.ts';
import { PageHeading } from '../../shared/page/heading.tsx';
import { Skeleton } from '../../shared/state/loaded.tsx';
import { DeskNotice } from '../frame/notice.tsx';
import style from '../frame/parts.module.css';
import { promisesQuery } from '../queries.ts';

const COUNTS = ['kept', 'broken', 'open'] as const;

/** What was promised about cars that came back, and whether it was kept, month by month. */
export function PromisesPage(): ReactNode {
  const promises = useQuery(promisesQuery);
  const months = promises.data?.months ?? [];
  return (
    <>
      <PageHeading>{t('desk.place.promises')}</PageHeading>
      <p className={style.lead}>{t('desk.promises.lead')}</p>
      {promises.isError ? <DeskNotice fault={promises.error} /> : null}
      {promises.isPending ? <Skeleton lines={6} /> : null}
      {promises.isSuccess && months.length === 0 ? <p>{t('desk.promises.none')}</p> : null}
      {months.length === 0 ? null : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls needs the keyboard.
        <section className={style.scroll} tabIndex={0} aria-label={t('desk.place.promises')}>
          <table className={style.table}>
            <thead>
              <tr>
                <th scope="col">{t('desk.promises.month')}</th>
                <th scope="col">{t('desk.promises.what')}</th>
                {COUNTS.map((count) => (
                  <th key={count} scope="col" className={style.amount}>
                    {t(`desk.promises.${count}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {months.map((row) => (
                <tr key={`${row.month} ${row.promise}`}>
                  <th scope="row">{formatMonth(`${row.month}-01`)}</th>
                  <td>{t(`desk.promise.${row.promise}`)}</td>
                  {COUNTS.map((count) => (
                    <td key={count} className={`${style.amount} number`}>
                      {row[count]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}
