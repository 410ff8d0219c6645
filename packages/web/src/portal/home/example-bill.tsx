import type { ReactNode } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { formatCents } from '../../shared/format/cents.ts';
import { lengthOf } from '../../shared/picture/length-of.ts';
import style from './example-bill.module.css';

/* 446.60 after 31 days: the split that the portal would show, as a picture and in words. */
const EXAMPLE = { dueCents: '44660', principalCents: '39091', interestCents: '5569' };

/** A made-up bill, marked as one: shows what "every number explains itself" means. */
export function ExampleBill(): ReactNode {
  const share = lengthOf(BigInt(EXAMPLE.principalCents), BigInt(EXAMPLE.dueCents), 100);
  return (
    <figure className={style.bill}>
      <figcaption className={style.caption}>{t('home.example.caption')}</figcaption>
      <p className={style.label}>{t('contract.amount-due')}</p>
      <p className={`${style.amount} number`}>{formatCents(EXAMPLE.dueCents)}</p>
      <p className={style.due}>{t('home.example.due')}</p>
      <svg className={style.bar} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect className={style.principal} width={share - 0.4} height="6" />
        <rect className={style.interest} x={share + 0.4} width={99.6 - share} height="6" />
      </svg>
      <dl className={style.lines}>
        <div>
          <dt>
            <span className={`${style.dot} ${style.principalDot}`} />
            {t('line.principal')}
          </dt>
          <dd className="number">{formatCents(EXAMPLE.principalCents)}</dd>
        </div>
        <div>
          <dt>
            <span className={`${style.dot} ${style.interestDot}`} />
            {t('home.example.interest')}
          </dt>
          <dd className="number">{formatCents(EXAMPLE.interestCents)}</dd>
        </div>
      </dl>
    </figure>
  );
}
