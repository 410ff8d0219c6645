import {
  type LeaseEndOutlook,
  type WayOutFigure,
  wayOutOn,
} from '@roadbook/domain/lease-end/planner/outlook';
import { memo, type ReactNode, useMemo } from 'react';
import { Amount } from '../../shared/amount/amount.tsx';
import { asWire } from '../../shared/amount/as-wire.ts';
import { t } from '../../shared/copy/copy.ts';
import { aboutDollars, spanOf } from '../../shared/format/about.ts';
import { formatDay } from '../../shared/format/date.ts';
import { equityOf } from './equity.ts';
import { PlaceLink } from './place-link.tsx';
import { lastDayOf } from './return-cost.ts';
import style from './section.module.css';
import { type Asker, whatNarrows } from './what-narrows.ts';

type Props = { readonly asker: Asker; readonly outlook: LeaseEndOutlook };
type OpenFigure = Extract<WayOutFigure, { isOpen: true }>;

/** "Is buying better for me?": an honest answer, and what would decide it while it is open. */
export const BuyingSection = memo(function BuyingSection({ asker, outlook }: Props): ReactNode {
  const on = lastDayOf(outlook);
  const buy = wayOutOn(outlook, 'buy', on);
  const back = wayOutOn(outlook, 'return', on);
  const narrowings = useMemo(
    () => whatNarrows(asker, outlook, ['buy', 'return']),
    [asker, outlook],
  );
  const equity = equityOf(outlook, on);
  if (!buy.isOpen || !back.isOpen || equity === null) return null;
  const verdict = verdictOf(buy, back);
  const [decides] = narrowings;
  return (
    <section className={style.section} aria-labelledby="buying">
      <h2 id="buying">{t('buying.title')}</h2>
      <div>
        <p className={style.answer}>{t(`buying.${verdict}`)}</p>
        <p>
          {t('buying.price', { day: formatDay(on) })}{' '}
          <Amount
            name={t('buying.price-name')}
            breakdown={asWire(equity.price)}
            shown={spanOf(equity.priceRange)}
          />
          {'. '}
          {t(`buying.worth.${equity.source}`, { span: spanOf(equity.value) })}
        </p>
        <p>{equitySentence(equity.equity)}</p>
        <p>{likelySentence(buy, back)}</p>
        <p className={style.aside}>{t('buying.next-car')}</p>
        {verdict !== 'open' || decides === undefined ? null : (
          <p>
            {t('buying.decides')}{' '}
            <PlaceLink to={decides.question}>{t(`open.${decides.question}`)}</PlaceLink>
          </p>
        )}
      </div>
    </section>
  );
});

/** Never a winner while the ranges overlap. */
function verdictOf(buy: OpenFigure, back: OpenFigure): 'buy' | 'return' | 'open' {
  if (buy.net.highCents < back.net.lowCents) return 'buy';
  return back.net.highCents < buy.net.lowCents ? 'return' : 'open';
}

function equitySentence(range: {
  lowCents: bigint;
  highCents: bigint;
  likelyCents: bigint;
}): string {
  const low = aboutDollars(range.lowCents);
  const high = aboutDollars(range.highCents);
  if (range.lowCents >= 0n) return t('equity.more', { low, high });
  if (range.highCents <= 0n) {
    return t('equity.less', {
      low: aboutDollars(-range.highCents),
      high: aboutDollars(-range.lowCents),
    });
  }
  return t('equity.either', { less: aboutDollars(-range.lowCents), more: high });
}

function likelySentence(buy: OpenFigure, back: OpenFigure): string {
  const ahead = back.net.likelyCents - buy.net.likelyCents;
  return ahead >= 0n
    ? t('buying.likely-better', { amount: aboutDollars(ahead) })
    : t('buying.likely-worse', { amount: aboutDollars(-ahead) });
}
