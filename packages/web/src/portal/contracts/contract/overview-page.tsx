import '../../../shared/copy/overview-copy.ts';
import '../../../shared/copy/contract-copy.ts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { LeaseFacts } from '../../../shared/contract/lease-facts.tsx';
import { LoanFacts } from '../../../shared/contract/loan-facts.tsx';
import { t } from '../../../shared/copy/copy.ts';
import { BalanceCurve } from '../../../shared/picture/balance-curve.tsx';
import { Loaded, Skeleton } from '../../../shared/state/loaded.tsx';
import { contractQuery, sessionQuery } from '../../queries.ts';
import { DueBlock } from '../due-block.tsx';
import { type Lease, MonthsAndMiles } from '../months-and-miles.tsx';
import type { ContractOverview } from '../next-step.ts';
import { Assumptions } from './assumptions.tsx';
import { OwnPrice } from './give-back/own-price.tsx';
import { NextPayments } from './next-payments.tsx';
import style from './overview-page.module.css';
import { PromisedPayments } from './promised-payments.tsx';
import { Schedule } from './schedule.tsx';

/** The planner's rules and words arrive when a lease asks for them. */
const LeaseEndBlock = lazy(() => import('./lease-end/lease-end-block.tsx'));

/** What is said of a car that is back arrives with it. */
const GiveBackBlock = lazy(() => import('./give-back/give-back-block.tsx'));

/** One contract whole: what is owed, how it runs down, what comes next, and what was agreed. */
export function OverviewPage(): ReactNode {
  const { contractId } = useParams({ from: '/contracts/$contractId' });
  const contract = useQuery(contractQuery(contractId));
  const session = useQuery(sessionQuery);
  return (
    <Loaded query={contract} lines={12}>
      {(overview) => (
        <Overview contract={overview} today={session.data?.today ?? overview.amountDue.asOf} />
      )}
    </Loaded>
  );
}

type OverviewProps = { readonly contract: ContractOverview; readonly today: string };

function Overview({ contract, today }: OverviewProps): ReactNode {
  return (
    <div className={style.page}>
      <div className={style.top}>
        <div className={style.due}>
          <DueBlock contract={contract} today={today} />
        </div>
        <Running contract={contract} />
      </div>
      {contract.product === 'lease' ? <TowardsTheEnd lease={contract} /> : null}
      <PromisedPayments contract={contract} />
      <NextPayments contract={contract} />
      <section className={style.section} aria-labelledby="agreed">
        <h2 id="agreed">{t('contract.facts')}</h2>
        {contract.product === 'loan' ? (
          <LoanFacts loan={contract} />
        ) : (
          <LeaseFacts lease={contract} />
        )}
        <Assumptions assumed={contract.assumed} />
      </section>
      {contract.status === 'open' || contract.product === 'lease' ? (
        <Schedule contract={contract} />
      ) : null}
    </div>
  );
}

/** The ways out of a lease that runs, with our price where one stands; or how far its car is. */
function TowardsTheEnd({ lease }: { lease: Lease }): ReactNode {
  const { contractId, status } = lease;
  if (status !== 'open') {
    return (
      <Suspense fallback={<Skeleton lines={4} />}>
        <GiveBackBlock contractId={contractId} />
      </Suspense>
    );
  }
  return (
    <>
      <OwnPrice contractId={contractId} />
      <Suspense fallback={<Skeleton lines={4} />}>
        <LeaseEndBlock lease={lease} />
      </Suspense>
    </>
  );
}

/** How the contract runs: down to nothing, or through its months and miles. */
function Running({ contract }: { contract: ContractOverview }): ReactNode {
  // The balance of a charged-off loan fell to nothing in the books; its debt did not.
  if (contract.status === 'charged-off') return null;
  // Once the car is back no months and miles are left to run.
  if (contract.product === 'lease' && contract.status !== 'open') return null;
  return (
    <section className={style.section} aria-labelledby="run">
      <h2 id="run">{t(contract.product === 'loan' ? 'loan.curve' : 'lease.left')}</h2>
      {contract.product === 'loan' ? (
        <BalanceCurve points={contract.curve} name={t('loan.balance')} withTable />
      ) : (
        <MonthsAndMiles lease={contract} />
      )}
    </section>
  );
}
