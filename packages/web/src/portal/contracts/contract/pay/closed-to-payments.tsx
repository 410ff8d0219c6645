import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useBrand } from '../../../../shared/brand/brand-context.ts';
import { t } from '../../../../shared/copy/copy.ts';
import { PageHeading } from '../../../../shared/page/heading.tsx';
import button from '../../../../shared/style/button.module.css';
import { type ContractOverview, nextStepOf } from '../../next-step.ts';
import style from './pay.module.css';

/** An old link can lead to paying what takes no payment any more: why, and where to go instead. */
export function ClosedToPayments({ contract }: { contract: ContractOverview }): ReactNode {
  const brand = useBrand();
  const { contractId, amountDue } = contract;
  const next = nextStepOf(contract, amountDue.asOf);
  return (
    <div className={style.closed}>
      <PageHeading>{t('pay.closed')}</PageHeading>
      <p>{t(next.sentence, next.values)}</p>
      {next.act === 'call' ? (
        <p>
          <a className={button.primary} href={brand.phoneHref}>
            {t('contract.call', { phone: brand.phone })}
          </a>{' '}
          {brand.hours}
        </p>
      ) : (
        <Link className={button.primary} to="/contracts/$contractId" params={{ contractId }}>
          {t('receipt.done')}
        </Link>
      )}
    </div>
  );
}
