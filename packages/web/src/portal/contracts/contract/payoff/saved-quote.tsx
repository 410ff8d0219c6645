import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useBrand } from '../../../../shared/brand/brand-context.ts';
import { vehicleName } from '../../../../shared/contract/vehicle-name.ts';
import { t } from '../../../../shared/copy/copy.ts';
import { formatCents } from '../../../../shared/format/cents.ts';
import { formatDay, formatNearDay } from '../../../../shared/format/date.ts';
import { SavePdfButton } from '../../../../shared/report/save-pdf-button.tsx';
import { ProblemNotice } from '../../../../shared/state/problem-notice.tsx';
import button from '../../../../shared/style/button.module.css';
import { call, type Response } from '../../../../shared/wire/client.ts';
import { contractQuery, payoffQuotesQuery } from '../../../queries.ts';
import style from './payoff-page.module.css';

type SavedProps = { readonly contractId: string; readonly from: string };
type Quote = Response<'quotePayoff'>;

/** Stores the payoff as a promise with a reference and the amount of every day it is good for. */
export function SaveQuote({ contractId, from }: SavedProps): ReactNode {
  // One key for as long as this day is shown: pressing twice keeps one quote.
  const [key] = useState(() => crypto.randomUUID());
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: () => call('quotePayoff', { params: { contractId }, body: { from }, key }),
    onSuccess: () =>
      queries.invalidateQueries({ queryKey: payoffQuotesQuery(contractId).queryKey }),
  });
  return (
    <div className={style.save}>
      <p className={style.aside}>{t('payoff.save-why')}</p>
      <button
        type="button"
        className={button.secondary}
        disabled={save.isPending || save.isSuccess}
        onClick={() => save.mutate()}
      >
        {t('payoff.save')}
      </button>
      {save.isSuccess ? (
        <p role="status">{t('payoff.saved-below', { reference: save.data.reference })}</p>
      ) : null}
      {save.isError ? <ProblemNotice fault={save.error} takesFocus /> : null}
    </div>
  );
}

/** The quotes that are still good, newest first: they are here after a reload, and next week. */
export function SavedQuotes({ contractId }: { contractId: string }): ReactNode {
  const quotes = useQuery(payoffQuotesQuery(contractId));
  if (quotes.isError) return <ProblemNotice fault={quotes.error} />;
  if (quotes.data === undefined || quotes.data.quotes.length === 0) return null;
  return (
    <section className={style.quotes} aria-labelledby="quotes">
      <h2 id="quotes">{t('payoff.quotes')}</h2>
      {quotes.data.quotes.map((quote) => (
        <SavedQuote key={quote.quoteId} contractId={contractId} quote={quote} />
      ))}
    </section>
  );
}

function SavedQuote({ contractId, quote }: { contractId: string; quote: Quote }): ReactNode {
  const { reference, quotedOn, goodThrough, days } = quote;
  const contract = useQuery(contractQuery(contractId));
  const brand = useBrand();
  const letter = async () => {
    if (contract.data === undefined) return null;
    const { payoffLetter } = await import('./payoff-letter.ts');
    const { contractNumber } = contract.data;
    return payoffLetter(quote, { contractNumber, car: vehicleName(contract.data) }, brand);
  };
  const first = days[0];
  return (
    <article className={style.quote}>
      <h3>{t('payoff.saved', { reference })}</h3>
      <p>
        {t('payoff.saved-when', {
          day: formatDay(quotedOn),
          amount: formatCents(first?.totalCents ?? '0'),
          from: formatNearDay(first?.on ?? quotedOn, quotedOn),
          through: formatNearDay(goodThrough, quotedOn),
        })}
      </p>
      <details>
        <summary>{t('payoff.by-day')}</summary>
        <DayTable days={days} />
      </details>
      <SavePdfButton report={letter} fileName={`payoff-${reference}.pdf`} />
    </article>
  );
}

function DayTable({ days }: Pick<Quote, 'days'>): ReactNode {
  return (
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
  );
}
