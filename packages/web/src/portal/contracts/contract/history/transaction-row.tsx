import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Amount } from '../../../../shared/amount/amount.tsx';
import { type Breakdown, stated } from '../../../../shared/amount/breakdown.ts';
import { t } from '../../../../shared/copy/copy.ts';
import { formatDate, formatDateShort, formatDay } from '../../../../shared/format/date.ts';
import style from './history-page.module.css';
import {
  kindWords,
  readingWords,
  reasonWords,
  splitWords,
  stateWords,
  type Transaction,
} from './transaction-words.ts';

type RowProps = { readonly entry: Transaction; readonly contractId: string };

/** One entry: when, what, how much, what it did, and where it stands. */
export function TransactionRow({ entry, contractId }: RowProps): ReactNode {
  const { payment } = entry;
  const undone = payment?.state === 'reversed' || payment?.state === 'reapplied';
  const split = splitWords(entry);
  const words = kindWords(entry);
  return (
    <li className={`${style.entry} ${undone ? style.undone : ''}`}>
      <div className={style.when}>
        <time dateTime={entry.effectiveDate}>{formatDateShort(entry.effectiveDate)}</time>
        {entry.businessDate === entry.effectiveDate ? null : (
          <span className={style.recorded}>
            {t('history.recorded', { day: formatDateShort(entry.businessDate) })}
          </span>
        )}
      </div>
      <div className={style.what}>
        <p className={style.kind}>
          {payment !== null && entry.kind === 'payment' ? (
            <Link
              to="/contracts/$contractId/payments/$paymentId"
              params={{ contractId, paymentId: payment.paymentId }}
            >
              {words}
            </Link>
          ) : (
            words
          )}
          <StateTag entry={entry} />
        </p>
        {split === null ? null : <p className={style.split}>{split}</p>}
        <Aside entry={entry} />
      </div>
      <div className={style.amount}>
        <EntryAmount entry={entry} name={words} />
      </div>
    </li>
  );
}

/** What moved; of a promise, which moves nothing yet, what was promised. */
function EntryAmount({ entry, name }: { entry: Transaction; name: string }): ReactNode {
  const { amountCents, promise } = entry;
  if (amountCents !== '0') return <Amount name={name} breakdown={breakdownOf(entry)} />;
  if (promise === null) return null;
  const { on } = promise;
  return (
    <Amount name={name} breakdown={stated('promised', 'chosen', promise.amountCents, { on })} />
  );
}

function StateTag({ entry }: { entry: Transaction }): ReactNode {
  const state = stateWords(entry);
  return state === null ? null : <span className={style.state}>{state}</span>;
}

function Aside({ entry }: { entry: Transaction }): ReactNode {
  const { payment, promise, reading, reason } = entry;
  const notes = [
    reading === null ? null : readingWords(reading),
    promise === null ? null : t('history.promised-for', { day: formatDay(promise.on) }),
    payment?.methodLabel ?? null,
    payment?.state === 'accepted' && payment.clearsOn !== null
      ? t('history.clears', { day: formatDate(payment.clearsOn) })
      : null,
    reason === null ? null : reasonWords(reason),
    reason !== null && entry.kind === 'payment-reversed' ? t('history.worked-out-again') : null,
  ].filter((note) => note !== null);
  return notes.length === 0 ? null : <p className={style.aside}>{notes.join(' · ')}</p>;
}

function breakdownOf({ lines, amountCents, kind }: Transaction): Breakdown {
  return lines.length === 0
    ? stated(kind, 'recorded', amountCents)
    : { lines, totalCents: amountCents };
}
