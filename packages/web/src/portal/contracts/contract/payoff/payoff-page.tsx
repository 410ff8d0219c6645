import '../../../../shared/copy/contract-copy.ts';
import '../../../../shared/copy/payoff-copy.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Amount } from '../../../../shared/amount/amount.tsx';
import { ExplainedLines } from '../../../../shared/amount/explained-lines.tsx';
import { useBrand } from '../../../../shared/brand/brand-context.ts';
import { t } from '../../../../shared/copy/copy.ts';
import { formatCents } from '../../../../shared/format/cents.ts';
import { formatDay } from '../../../../shared/format/date.ts';
import { formatPerDay } from '../../../../shared/format/per-day.ts';
import { Loaded } from '../../../../shared/state/loaded.tsx';
import button from '../../../../shared/style/button.module.css';
import type { Response } from '../../../../shared/wire/client.ts';
import { contractQuery, payoffQuery, sessionQuery } from '../../../queries.ts';
import { DayPicker } from './day-picker.tsx';
import style from './payoff-page.module.css';
import { SavedQuotes, SaveQuote } from './saved-quote.tsx';

/** What ends the loan: today, or on any day up to the last one that can be quoted. */
export function PayoffPage(): ReactNode {
  const session = useQuery(sessionQuery);
  return (
    <Loaded query={session} lines={10}>
      {({ today }) => <PayoffOn today={today} />}
    </Loaded>
  );
}

function PayoffOn({ today }: { today: string }): ReactNode {
  const { contractId } = useParams({ from: '/contracts/$contractId' });
  const [on, setOn] = useState(today);
  const payoff = useQuery({ ...payoffQuery(contractId, on), placeholderData: keepPreviousData });
  return (
    <Loaded query={payoff} lines={10}>
      {(shown) => (
        <div className={style.page}>
          <section className={style.answer} aria-labelledby="payoff" aria-busy={shown.on !== on}>
            <h2 id="payoff">{t('payoff.on', { day: formatDay(shown.on) })}</h2>
            <div className={shown.on === on ? '' : style.stale} aria-live="polite">
              <Amount name={t('payoff.name')} breakdown={shown.payoff} size="display" />
            </div>
            <DayPicker on={on} today={today} lastDay={shown.lastDay} onPick={setOn} />
            <p className={style.aside}>
              {t('payoff.per-day', { amount: formatPerDay(shown.perDiemMicros) })}
            </p>
            <Link
              className={button.primary}
              to="/contracts/$contractId/pay"
              params={{ contractId }}
              search={{ choice: 'payoff', on: shown.on }}
            >
              {t('payoff.pay', { amount: formatCents(shown.payoff.totalCents) })}
            </Link>
          </section>
          <section className={style.lines} aria-labelledby="lines">
            <h2 id="lines">{t('payoff.lines')}</h2>
            <ExplainedLines breakdown={shown.payoff} name={t('payoff.name')} />
            <Conditions provided={shown.provided} />
            <SaveQuote key={on} contractId={contractId} from={on} />
          </section>
          <SavedQuotes contractId={contractId} />
          <ByMail contractId={contractId} />
        </div>
      )}
    </Loaded>
  );
}

/** A check or a wire pays off as well: where it goes, and what has to stand on it. */
function ByMail({ contractId }: { contractId: string }): ReactNode {
  const brand = useBrand();
  const contract = useQuery(contractQuery(contractId));
  const addresses = [
    ['payoff', brand.addressPayoff],
    ['overnight', brand.addressOvernight],
  ] as const;
  return (
    <section className={style.mail} aria-labelledby="by-mail">
      <h2 id="by-mail">{t('payoff.where')}</h2>
      <p>{t('payoff.where-text', { number: contract.data?.contractNumber ?? '' })}</p>
      <dl className={style.addresses}>
        {addresses.map(([kind, address]) => (
          <div key={kind}>
            <dt>{t(`home.mail.${kind}`)}</dt>
            <dd>{address}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Money that is accepted and not yet cleared counts as paid here; if it comes back, it is owed. */
function Conditions({ provided }: { provided: Response<'getPayoff'>['provided'] }): ReactNode {
  if (provided.length === 0) return null;
  return (
    <div className={style.conditions}>
      <p>{t('payoff.provided')}</p>
      <ul>
        {provided.map(({ amountCents, clearsOn }) => (
          <li key={`${clearsOn}-${amountCents}`} className="number">
            {t('payoff.provided-one', {
              amount: formatCents(amountCents),
              day: formatDay(clearsOn),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
