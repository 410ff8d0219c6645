import '../../../shared/copy/contract-copy.ts';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { vehicleName } from '../../../shared/contract/vehicle-name.ts';
import { t } from '../../../shared/copy/copy.ts';
import { PageHeading } from '../../../shared/page/heading.tsx';
import { Loaded } from '../../../shared/state/loaded.tsx';
import { contractQuery, giveBackQuery } from '../../queries.ts';
import style from './contract-frame.module.css';

/** The heading and the tabs that the pages of one contract share. */
export function ContractFrame(): ReactNode {
  const { contractId } = useParams({ from: '/contracts/$contractId' });
  const contract = useQuery(contractQuery(contractId));
  const { pathname } = useLocation();
  const tab = /\/(history|payoff|lease-end|give-back)$/.exec(pathname)?.[1] ?? 'overview';
  return (
    <Loaded query={contract} lines={14}>
      {(overview) => (
        <>
          <Link className={style.back} to="/contracts">
            {t('contract.all')}
          </Link>
          <div className={style.head}>
            <PageHeading title={`${t(`contract.${tab}`)} · ${vehicleName(overview)}`}>
              {vehicleName(overview)}
            </PageHeading>
            <p className={style.number}>
              {t(`contract.${overview.product}`)}{' '}
              <span className="number">{overview.contractNumber}</span>
            </p>
          </div>
          <nav className={style.tabs} aria-label={t('contract.tabs')}>
            <Tab to="/contracts/$contractId" contractId={contractId} label="overview" />
            <Tab to="/contracts/$contractId/history" contractId={contractId} label="history" />
            {overview.product === 'loan' && overview.status === 'open' ? (
              <Tab to="/contracts/$contractId/payoff" contractId={contractId} label="payoff" />
            ) : null}
            {overview.product === 'lease' && overview.status === 'open' ? (
              <Tab
                to="/contracts/$contractId/lease-end"
                contractId={contractId}
                label="lease-end"
              />
            ) : null}
            {overview.product === 'lease' && overview.status !== 'open' ? (
              <GiveBackTab contractId={contractId} />
            ) : null}
          </nav>
          <Outlet />
        </>
      )}
    </Loaded>
  );
}

/** Only a lease whose car came back to us has a bill; one that was bought has none. */
function GiveBackTab({ contractId }: { contractId: string }): ReactNode {
  const { data } = useQuery(giveBackQuery(contractId));
  if (data === undefined || data.receipt === null) return null;
  return <Tab to="/contracts/$contractId/give-back" contractId={contractId} label="give-back" />;
}

type TabProps = {
  readonly to:
    | '/contracts/$contractId'
    | '/contracts/$contractId/history'
    | '/contracts/$contractId/payoff'
    | '/contracts/$contractId/lease-end'
    | '/contracts/$contractId/give-back';
  readonly contractId: string;
  readonly label: 'overview' | 'history' | 'payoff' | 'lease-end' | 'give-back';
};

function Tab({ to, contractId, label }: TabProps): ReactNode {
  return (
    <Link
      className={style.tab}
      to={to}
      params={{ contractId }}
      activeOptions={{ exact: true }}
      activeProps={{ 'aria-current': 'page' }}
    >
      {t(`contract.${label}`)}
    </Link>
  );
}
