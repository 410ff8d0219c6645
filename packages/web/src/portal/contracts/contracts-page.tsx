import '../../shared/copy/contract-copy.ts';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { PageHeading } from '../../shared/page/heading.tsx';
import { Loaded } from '../../shared/state/loaded.tsx';
import { contractsQuery, sessionQuery } from '../queries.ts';
import { ContractCard } from './contract-card.tsx';
import style from './contracts-page.module.css';
import { mostUrgentFirst } from './most-urgent-first.ts';

/** Home: every contract as one block with what is owed, when, and the next step. */
export function ContractsPage(): ReactNode {
  const contracts = useQuery(contractsQuery);
  const session = useQuery(sessionQuery);
  const name = session.data?.firstName ?? undefined;
  return (
    <>
      <PageHeading>
        {name === undefined ? t('contracts.title') : t('contracts.hello', { name })}
      </PageHeading>
      <Loaded query={contracts} lines={12}>
        {({ today, contracts: all }) =>
          all.length === 0 ? (
            <p className={style.empty}>{t('contracts.empty')}</p>
          ) : (
            <ul className={style.list}>
              {mostUrgentFirst(all).map((contract) => (
                <li key={contract.contractId}>
                  <ContractCard contract={contract} today={today} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <p className={style.more}>
        <a href="/register">{t('contracts.add')}</a>
      </p>
    </>
  );
}
