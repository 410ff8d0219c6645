import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Amount } from '../../../shared/amount/amount.tsx';
import { stated } from '../../../shared/amount/breakdown.ts';
import { t } from '../../../shared/copy/copy.ts';
import { formatDay } from '../../../shared/format/date.ts';
import { ProblemNotice } from '../../../shared/state/problem-notice.tsx';
import button from '../../../shared/style/button.module.css';
import { call } from '../../../shared/wire/client.ts';
import { contractKey, contractsQuery } from '../../queries.ts';
import type { ContractOverview } from '../next-step.ts';
import style from './row-list.module.css';

/** Payments promised for a later day, each of which can still be cancelled. */
export function PromisedPayments({ contract }: { contract: ContractOverview }): ReactNode {
  const [cancelled, setCancelled] = useState<string | null>(null);
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // The button that was pressed goes with its row.
    if (cancelled !== null) said.current?.focus();
  }, [cancelled]);
  if (contract.scheduled.length === 0 && cancelled === null) return null;
  return (
    <section className={style.section} aria-labelledby="promised">
      <h2 id="promised">{t('promised.title')}</h2>
      {cancelled === null ? null : (
        <p ref={said} role="status" tabIndex={-1}>
          {t('promised.cancelled', { day: cancelled })}
        </p>
      )}
      <ul className={style.rows} hidden={contract.scheduled.length === 0}>
        {contract.scheduled.map((payment) => (
          <PromisedRow
            key={payment.scheduleId}
            contractId={contract.contractId}
            payment={payment}
            onCancelled={() => setCancelled(formatDay(payment.on))}
          />
        ))}
      </ul>
      {contract.scheduled.length === 0 ? null : <p className={style.note}>{t('promised.until')}</p>}
    </section>
  );
}

type RowProps = {
  readonly contractId: string;
  readonly payment: ContractOverview['scheduled'][number];
  readonly onCancelled: () => void;
};

function PromisedRow({ contractId, payment, onCancelled }: RowProps): ReactNode {
  const { scheduleId, amountCents, on, methodLabel } = payment;
  const queries = useQueryClient();
  const cancel = useMutation({
    // One cancellation of one promise is one command, however often it is pressed.
    mutationFn: () =>
      call('cancelScheduledPayment', {
        params: { contractId, scheduleId },
        key: `cancel-${scheduleId}`,
      }),
    onSuccess: async () => {
      onCancelled();
      await Promise.all([
        queries.invalidateQueries({ queryKey: contractKey(contractId) }),
        queries.invalidateQueries({ queryKey: contractsQuery.queryKey }),
      ]);
    },
  });
  return (
    <li className={style.row}>
      <span>
        {formatDay(on)}
        {methodLabel === null ? null : <span className={style.note}> {methodLabel}</span>}
      </span>
      <span>
        <Amount
          name={t('promised.amount', { day: formatDay(on) })}
          breakdown={stated('promised', 'chosen', amountCents, { on })}
        />{' '}
        <button
          type="button"
          className={button.quiet}
          disabled={cancel.isPending}
          onClick={() => cancel.mutate()}
        >
          {t('promised.cancel')}
          <span className="seen-by-readers"> {t('promised.amount', { day: formatDay(on) })}</span>
        </button>
      </span>
      {cancel.isError ? <ProblemNotice fault={cancel.error} takesFocus /> : null}
    </li>
  );
}
