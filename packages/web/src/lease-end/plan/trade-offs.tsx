import type { LeaseEndOutlook } from '@roadbook/domain/lease-end/planner/outlook';
import { WAYS_OUT } from '@roadbook/domain/lease-end/ways-out/ways-out';
import { memo, type ReactNode } from 'react';
import { t } from '../../shared/copy/copy.ts';
import section from './section.module.css';
import style from './trade-offs.module.css';

/** What speaks for each way out and what against, in sentences. */
export const TradeOffs = memo(function TradeOffs({
  outlook,
}: {
  outlook: LeaseEndOutlook;
}): ReactNode {
  const months = outlook.likely.policy.extension.maxMonths;
  return (
    <section className={section.section} aria-labelledby="trade">
      <h2 id="trade">{t('trade.title')}</h2>
      <div>
        {WAYS_OUT.map((door) => (
          <details key={door} className={style.door}>
            <summary>{t(`way-out.${door}`)}</summary>
            <p>{t(`trade.${door}.what`, { months })}</p>
            <h3>{t('trade.for')}</h3>
            <p>{t(`trade.${door}.for`)}</p>
            <h3>{t('trade.against')}</h3>
            <p>{t(`trade.${door}.against`)}</p>
          </details>
        ))}
      </div>
    </section>
  );
});
