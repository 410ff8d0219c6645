import type { ReactNode } from 'react';
import { Amount } from '../../shared/amount/amount.tsx';
import { t } from '../../shared/copy/copy.ts';
import { formatDate } from '../../shared/format/date.ts';
import { formatMiles } from '../../shared/format/miles.ts';
import { Track } from '../../shared/picture/track.tsx';
import { TellOdometer } from './contract/odometer/tell-odometer.tsx';
import style from './months-and-miles.module.css';
import type { ContractOverview } from './next-step.ts';

export type Lease = Extract<ContractOverview, { product: 'lease' }>;

/** How much of a lease is left, in the two units that count: months and miles. */
export function MonthsAndMiles({ lease }: { lease: Lease }): ReactNode {
  const { mileage } = lease;
  return (
    <div className={style.pair}>
      <div>
        <TimeLeft lease={lease} />
      </div>
      <div>
        <p className={style.label}>
          {t(mileage.readOn === null ? 'lease.miles-left' : 'lease.miles-left-by-reading')}
        </p>
        {mileage.drivenMiles === null ? (
          <MilesUnknown lease={lease} />
        ) : (
          <MilesDriven lease={lease} driven={mileage.drivenMiles} />
        )}
        {lease.status === 'open' ? (
          <TellOdometer contractId={lease.contractId} today={lease.amountDue.asOf} />
        ) : null}
      </div>
    </div>
  );
}

/** Months, in the last of them days, and after them the day on which the lease ended. */
function TimeLeft({ lease }: { lease: Lease }): ReactNode {
  const { monthsLeft, daysLeft, termMonths, maturityDate } = lease;
  const day = formatDate(maturityDate);
  if (daysLeft === 0) {
    return (
      <>
        <p className={style.label}>{t('lease.months-left')}</p>
        <p className={style.figure}>{t('lease.none-left')}</p>
        <Track done={1} whole={1} />
        <p className={style.aside}>{t('lease.ended', { day })}</p>
      </>
    );
  }
  return (
    <>
      <p className={style.label}>{t(monthsLeft === 0 ? 'lease.days-left' : 'lease.months-left')}</p>
      <p className={`${style.figure} number`}>
        {monthsLeft === 0 ? (
          t('lease.days', { days: daysLeft })
        ) : (
          <>
            {t('lease.months', { months: monthsLeft })}
            <span className={style.of}> {t('lease.of', { whole: termMonths })}</span>
          </>
        )}
      </p>
      <Track done={termMonths - monthsLeft} whole={termMonths} />
      <p className={style.aside}>{t('lease.ends', { day })}</p>
    </>
  );
}

function MilesDriven({ lease, driven }: { lease: Lease; driven: number }): ReactNode {
  const { allowedMiles, allowedToDateMiles, allowedAtReadingMiles, readOn } = lease.mileage;
  const left = allowedMiles - driven;
  // A reading is compared with what was allowed on its own day: months may have passed since.
  const allowed = allowedAtReadingMiles ?? allowedToDateMiles;
  const values = { driven: formatMiles(driven), allowed: formatMiles(allowed) };
  return (
    <>
      <p className={`${style.figure} number`}>
        {left >= 0
          ? t('lease.miles', { miles: formatMiles(left) })
          : t('lease.miles-over', { miles: formatMiles(-left) })}
        <span className={style.of}> {t('lease.of', { whole: formatMiles(allowedMiles) })}</span>
      </p>
      <Track done={driven} whole={allowedMiles} mark={allowed} over={left < 0} />
      <p className={style.aside}>
        {readOn === null
          ? t('lease.driven', values)
          : t('lease.driven-by', { ...values, day: formatDate(readOn) })}
      </p>
      <Projection mileage={lease.mileage} />
      <ReadFrom mileage={lease.mileage} />
    </>
  );
}

/** What the odometer showed, when, and who told us: the projection rests on it. */
function ReadFrom({ mileage }: { mileage: Lease['mileage'] }): ReactNode {
  const { readMiles, readOn, readSource } = mileage;
  if (readMiles === null || readOn === null || readSource === null) return null;
  const values = { miles: formatMiles(readMiles), day: formatDate(readOn) };
  return <p className={style.aside}>{t(`lease.read-${readSource}`, values)}</p>;
}

/** What the pace so far leads to; nothing is said where nothing can be projected. */
function Projection({ mileage }: { mileage: Lease['mileage'] }): ReactNode {
  const { projectedExcess, projectedExcessMiles } = mileage;
  if (projectedExcess === null || projectedExcessMiles === null) return null;
  if (projectedExcessMiles === 0) return <p className={style.aside}>{t('lease.within')}</p>;
  return (
    <p className={style.aside}>
      {t('lease.projected-excess', { miles: formatMiles(projectedExcessMiles) })}{' '}
      <Amount name={t('lease.projected-excess-name')} breakdown={projectedExcess} />
    </p>
  );
}

/** Without a reading nothing is guessed: the allowance is shown, and what is missing is said. */
function MilesUnknown({ lease }: { lease: Lease }): ReactNode {
  const { allowedMiles, allowedToDateMiles } = lease.mileage;
  return (
    <>
      <p className={`${style.figure} number`}>
        {t('lease.allowed', { miles: formatMiles(allowedMiles) })}
      </p>
      <Track done={0} whole={allowedMiles} mark={allowedToDateMiles} />
      <p className={style.aside}>
        {t('lease.no-reading', { allowed: formatMiles(allowedToDateMiles) })}
      </p>
    </>
  );
}
