import type { ReactNode } from 'react';
import { Amount } from '../../../shared/amount/amount.tsx';
import { type Breakdown, summed } from '../../../shared/amount/breakdown.ts';
import { t } from '../../../shared/copy/copy.ts';
import { formatDay, formatDayShort } from '../../../shared/format/date.ts';
import { type ContractOverview, isLate } from '../next-step.ts';
import style from './row-list.module.css';
import { loanPayment } from './schedule-breakdown.ts';

/** The next due dates, each with its amount. */
export function NextPayments({ contract }: { contract: ContractOverview }): ReactNode {
  const rows = rowsOf(contract).slice(0, 5);
  if (rows.length === 0) return null;
  return (
    <section className={style.section} aria-labelledby="next">
      <h2 id="next">{t('contract.next-dates')}</h2>
      <ul className={style.rows}>
        {rows.map(({ dueDate, breakdown }) => (
          <li key={dueDate} className={style.row}>
            <span>{formatDayShort(dueDate)}</span>
            <Amount
              name={t('contract.payment-on', { day: formatDay(dueDate) })}
              breakdown={breakdown}
            />
          </li>
        ))}
      </ul>
      {contract.product === 'loan' ? (
        <p className={style.note}>
          {t(isLate(contract) ? 'contract.next-dates-late' : 'contract.next-dates-loan')}
        </p>
      ) : null}
    </section>
  );
}

function rowsOf(contract: ContractOverview): { dueDate: string; breakdown: Breakdown }[] {
  if (contract.product === 'loan') {
    // What is late stands above, with its fees; a projection takes it as paid today.
    const isStill = (dueDate: string): boolean =>
      !isLate(contract) || dueDate > contract.amountDue.asOf;
    const rows = contract.nextPayments.filter(({ dueDate }) => isStill(dueDate));
    return rows.map((row) => ({
      dueDate: row.dueDate,
      breakdown: loanPayment(row),
    }));
  }
  return contract.nextPayments.map(({ dueDate, number, baseCents, taxCents }) => ({
    dueDate,
    breakdown: summed([
      {
        label: 'base-payment',
        rule: 'lease-payment',
        inputs: { number: String(number), dueDate },
        cents: baseCents,
      },
      { label: 'tax', rule: 'tax-with-its-payment', inputs: {}, cents: taxCents },
    ]),
  }));
}
