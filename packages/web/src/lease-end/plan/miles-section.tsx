import type { LeaseEndOutlook } from '@roadbook/domain/lease-end/planner/outlook';
import { milesAhead } from '@roadbook/domain/lease-end/ways-out/buy-miles';
import { memo, type ReactNode } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { formatCents } from '../../shared/format/cents.ts';
import { formatDay, formatMonth } from '../../shared/format/date.ts';
import { formatMiles } from '../../shared/format/miles.ts';
import chart from './chart.module.css';
import { type MilesPicture, milesPicture } from './miles-geometry.ts';
import section from './section.module.css';

const SIZE = { width: 600, height: 200 };

/** The miles: the allowance, what was driven, where it leads, and whether to buy some ahead. */
export const MilesSection = memo(function MilesSection({
  outlook,
  children,
}: {
  readonly outlook: LeaseEndOutlook;
  /** What the page adds: where the miles are from, and how to tell newer ones. */
  readonly children?: ReactNode;
}): ReactNode {
  const picture = milesPicture(outlook, SIZE);
  const { overMiles } = picture;
  const miles = formatMiles(Math.abs(overMiles));
  return (
    <section className={section.section} aria-labelledby="miles">
      <h2 id="miles">{t('miles.title')}</h2>
      <div>
        <p className={section.answer}>
          {overMiles > 0 ? t('miles.over', { miles }) : t('miles.within', { miles })}
        </p>
        <p>
          {t('miles.where', {
            likely: formatMiles(picture.likelyOdometer),
            low: formatMiles(picture.lowOdometer),
            high: formatMiles(picture.highOdometer),
            allowed: formatMiles(picture.allowedOdometer),
          })}
        </p>
        <Ahead outlook={outlook} overMiles={overMiles} />
        <figure className={chart.figure}>
          <MilesChart picture={picture} />
          <div className={chart.axis} aria-hidden="true">
            <span>{formatMonth(picture.startsOn)}</span>
            <span>{formatMonth(picture.endsOn)}</span>
          </div>
          <ul className={chart.legend} aria-hidden="true">
            <li className={chart.drivenKey}>{t('miles.driven')}</li>
            <li className={chart.comingKey}>{t('miles.coming')}</li>
            <li className={chart.allowedKey}>{t('miles.allowed')}</li>
          </ul>
        </figure>
        {children}
      </div>
    </section>
  );
});

function MilesChart({ picture }: { picture: MilesPicture }): ReactNode {
  return (
    <svg
      className={chart.picture}
      viewBox={`-8 -8 ${SIZE.width + 16} ${SIZE.height + 16}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t('miles.described', {
        likely: formatMiles(picture.likelyOdometer),
        allowed: formatMiles(picture.allowedOdometer),
        end: formatMonth(picture.endsOn),
      })}
    >
      <path className={chart.ground} d={`M0 ${SIZE.height}H${SIZE.width}`} />
      <path className={chart.band} d={picture.band} />
      <path className={chart.allowance} d={picture.allowance} />
      <path className={chart.line} d={picture.driven} />
      <path className={chart.coming} d={picture.projection} />
      {picture.readings.map(({ x, y }) => (
        <path key={`${x} ${y}`} className={chart.dot} d={`M${x} ${y}h0.01`} />
      ))}
    </svg>
  );
}

/** Whether miles bought ahead pay, and from which day on. */
function Ahead({ outlook, overMiles }: { outlook: LeaseEndOutlook; overMiles: number }): ReactNode {
  const ahead = overMiles < 1 ? null : milesAhead(outlook.likely, overMiles);
  if (ahead === null || ahead.buyUntil < outlook.likely.asOf) return null;
  const values = {
    miles: formatMiles(overMiles),
    price: formatCents(`${ahead.priceCents}`),
    saved: formatCents(`${ahead.savedCents}`),
    until: formatDay(ahead.buyUntil),
    odometer: formatMiles(ahead.breakEvenOdometer ?? 0),
  };
  if (ahead.savedCents <= ahead.priceCents) return <p>{t('miles.ahead-not', values)}</p>;
  return (
    <p>
      {t('miles.ahead', values)}{' '}
      {ahead.breakEvenOn === null || ahead.breakEvenOdometer === null
        ? null
        : t('miles.break-even', { ...values, day: formatDay(ahead.breakEvenOn) })}
    </p>
  );
}
