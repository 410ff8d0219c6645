import type { ReactNode } from 'react';
import { t } from '../copy/copy.ts';
import { formatCents } from '../format/cents.ts';
import { formatDateShort, formatMonth } from '../format/date.ts';
import style from './balance-curve.module.css';
import { type CurvePoint, curveOf, stepsOf } from './curve-geometry.ts';

const SIZE = { width: 600, height: 160 };

type CurveProps = {
  readonly points: readonly CurvePoint[];
  readonly name: string;
  /**
   * The table beside the picture; the small picture of a list leaves it to the page of its
   * contract.
   */
  readonly withTable?: boolean;
};

/** A loan's balance over its life: what was, drawn firm; what is to come, drawn lightly. */
export function BalanceCurve({ points, name, withTable = false }: CurveProps): ReactNode {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined || points.length < 2) return null;
  const curve = curveOf(points, SIZE);
  return (
    <figure className={style.figure}>
      <svg
        className={`${style.picture} ${withTable ? style.tall : ''}`}
        viewBox={`-8 -8 ${(SIZE.width + 16).toString()} ${(SIZE.height + 16).toString()}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('curve.described', {
          name,
          from: formatCents(first.balanceCents),
          start: formatMonth(first.on),
          to: formatCents(last.balanceCents),
          end: formatMonth(last.on),
        })}
      >
        <line className={style.ground} x1="0" y1={SIZE.height} x2={SIZE.width} y2={SIZE.height} />
        <path className={style.future} d={curve.future} />
        <path className={style.past} d={curve.past} />
        {curve.now === null ? null : (
          <path className={style.now} d={`M${curve.now.x} ${curve.now.y}h0.01`} />
        )}
      </svg>
      <div className={style.axis} aria-hidden="true">
        <span>
          <b className="number">{formatCents(first.balanceCents)}</b>
          {formatMonth(first.on)}
        </span>
        <span>
          <b className="number">{formatCents(last.balanceCents)}</b>
          {formatMonth(last.on)}
        </span>
      </div>
      {curve.past === '' || curve.future === '' ? null : (
        <p className={style.legend} aria-hidden="true">
          <span className={style.pastKey}>{t('curve.past')}</span>
          <span className={style.futureKey}>{t('curve.future')}</span>
        </p>
      )}
      {withTable ? <CurveTable points={points} name={name} /> : null}
    </figure>
  );
}

function CurveTable({ points, name }: { points: readonly CurvePoint[]; name: string }): ReactNode {
  const steps = stepsOf(points);
  return (
    <details className={style.details}>
      <summary>{t('curve.as-table')}</summary>
      <table className={style.table}>
        <caption className="seen-by-readers">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{t('curve.on')}</th>
            <th scope="col">{t('curve.balance')}</th>
          </tr>
        </thead>
        <tbody>
          <CurveRows points={steps.filter(({ projected }) => !projected)} />
        </tbody>
        {steps.some(({ projected }) => projected) ? (
          <tbody>
            <tr>
              <th scope="rowgroup" colSpan={2} className={style.mark}>
                {t('curve.projected')}
              </th>
            </tr>
            <CurveRows points={steps.filter(({ projected }) => projected)} />
          </tbody>
        ) : null}
      </table>
    </details>
  );
}

function CurveRows({ points }: { points: readonly CurvePoint[] }): ReactNode {
  return points.map(({ on, balanceCents }) => (
    <tr key={on}>
      <th scope="row">{formatDateShort(on)}</th>
      <td className="number">{formatCents(balanceCents)}</td>
    </tr>
  ));
}
