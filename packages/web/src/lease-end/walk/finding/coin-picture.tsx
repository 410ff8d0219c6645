import type { ReactNode } from 'react';
import style from './finding.module.css';
import type { CoinTest } from './finding-form.ts';

/** How far the coin, head down, stands in the groove: the rubber begins at this height. */
const RUBBER_TOP: Readonly<Record<CoinTest, number>> = {
  'penny-head-seen': 63,
  'quarter-head-seen': 63,
  'quarter-head-hidden': 50,
};

/** A head in profile, upright, around its middle. */
const HEAD = [
  'M-9 26C-7 19-9 14-13 8C-17 0-16-10-10-15C-4-20 6-20 11-14C14-11 14-8 13-5',
  'L17 2C17 4 15 4 14 4L14 7L12 9L13 11C12 15 9 15 4 14C4 18 5 22 8 26Z',
].join('');

/** A coin upside down in the groove of a tire, with the head seen whole or partly hidden. */
export function CoinPicture({ test }: { test: CoinTest }): ReactNode {
  const isPenny = test === 'penny-head-seen';
  const top = String(RUBBER_TOP[test]);
  const shoulders = `M0 ${top}H18V80H0ZM92 ${top}H110V80H92Z`;
  return (
    <svg className={style.coinPicture} viewBox="0 0 110 80" aria-hidden="true">
      <circle
        className={isPenny ? style.metal : style.silver}
        cx="55"
        cy="38"
        r={isPenny ? 31 : 35}
      />
      {/* A head in profile as on the coin, turned upside down with it. */}
      <path
        className={style.head}
        transform={`translate(55 ${isPenny ? '41' : '42'}) rotate(180)`}
        d={HEAD}
      />
      <path className={style.rubber} d={`${shoulders}M0 74H110V80H0ZM18 ${top}H92V80H18Z`} />
    </svg>
  );
}
