import { earlyEndCurve, type LeaseEndOutlook } from '@roadbook/domain/lease-end/planner/outlook';
import { memo, type ReactNode, useMemo } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { aboutDollars, spanOf } from '../../shared/format/about.ts';
import { formatDateShort, formatMonth } from '../../shared/format/date.ts';
import { bandOf } from '../../shared/picture/band-geometry.ts';
import chart from './chart.module.css';
import section from './section.module.css';

const SIZE = { width: 600, height: 180 };

/** What ending early costs, month by month until the lease ends by itself. */
export const EarlyEnd = memo(function EarlyEnd({
  outlook,
}: {
  outlook: LeaseEndOutlook;
}): ReactNode {
  const points = useMemo(() => earlyEndCurve(outlook), [outlook]);
  const [first] = points;
  const last = points.at(-1);
  return (
    <section className={section.section} aria-labelledby="early">
      <h2 id="early">{t('early.title')}</h2>
      <div>
        {first === undefined || last === undefined ? (
          <p>{t('early.over')}</p>
        ) : (
          <>
            <p className={section.answer}>
              {t('early.now', { amount: aboutDollars(first.likelyCents), span: spanOf(first) })}
            </p>
            <p>{t('early.what')}</p>
            {points.length < 2 ? null : (
              <figure className={chart.figure}>
                <p className={chart.top} aria-hidden="true">
                  {aboutDollars(points.reduce((m, p) => (p.highCents > m ? p.highCents : m), 0n))}
                </p>
                <Curve
                  points={points}
                  label={t('early.described', {
                    start: formatMonth(first.on),
                    from: aboutDollars(first.likelyCents),
                    end: formatMonth(last.on),
                    to: aboutDollars(last.likelyCents),
                  })}
                />
                <div className={chart.axis} aria-hidden="true">
                  <span>{formatMonth(first.on)}</span>
                  <span>{formatMonth(last.on)}</span>
                </div>
              </figure>
            )}
            <details className={chart.details}>
              <summary>{t('early.as-table')}</summary>
              <table className={chart.table}>
                <caption className="seen-by-readers">{t('early.title')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('early.on')}</th>
                    <th scope="col">{t('early.likely')}</th>
                    <th scope="col">{t('early.range')}</th>
                  </tr>
                </thead>
                <tbody>
                  {points.map((point) => (
                    <tr key={point.on}>
                      <th scope="row">{formatDateShort(point.on)}</th>
                      <td className="number">{aboutDollars(point.likelyCents)}</td>
                      <td className="number">
                        {t('range.to', {
                          low: aboutDollars(point.lowCents),
                          high: aboutDollars(point.highCents),
                        })}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </details>
          </>
        )}
      </div>
    </section>
  );
});

type CurveProps = { readonly points: ReturnType<typeof earlyEndCurve>; readonly label: string };

function Curve({ points, label }: CurveProps): ReactNode {
  const { band, line, zero } = bandOf(points, SIZE);
  return (
    <svg
      className={chart.picture}
      viewBox={`-4 -6 ${SIZE.width + 8} ${SIZE.height + 12}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <path className={chart.band} d={band} />
      <path className={chart.ground} d={`M0 ${zero}H${SIZE.width}`} />
      <path className={chart.line} d={line} />
    </svg>
  );
}
