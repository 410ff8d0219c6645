import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Amount } from '../../../shared/amount/amount.tsx';
import { t } from '../../../shared/copy/copy.ts';
import { formatCents } from '../../../shared/format/cents.ts';
import { formatDateShort } from '../../../shared/format/date.ts';
import { Loaded } from '../../../shared/state/loaded.tsx';
import type { Response } from '../../../shared/wire/client.ts';
import { scheduleQuery } from '../../queries.ts';
import { type ContractOverview, isLate } from '../next-step.ts';
import style from './schedule.module.css';
import { leasePayment, loanPayment } from './schedule-breakdown.ts';
import { SchedulePicture } from './schedule-picture.tsx';

type Row = Response<'getSchedule'>['rows'][number];

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
            <ScheduleTable rows={rows} contract={contract} />
          </>
        )
      }
    </Loaded>
  );
}

type TableProps = { readonly rows: readonly Row[]; readonly contract: ContractOverview };

function ScheduleTable({ rows, contract }: TableProps): ReactNode {
  const { product } = contract;
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
              <th key={column} scope="col" className={`${style.amount} ${style[column] ?? ''}`}>
                {t(`schedule.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ScheduleLine key={`${row.number}-${row.dueDate}`} row={row} contract={contract} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ScheduleLine({ row, contract }: { row: Row; contract: ContractOverview }): ReactNode {
  const { product } = contract;
  const state = stateOf(row, contract);
  const breakdown = product === 'loan' ? loanPayment(row) : leasePayment(row);
  const parts =
    product === 'loan'
      ? ([
          ['interest', row.interestCents],
          ['principal', row.principalCents],
          ['left', row.balanceCents],
        ] as const)
      : ([['tax', row.taxCents]] as const);
  return (
    <tr>
      <th scope="row">
        {formatDateShort(row.dueDate)}
        {state === 'to-come' ? null : (
          <span className={style.state}> {t(`schedule.state.${state}`)}</span>
        )}
      </th>
      <td className={style.amount}>
        <Amount
          name={t('contract.payment-on', { day: formatDateShort(row.dueDate) })}
          breakdown={breakdown}
        />
      </td>
      {parts.map(([column, cents]) => (
        <td key={column} className={`${style.amount} ${style[column] ?? ''} number`}>
          {formatCents(cents)}
        </td>
      ))}
    </tr>
  );
}

/** A loan's projection takes what is late as paid today; to a person it is still past due. */
function stateOf({ state, dueDate }: Row, contract: ContractOverview): Row['state'] {
  const isToday = dueDate === contract.amountDue.asOf;
  return contract.product === 'loan' && isToday && isLate(contract) ? 'past-due' : state;
}
