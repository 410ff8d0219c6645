import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { formatDate } from '../../shared/format/date.ts';
import { ProblemNotice } from '../../shared/state/problem-notice.tsx';
import button from '../../shared/style/button.module.css';
import { call, type Response } from '../../shared/wire/client.ts';
import rows from '../contracts/contract/row-list.module.css';
import { paymentMethodsQuery } from '../queries.ts';
import style from './bank-accounts-page.module.css';

type Method = Response<'listPaymentMethods'>['methods'][number];
type RowProps = { readonly method: Method; readonly onRemoved: () => void };

/** One account. Removing asks once more, because the numbers would have to be typed again. */
export function BankAccountRow({ method, onRemoved }: RowProps): ReactNode {
  const { methodId, label, addedOn } = method;
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const remove = useMutation({
    mutationFn: () => call('removePaymentMethod', { params: { methodId } }),
    onSuccess: async () => {
      onRemoved();
      await queries.invalidateQueries({ queryKey: paymentMethodsQuery.queryKey });
    },
  });
  return (
    <li className={rows.row}>
      <span>
        {label}
        <span className={style.added}>{t('accounts.added', { day: formatDate(addedOn) })}</span>
      </span>
      {asked ? (
        <span className={style.acts}>
          <span>{t('accounts.sure')}</span>
          <button
            type="button"
            className={button.secondary}
            disabled={remove.isPending}
            onClick={() => remove.mutate()}
          >
            {t('accounts.remove-it')}
          </button>
          <button type="button" className={button.quiet} onClick={() => setAsked(false)}>
            {t('accounts.keep-it')}
          </button>
        </span>
      ) : (
        <button type="button" className={button.quiet} onClick={() => setAsked(true)}>
          {t('accounts.remove')}
          <span className="seen-by-readers"> {label}</span>
        </button>
      )}
      {remove.isError ? <ProblemNotice fault={remove.error} takesFocus /> : null}
    </li>
  );
}
