import '../../../../shared/copy/contract-copy.ts';
import '../../../../shared/copy/give-back-copy.ts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Amount } from '../../../../shared/amount/amount.tsx';
import { summed } from '../../../../shared/amount/breakdown.ts';
import { t } from '../../../../shared/copy/copy.ts';
import { formatCents } from '../../../../shared/format/cents.ts';
import { formatDate } from '../../../../shared/format/date.ts';
import { Loaded } from '../../../../shared/state/loaded.tsx';
import button from '../../../../shared/style/button.module.css';
import { contractQuery, giveBackQuery } from '../../../queries.ts';
import type { ContractOverview } from '../../next-step.ts';
import { type GiveBack, owedParts, totalOf } from './bill-words.ts';
import { BilledLine } from './billed-line.tsx';
import style from './give-back.module.css';
import PriceCard from './price-card.tsx';
import { Stage } from './stage.tsx';

/** A leased car on its way back: what we promised, that we have it, what is billed and owed. */
export function GiveBackPage(): ReactNode {
  const { contractId } = useParams({ from: '/contracts/$contractId' });
  const contract = useQuery(contractQuery(contractId));
  const giveBack = useQuery(giveBackQuery(contractId));
  return (
    <Loaded query={contract} lines={12}>
      {(overview) => (
        <Loaded query={giveBack} lines={12}>
          {(told) =>
            told.receipt === null ? (
              <NotBack contract={overview} giveBack={told} />
            ) : (
              <Back contract={overview} giveBack={told} />
            )
          }
        </Loaded>
      )}
    </Loaded>
  );
}

type BackProps = { readonly contract: ContractOverview; readonly giveBack: GiveBack };

function NotBack({ contract, giveBack: { quote } }: BackProps): ReactNode {
  const { contractId, status } = contract;
  if (status !== 'open') return <p>{t('give-back.not-back')}</p>;
  return (
    <div className={style.page}>
      <p>{t('give-back.with-you')}</p>
      {quote?.isGood ? <PriceCard quote={quote} /> : null}
      <p>
        <Link
          className={button.secondary}
          to="/contracts/$contractId/lease-end"
          params={{ contractId }}
        >
          {t('give-back.with-you.way')}
        </Link>
      </p>
    </div>
  );
}

function Back({ contract, giveBack }: BackProps): ReactNode {
  const { contractId } = contract;
  return (
    <div className={style.page}>
      <section className={style.section} aria-labelledby="stage">
        <h2 id="stage">{t('give-back.title')}</h2>
        <Stage giveBack={giveBack} contractId={contractId} />
      </section>
      <Owed contract={contract} giveBack={giveBack} />
      {giveBack.bills.map(({ billId, issuedOn, isLast, lines }) => (
        <section key={billId} className={style.section} aria-labelledby={billId}>
          <h2 id={billId}>{t('give-back.bill', { day: formatDate(issuedOn) })}</h2>
          {lines.length === 0 ? (
            <p>{t('give-back.bill.empty')}</p>
          ) : (
            <>
              <ul className={style.lines}>
                {lines.map((line) => (
                  <BilledLine
                    key={line.lineId}
                    contractId={contractId}
                    line={line}
                    giveBack={giveBack}
                  />
                ))}
              </ul>
              <p className={style.total}>
                <span>{t('give-back.bill.total')}</span>
                <Amount name={t('give-back.bill.total')} breakdown={totalOf(lines)} />
              </p>
            </>
          )}
          {isLast ? <p className={style.note}>{t('give-back.bill.last')}</p> : null}
        </section>
      ))}
    </div>
  );
}

/** What is to pay now and how; what was objected to and what falls due later stand apart. */
function Owed({ contract, giveBack }: BackProps): ReactNode {
  const { contractId, amountDue } = contract;
  const { owed, disputed, due, later } = owedParts(giveBack, amountDue.total.totalCents);
  if (owed === 0n) return null;
  return (
    <section className={style.card} aria-labelledby="owed">
      <h2 id="owed">{t('give-back.owed')}</h2>
      <div>
        <p className={style.label}>{t('give-back.owed.now')}</p>
        <Amount
          name={t('give-back.owed.now')}
          breakdown={due === 0n ? summed([]) : amountDue.total}
          size="display"
        />
      </div>
      <p>{t('give-back.owed.in-all', { amount: money(owed) })}</p>
      {disputed === 0n ? null : <p>{t('give-back.owed.disputed', { amount: money(disputed) })}</p>}
      {later === 0n ? null : <p>{t('give-back.owed.later', { amount: money(later) })}</p>}
      {due === 0n ? null : (
        <p>
          <Link className={button.primary} to="/contracts/$contractId/pay" params={{ contractId }}>
            {t('give-back.pay', { amount: money(due) })}
          </Link>
        </p>
      )}
    </section>
  );
}

const money = (cents: bigint): string => formatCents(cents.toString());
