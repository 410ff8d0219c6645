import type { WearEstimate } from '@roadbook/domain/wear/charge/estimate';
import type { ReactNode } from 'react';
import { judgingOf } from '../guide/wear-data.ts';
import { useWalk } from '../walk-context.ts';
import { WalkLink } from '../walk-link.tsx';
import { centsRange, countWords } from '../walk-words.ts';
import style from './estimate-bar.module.css';
import { countVerdicts } from './estimate-walk.ts';

/** What the walk comes to so far, always in sight; it opens the estimate. */
export function EstimateBar({ estimate }: { estimate: WearEstimate }): ReactNode {
  const { by } = judgingOf(useWalk().walk);
  const counts = countVerdicts(estimate);
  const { lowCents, highCents } = estimate.range;
  // Without a guide nothing has a verdict: the things found are counted and no more.
  const said = by === 'nobody' ? { ...counts, unknown: 0 } : counts;
  return (
    <div className={style.bar}>
      <WalkLink to={{ name: 'estimate' }} className={style.link}>
        <span className={style.words}>{countWords(said)}</span>
        {by === 'nobody' ? null : (
          <span className={`${style.amount} number`}>{centsRange(lowCents, highCents)}</span>
        )}
      </WalkLink>
    </div>
  );
}
