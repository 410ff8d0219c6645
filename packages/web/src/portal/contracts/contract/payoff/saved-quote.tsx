import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { t } from '../../../../shared/copy/copy.ts';
import { formatCents } from '../../../../shared/format/cents.ts';
import { formatDay } from '../../../../shared/format/date.ts';
import { ProblemNotice } from '../../../../shared/state/problem-notice.tsx';
import button from '../../../../shared/style/button.module.css';
import { call } from '../../../../shared/wire/client.ts';
import style from './payoff-page.module.css';

type SavedProps = { readonly contractId: string; readonly from: string };

/** Stores the payoff as a promise with a reference and the amount of every day it is good for. */
export function SavedQuote({ contractId, from }: SavedProps): ReactNode {
  // One key for as long as this day is shown: pressing twice keeps one quote.
  const [key] = useState(() => crypto.randomUUID());
  const save = useMutation({
    mutationFn: () => call('quotePayoff', { params: { contractId }, body: { from }, key }),
  });
  if (save.data === undefined) {
    return (
      <div className={style.save}>
        <p className={style.aside}>{t('payoff.save-why')}</p>
        <button
          type="button"
          className={button.secondary}
          disabled={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('payoff.save')}
        </button>
        {save.isError ? <ProblemNotice fault={save.error} takesFocus /> : null}
      </div>
    );
  }
  const { reference, goodThrough, days } = save.data;
  return (
    <div className={style.quote} role="status">
      <h3>{t('payoff.saved', { reference })}</h3>
      <p>{t('payoff.good-through', { day: formatDay(goodThrough) })}</p>
      <table className={style.days}>
        <caption className="seen-by-readers">{t('payoff.by-day')}</caption>
        <thead className="seen-by-readers">
          <tr>
            <th scope="col">{t('payoff.day')}</th>
            <th scope="col">{t('payoff.name')}</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ on, totalCents }) => (
            <tr key={on}>
              <th scope="row">{formatDay(on)}</th>
              <td className="number">{formatCents(totalCents)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
