import type { WearEstimate } from '@roadbook/domain/wear/charge/estimate';
import type { ReactNode } from 'react';
import { Amount } from '../../../shared/amount/amount.tsx';
import { t } from '../../../shared/copy/copy.ts';
import { judgingOf } from '../guide/wear-data.ts';
import page from '../walk.module.css';
import { useWalk } from '../walk-context.ts';
import { centsRange, countWords } from '../walk-words.ts';
import style from './estimate.module.css';
import { countVerdicts } from './estimate-walk.ts';
import { rangeWords } from './range-words.ts';
import { wearBreakdown } from './wear-lines.ts';

/** What a walk comes to, and how many things it found. */
export function Total({ estimate }: { estimate: WearEstimate }): ReactNode {
  const { walk } = useWalk();
  const { by } = judgingOf(walk);
  const { openParts } = estimate.range;
  const counts = countVerdicts(estimate);
  if (by === 'nobody') {
    return (
      <>
        <p className={page.note}>{t('walk.no-guide.text')}</p>
        <p>{countWords({ ...counts, unknown: 0 })}</p>
      </>
    );
  }
  return (
    <div className={style.total}>
      {by === 'one-guide' ? <OneAmount estimate={estimate} /> : <Range estimate={estimate} />}
      <p>{countWords(counts)}</p>
      {counts.ordinary === 0 ? null : (
        <p className={page.note}>{t('walk.estimate.good-news', { count: counts.ordinary })}</p>
      )}
      {openParts === 0 ? null : (
        <p className={page.quiet}>{t('walk.estimate.open-parts', { count: openParts })}</p>
      )}
    </div>
  );
}

function OneAmount({ estimate }: { estimate: WearEstimate }): ReactNode {
  const { lowCents, highCents, openFindings } = estimate.range;
  return (
    <>
      <p className={style.amount}>
        <Amount name={t('walk.estimate.name')} breakdown={wearBreakdown(estimate)} size="display" />
      </p>
      {lowCents === highCents ? null : (
        <p>
          {t('walk.estimate.range', {
            range: centsRange(lowCents, highCents),
            count: openFindings,
          })}
        </p>
      )}
    </>
  );
}

/** No single amount where nobody has the lender's guide: the range, its width, and why. */
function Range({ estimate }: { estimate: WearEstimate }): ReactNode {
  const { lowCents, highCents } = estimate.range;
  return (
    <>
      <p className={`${style.amount} ${style.span} number`}>{centsRange(lowCents, highCents)}</p>
      <p>{rangeWords(estimate)}</p>
      <p className={page.quiet}>{t('walk.other.narrow')}</p>
    </>
  );
}
