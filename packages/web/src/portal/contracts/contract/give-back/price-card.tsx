import '../../../../shared/copy/give-back-copy.ts';
import type { ReactNode } from 'react';
import { Amount } from '../../../../shared/amount/amount.tsx';
import { t } from '../../../../shared/copy/copy.ts';
import { formatCents } from '../../../../shared/format/cents.ts';
import { formatDate } from '../../../../shared/format/date.ts';
import { formatMiles } from '../../../../shared/format/miles.ts';
import row from '../row-list.module.css';
import { breakdownOf, nameOf, priceToday, type Quote } from './bill-words.ts';
import style from './give-back.module.css';

/** What giving the car back costs, promised: until when, up to which miles, and what may follow. */
export default function PriceCard({ quote }: { quote: Quote }): ReactNode {
  const { goodThrough, miles, toleranceMiles, lines } = quote;
  const { breakdown, besides } = priceToday(quote);
  const most = formatMiles(miles + toleranceMiles);
  return (
    <section className={style.card} aria-labelledby="our-price">
      <h2 id="our-price">{t('give-back.price.title')}</h2>
      <div>
        <p className={style.label}>{t('give-back.price.today')}</p>
        <Amount name={t('give-back.price.today')} breakdown={breakdown} size="display" />
      </div>
      <p>
        <strong>{t('give-back.price.good', { day: formatDate(goodThrough) })}</strong>{' '}
        {t('give-back.price.promise')}
      </p>
      <p>{t('give-back.price.miles', { miles: formatMiles(miles), most })}</p>
      <h3>{t('give-back.price.parts')}</h3>
      <ul className={row.rows}>
        {lines.map((line) => (
          <li key={line.lineId} className={row.row}>
            <span>{nameOf(line)}</span>
            <Amount name={nameOf(line)} breakdown={breakdownOf(line)} />
          </li>
        ))}
      </ul>
      <Besides besides={besides} />
      <div>
        <p>{t('give-back.price.later')}</p>
        <ul className={style.plain}>
          <li>{t('give-back.price.later.damage')}</li>
          <li>{t('give-back.price.later.miles', { most })}</li>
          <li>{t('give-back.price.later.third')}</li>
        </ul>
      </div>
    </section>
  );
}

/** What the account owes whatever happens to the car, or has paid ahead. */
function Besides({ besides }: { besides: bigint }): ReactNode {
  if (besides === 0n) return null;
  const size = besides < 0n ? -besides : besides;
  const amount = formatCents(size.toString());
  return <p>{t(besides > 0n ? 'give-back.price.besides' : 'give-back.price.less', { amount })}</p>;
}
