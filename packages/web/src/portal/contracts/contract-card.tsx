import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Amount } from '../../shared/amount/amount.tsx';
import { vehicleName } from '../../shared/contract/vehicle-name.ts';
import { t } from '../../shared/copy/copy.ts';
import { BalanceCurve } from '../../shared/picture/balance-curve.tsx';
import style from './contract-card.module.css';
import { DueBlock } from './due-block.tsx';
import { MonthsAndMiles } from './months-and-miles.tsx';
import type { ContractOverview } from './next-step.ts';

type CardProps = { readonly contract: ContractOverview; readonly today: string };

/** One contract of the home page. */
export function ContractCard({ contract, today }: CardProps): ReactNode {
  const { contractId } = contract;
  return (
    <article className={style.card} aria-labelledby={`name-${contractId}`}>
      <header className={style.head}>
        <h2 id={`name-${contractId}`}>
          <Link className={style.name} to="/contracts/$contractId" params={{ contractId }}>
            {vehicleName(contract)}
          </Link>
        </h2>
        <p className={style.number}>
          {t(`contract.${contract.product}`)}{' '}
          <span className="number">{contract.contractNumber}</span>
        </p>
      </header>
      <div className={style.body}>
        <DueBlock contract={contract} today={today} />
        <div className={style.picture}>
          {contract.product === 'loan' ? (
            <LoanGlance contract={contract} />
          ) : contract.status !== 'open' ? null : (
            <MonthsAndMiles lease={contract} />
          )}
        </div>
      </div>
    </article>
  );
}

type Loan = Extract<ContractOverview, { product: 'loan' }>;

/** A charged-off loan has no balance in the books; to say so would tell a person of no debt. */
function LoanGlance({ contract }: { contract: Loan }): ReactNode {
  if (contract.status === 'charged-off') return null;
  return (
    <>
      <dl className={style.facts}>
        <div>
          <dt>{t('loan.balance')}</dt>
          <dd>
            <Amount name={t('loan.balance')} breakdown={contract.balance} size="large" />
          </dd>
        </div>
        {contract.status === 'open' ? (
          <div>
            <dt>{t('loan.payoff-today')}</dt>
            <dd>
              <Amount name={t('loan.payoff-today')} breakdown={contract.payoff} size="large" />
            </dd>
          </div>
        ) : null}
      </dl>
      <BalanceCurve points={contract.curve} name={t('loan.balance')} />
    </>
  );
}
