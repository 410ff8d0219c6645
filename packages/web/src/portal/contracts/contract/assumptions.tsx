import type { ReactNode } from 'react';
import { useBrand } from '../../../shared/brand/brand-context.ts';
import { hasCopy, t } from '../../../shared/copy/copy.ts';
import { formatCents } from '../../../shared/format/cents.ts';
import { formatDate } from '../../../shared/format/date.ts';
import type { ContractOverview } from '../next-step.ts';
import style from './assumptions.module.css';

/** What nobody told the lender and was assumed: said openly, with the reason and how to mend it. */
export function Assumptions({ assumed }: { assumed: ContractOverview['assumed'] }): ReactNode {
  const brand = useBrand();
  if (assumed.length === 0) return null;
  return (
    <details className={style.assumed}>
      <summary>{t('assumed.title', { count: assumed.length })}</summary>
      <p>
        {t('assumed.text')} <a href={brand.phoneHref}>{brand.phone}</a>
      </p>
      <ul>
        {assumed.map(({ term, value, reason }) => (
          <li key={term}>
            <b>{known(`assumed.term.${term}`, term)}</b>{' '}
            <span className="number">{shown(term, value)}</span>
            <br />
            <span className={style.reason}>{known(`assumed.reason.${reason}`, '')}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Terms whose value is cents. */
const AMOUNTS = new Set(['amountFinanced', 'endBalance', 'finalInstallment', 'basePayment']);

function known(key: string, otherwise: string): string {
  return hasCopy(key) ? t(key) : otherwise;
}

function shown(term: string, value: string): string {
  if (AMOUNTS.has(term) && /^\d+$/.test(value)) return formatCents(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value);
  if (term === 'dayCount') return known(`day-count.${value}`, value);
  return known(`assumed.value.${value}`, value);
}
