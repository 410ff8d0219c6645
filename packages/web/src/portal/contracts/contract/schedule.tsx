import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Amount } from '../../../shared/amount/amount.tsx';
import { t } from '../../../shared/copy/copy.ts';
import { formatCents } from '../../../shared/format/cents.ts';
import { formatDateShort } from '../../../shared/format/date.ts';
import { Loaded } from '../../../shared/state/loaded.tsx';
import type { Response } from '../../../shared/wire/client.ts';
import { scheduleQuery } from '../../queries.ts';
import type { ContractOverview } from '../next-step.ts';
import style from './schedule.module.css';
import { leasePayment, loanPayment } from './schedule-breakdown.ts';
import { SchedulePicture } from './schedule-picture.tsx';

type Row = Response<'getSchedule'>['rows'][number];
type Product = ContractOverview['product'];

/** Every payment still to come, fetched when a person wants to see it. */
export function Schedule({ contract }: { contract: ContractOverview }): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <details className={style.details} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h2>{t(`schedule.title.${contract.product}`)}</h2>
      </summary>
      {open ? <ScheduleRows contract={contract} /> : null}
    </details>
  );
}

function ScheduleRows({ contract }: { contract: ContractOverview }): ReactNode {
  const schedule = useQuery(scheduleQuery(contract.contractId));
  return (
    <Loaded query={schedule} lines={10}>
      {({ rows }) =>
        rows.length === 0 ? (
          <p>{t('schedule.empty')}</p>
        ) : (
          <>
            {contract.product === 'loan' ? <SchedulePicture rows={rows} /> : null}
            <ScheduleTable rows={rows} product={contract.product} />
          </>
        )
      }
    </Loaded>
  );
}

function ScheduleTable({ rows, product }: { rows: readonly Row[]; product: Product }): ReactNode {
  const columns =
    product === 'loan' ? ['payment', 'interest', 'principal', 'left'] : ['payment', 'tax'];
  return (
    <div className={style.scroll}>
      <table className={style.table}>
        <caption className="seen-by-readers">{t(`schedule.title.${product}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('schedule.due')}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className={style.amount}>
                {t(`schedule.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ScheduleLine key={`${row.number}-${row.dueDate}`} row={row} product={product} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ScheduleLine({ row, product }: { row: Row; product: Product }): ReactNode {
  const breakdown = product === 'loan' ? loanPayment(row) : leasePayment(row);
  const parts =
    product === 'loan' ? [row.interestCents, row.principalCents, row.balanceCents] : [row.taxCents];
  return (
    <tr>
      <th scope="row">
        {formatDateShort(row.dueDate)}
        {row.state === 'to-come' ? null : (
          <span className={style.state}> {t(`schedule.state.${row.state}`)}</span>
        )}
      </th>
      <td className={style.amount}>
        <Amount
          name={t('contract.payment-on', { day: formatDateShort(row.dueDate) })}
          breakdown={breakdown}
        />
      </td>
      {parts.map((cents, at) => (
        <td key={`${row.number}-${at.toString()}`} className={`${style.amount} number`}>
          {formatCents(cents)}
        </td>
      ))}
    </tr>
  );
}
