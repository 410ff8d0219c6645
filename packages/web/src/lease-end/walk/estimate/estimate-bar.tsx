import type { WearEstimate } from '@roadbook/domain/wear/charge/estimate';
import type { ReactNode } from 'react';
import { judgingOf } from '../guide/wear-data.ts';
import { useWalk } from '../walk-context.ts';
import { WalkLink } from '../walk-link.tsx';
import { centsRange, countFound } from '../walk-words.ts';
import style from './estimate-bar.module.css';

/** What the walk comes to so far, always in sight; it opens the estimate. */
export function EstimateBar({ estimate }: { estimate: WearEstimate }): ReactNode {
  const { by } = judgingOf(useWalk().walk);
  const { lowCents, highCents } = estimate.range;
  return (
    <div className={style.bar}>
      <WalkLink to={{ name: 'estimate' }} className={style.link}>
        <span className={style.words}>{countFound(estimate.findings.length)}</span>
        {by === 'nobody' ? null : (
          <span className={`${style.amount} number`}>{centsRange(lowCents, highCents)}</span>
        )}
      </WalkLink>
    </div>
  );
}
