import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Amount } from '../../shared/amount/amount.tsx';
import { stated } from '../../shared/amount/breakdown.ts';
import type { ContractOverview } from '../../shared/contract/contract-overview.ts';
import { LeaseFacts } from '../../shared/contract/lease-facts.tsx';
import { LoanFacts } from '../../shared/contract/loan-facts.tsx';
import { standingSentences } from '../../shared/contract/standing-words.ts';
import { kindWords, reasonWords, stateWords } from '../../shared/contract/transaction-words.ts';
import { vehicleName } from '../../shared/contract/vehicle-name.ts';
import { t } from '../../shared/copy/copy.ts';
import { formatDateShort } from '../../shared/format/date.ts';
import { PageHeading } from '../../shared/page/heading.tsx';
import { Skeleton } from '../../shared/state/loaded.tsx';
import { DeskLink, useIds } from '../frame/link.ts';
import { codeOf, DeskNotice } from '../frame/notice.tsx';
import style from '../frame/parts.module.css';
import { GiveBackSection } from '../give-back/give-back-section.tsx';
import { contractQuery, customerKey, customerQuery, transactionsQuery } from '../queries.ts';
import type { Said } from '../wire/desk-client.ts';
import { ContractActs } from './contract-acts.tsx';
import { ReasonForm } from './reason-form.tsx';

type Params = { readonly personId: string; readonly contractId: string };

/** A contract in the customer's own sentences and figures, with what staff can do about it. */
export function ContractPage(): ReactNode {
  const { personId, contractId } = useIds();
  const params = { personId, contractId };
  const contract = useQuery(contractQuery(params));
  if (contract.data !== undefined) return <View params={params} contract={contract.data} />;
  if (!contract.isError) return <Skeleton lines={8} />;
  if (codeOf(contract.error) !== 'reason-needed') return <DeskNotice fault={contract.error} />;
  return <ReasonForm personId={params.personId} onGiven={() => void contract.refetch()} />;
}

function View({ params, contract }: { params: Params; contract: ContractOverview }): ReactNode {
  const queries = useQueryClient();
  const customer = useQuery(customerQuery(params.personId));
  const own = customer.data?.contracts.find((each) => each.contractId === params.contractId);
  const renew = (): void => {
    void queries.invalidateQueries({ queryKey: customerKey(params.personId) });
  };
  return (
    <>
      <PageHeading>{`${contract.contractNumber} · ${vehicleName(contract)}`}</PageHeading>
      <p className={style.lead}>
        <DeskLink to="/customers/$personId" params={{ personId: params.personId }}>
          {customer.data?.name ?? t('desk.customer.back')}
        </DeskLink>{' '}
        · {t(`desk.status.${contract.status}`)}
      </p>
      <div className={style.columns}>
        <div>
          <section className={style.section}>
            <h2>{t('desk.contract.standing')}</h2>
            <p>
              {t('contract.amount-due')}{' '}
              <Amount name={t('contract.amount-due')} breakdown={contract.amountDue.total} />
            </p>
            <ul className={style.rows}>
              {standingSentences(contract.standing).map(({ about, text }) => (
                <li key={`${about} ${text}`}>{text}</li>
              ))}
            </ul>
          </section>
          {contract.product === 'lease' ? <GiveBackSection params={params} onDone={renew} /> : null}
          <History params={params} />
        </div>
        <div>
          {own === undefined ? null : <Holds holds={own.holds} />}
          <ContractActs params={params} holds={contract.holds} onDone={renew} />
          <section className={style.section}>
            <h2>{t('contract.facts')}</h2>
            {contract.product === 'loan' ? (
              <LoanFacts loan={contract} />
            ) : (
              <LeaseFacts lease={contract} />
            )}
          </section>
        </div>
      </div>
    </>
  );
}

type HeldContract = Said<'getCustomer'>['contracts'][number];

function Holds({ holds }: { holds: HeldContract['holds'] }): ReactNode {
  if (holds.length === 0) return null;
  return (
    <section className={style.section}>
      <h2>{t('desk.hold.title')}</h2>
      <ul className={style.rows}>
        {holds.map((hold) => (
          <li key={hold.kind}>
            <b>{t(`desk.hold.${hold.kind}`)}</b>{' '}
            {hold.until === null
              ? t('desk.hold.since', { day: formatDateShort(hold.from) })
              : t('desk.hold.from-until', {
                  from: formatDateShort(hold.from),
                  until: formatDateShort(hold.until),
                })}
            <br />
            {hold.evidence} ({hold.decidedBy})
            <br />
            <span className={style.aside}>
              {t('desk.hold.stops', {
                list: hold.stops.map((each) => t(`desk.stops.${each}`)).join(', '),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function History({ params }: { params: Params }): ReactNode {
  const history = useQuery(transactionsQuery(params));
  if (history.isError) return <DeskNotice fault={history.error} />;
  if (history.data === undefined) return <Skeleton lines={6} />;
  return (
    <section className={style.section}>
      <h2>{t('contract.history')}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls needs the keyboard. */}
      <section className={style.scroll} tabIndex={0} aria-label={t('contract.history')}>
        <table className={style.table}>
          <thead>
            <tr>
              <th scope="col">{t('desk.contract.day')}</th>
              <th scope="col">{t('desk.contract.what')}</th>
              <th scope="col" className={style.amount}>
                {t('desk.contract.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {history.data.transactions.map((entry) => (
              <tr key={entry.seq}>
                <td className="number">{formatDateShort(entry.effectiveDate)}</td>
                <td>
                  {kindWords(entry)}{' '}
                  <span className={style.aside}>
                    {[stateWords(entry), entry.reason === null ? null : reasonWords(entry.reason)]
                      .filter((words) => words !== null)
                      .join(' · ')}
                  </span>
                </td>
                <td className={`${style.amount} number`}>
                  {entry.amountCents === '0' ? null : (
                    <Amount
                      name={kindWords(entry)}
                      breakdown={
                        entry.lines.length === 0
                          ? stated(entry.kind, 'recorded', entry.amountCents)
                          : { lines: entry.lines, totalCents: entry.amountCents }
                      }
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
