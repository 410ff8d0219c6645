import type { WearEstimate } from '@roadbook/domain/wear/charge/estimate';
import type { ReactNode } from 'react';
import { t } from '../../../shared/copy/copy.ts';
import { chosenData } from '../guide/wear-data.ts';
import { useWalk } from '../walk-context.ts';
import { WalkLink } from '../walk-link.tsx';
import { centsRange } from '../walk-words.ts';
import style from './estimate-bar.module.css';
import { countVerdicts } from './estimate-walk.ts';

/** What the walk comes to so far, always in sight; it opens the estimate. */
export function EstimateBar({ estimate }: { estimate: WearEstimate }): ReactNode {
  const isJudged = chosenData(useWalk().walk) !== null;
  const { chargeable, ordinary, unknown } = countVerdicts(estimate);
  const { lowCents, highCents } = estimate.range;
  return (
    <div className={style.bar}>
      <WalkLink to={{ name: 'estimate' }} className={style.link}>
        <span className={style.words}>
          {isJudged
            ? t('walk.bar.so-far', { chargeable, ordinary })
            : t('walk.no-guide.found', { count: estimate.findings.length })}
          {unknown === 0 || !isJudged ? null : ` · ${t('walk.bar.unknown', { unknown })}`}
        </span>
        {isJudged ? (
          <span className={`${style.amount} number`}>{centsRange(lowCents, highCents)}</span>
        ) : null}
      </WalkLink>
    </div>
  );
}
