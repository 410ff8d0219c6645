import type { ReactNode } from 'react';
import { t } from '../../../shared/copy/copy.ts';
import { formatCents } from '../../../shared/format/cents.ts';
import { formatMonth } from '../../../shared/format/date.ts';
import { lengthOf } from '../../../shared/picture/length-of.ts';
import type { Response } from '../../../shared/wire/client.ts';
import style from './schedule-picture.module.css';

type Row = Response<'getSchedule'>['rows'][number];

const HEIGHT = 100;

/**
 * Each payment as a bar: interest on top of principal; the table below says the same in figures.
 */
export function SchedulePicture({ rows }: { rows: readonly Row[] }): ReactNode {
  const first = rows[0];
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return null;
  const most = rows.reduce((high, { paymentCents }) => {
    const cents = BigInt(paymentCents);
    return cents > high ? cents : high;
  }, 1n);
  // Only a drawing: whole percents of the tallest payment.
  const tall = (cents: string): number => lengthOf(BigInt(cents), most, HEIGHT);
  return (
    <figure className={style.figure}>
      <figcaption className={style.legend}>
        <span className={style.principalKey}>{t('schedule.principal')}</span>
        <span className={style.interestKey}>{t('schedule.interest')}</span>
      </figcaption>
      <svg
        className={style.picture}
        viewBox={`0 0 ${(rows.length * 10).toString()} ${HEIGHT.toString()}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {rows.map((row, at) => {
          const principal = tall(row.principalCents);
          const interest = tall(row.interestCents);
          return (
            <g key={`${row.number}-${row.dueDate}`}>
              <rect
                className={style.principal}
                x={at * 10 + 1}
                y={HEIGHT - principal}
                width="8"
                height={principal}
              />
              <rect
                className={style.interest}
                x={at * 10 + 1}
                y={HEIGHT - principal - interest}
                width="8"
                height={interest}
              />
            </g>
          );
        })}
      </svg>
      <div className={style.axis} aria-hidden="true">
        <span>
          <b className="number">{formatCents(first.paymentCents)}</b>
          {formatMonth(first.dueDate)}
        </span>
        <span>
          <b className="number">{formatCents(last.paymentCents)}</b>
          {formatMonth(last.dueDate)}
        </span>
      </div>
    </figure>
  );
}
