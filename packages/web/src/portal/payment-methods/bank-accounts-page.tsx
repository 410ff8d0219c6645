import '../../shared/copy/contract-copy.ts';
import '../../shared/copy/account-copy.ts';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { PageHeading } from '../../shared/page/heading.tsx';
import { Loaded } from '../../shared/state/loaded.tsx';
import rows from '../contracts/contract/row-list.module.css';
import { paymentMethodsQuery } from '../queries.ts';
import { BankAccountRow } from './bank-account-row.tsx';
import style from './bank-accounts-page.module.css';

/** The saved bank accounts, masked, each of which can be removed. */
export function BankAccountsPage(): ReactNode {
  const methods = useQuery(paymentMethodsQuery);
  const [removed, setRemoved] = useState<string | null>(null);
  return (
    <div className={style.page}>
      <WayBack />
      <PageHeading>{t('accounts.title')}</PageHeading>
      <p className={rows.note}>{t('accounts.masked')}</p>
      {removed === null ? null : <Removed label={removed} />}
      <Loaded query={methods} lines={4}>
        {({ methods: saved }) =>
          saved.length === 0 ? (
            <p>{t('accounts.empty')}</p>
          ) : (
            <ul className={rows.rows}>
              {saved.map((method) => (
                <BankAccountRow
                  key={method.methodId}
                  method={method}
                  onRemoved={() => setRemoved(method.label)}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
    </div>
  );
}

/** Back to the payment that a person was making, else to the contracts. */
function WayBack(): ReactNode {
  const { contract } = useSearch({ from: '/payment-methods' });
  return contract === undefined ? (
    <Link className={style.back} to="/contracts">
      {t('contract.all')}
    </Link>
  ) : (
    <Link className={style.back} to="/contracts/$contractId/pay" params={{ contractId: contract }}>
      {t('account.back')}
    </Link>
  );
}

/** Said where the row was, and to whoever cannot see that it is gone. */
function Removed({ label }: { label: string }): ReactNode {
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    place.current?.focus();
  }, []);
  return (
    <p ref={place} key={label} className={style.removed} role="status" tabIndex={-1}>
      {t('accounts.removed', { label })}
    </p>
  );
}
