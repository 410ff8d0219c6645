import type { CentsRange, WayOutFigure } from '@roadbook/domain/lease-end/planner/outlook';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import type { ReactNode } from 'react';
import { Amount } from '../../../shared/amount/amount.tsx';
import { asWire } from '../../../shared/amount/as-wire.ts';
import { t } from '../../../shared/copy/copy.ts';
import { likelyOf } from '../../../shared/format/about.ts';
import { formatDay } from '../../../shared/format/date.ts';
import { isExact } from '../../../shared/format/range.ts';
import { barOn, placeOn, type Scale } from '../../../shared/picture/scale.ts';
import { netLikely, netSpan } from './net-words.ts';
import { refusalSentence } from './refusal-sentence.ts';
import style from './ways-out.module.css';

type PictureProps = {
  readonly figure: WayOutFigure;
  readonly scale: Scale;
  readonly on: BusinessDate;
};

/** One way out: what is paid, what is kept, and what is left of both with its range. */
export function WayOutPicture({ figure, scale, on }: PictureProps): ReactNode {
  const name = t(`way-out.${figure.door}`);
  if (!figure.isOpen) {
    return (
      <article className={`${style.door} ${style.closed}`}>
        <h3>{name}</h3>
        <p>{refusalSentence(figure.refusal)}</p>
      </article>
    );
  }
  const { cash, cashRange, keeps, net, endsOn } = figure;
  return (
    <article className={style.door}>
      <h3>{name}</h3>
      <p className={style.when}>
        {endsOn === on
          ? t(`way-out.${figure.door}.on`, { day: formatDay(endsOn) })
          : t('way-out.later', { day: formatDay(endsOn) })}
      </p>
      <dl className={style.bars}>
        <div>
          <dt>{t('ways-out.pay')}</dt>
          <dd className="number">
            <Amount
              name={t('ways-out.pay-name', { door: name })}
              breakdown={asWire(cash)}
              shown={likelyOf(cashRange)}
            />
          </dd>
          <Bar scale={scale} range={cashRange} className={style.pay} />
        </div>
        <div>
          <dt>{t('ways-out.keep')}</dt>
          <dd className="number">{keeps === null ? t('ways-out.nothing') : likelyOf(keeps)}</dd>
          {keeps === null ? null : <Bar scale={scale} range={keeps} className={style.keep} />}
        </div>
        <div>
          <dt className={style.net}>{t('ways-out.net')}</dt>
          <dd className={`${style.net} number`}>{netLikely(net)}</dd>
          <Whisker scale={scale} range={net} />
        </div>
      </dl>
      {isExact(net) ? null : <p className={style.span}>{netSpan(net)}</p>}
    </article>
  );
}

type BarProps = {
  readonly scale: Scale;
  readonly range: CentsRange;
  readonly className?: string | undefined;
};

function Bar({ scale, range, className }: BarProps): ReactNode {
  const { x, width } = barOn(scale, range.likelyCents);
  const zero = placeOn(scale, 0n);
  return (
    <svg className={style.bar} viewBox="0 0 1000 16" preserveAspectRatio="none" aria-hidden="true">
      <rect className={className} x={x} y="3" width={Math.max(width, 2)} height="10" />
      <path className={style.zero} d={`M${zero} 0V16`} />
    </svg>
  );
}

function Whisker({ scale, range }: BarProps): ReactNode {
  const low = placeOn(scale, range.lowCents);
  const high = placeOn(scale, range.highCents);
  const likely = placeOn(scale, range.likelyCents);
  const zero = placeOn(scale, 0n);
  return (
    <svg className={style.bar} viewBox="0 0 1000 16" preserveAspectRatio="none" aria-hidden="true">
      <rect className={style.range} x={low} y="5" width={Math.max(high - low, 2)} height="6" />
      <path className={style.edges} d={`M${low} 2V14M${high} 2V14`} />
      <path className={style.likely} d={`M${likely} 1V15`} />
      <path className={style.zero} d={`M${zero} 0V16`} />
    </svg>
  );
}
