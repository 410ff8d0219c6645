import type { LeaseEndOutlook } from '@roadbook/domain/lease-end/planner/outlook';
import { memo, type ReactNode, useMemo } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { aboutDollars } from '../../shared/format/about.ts';
import { isExact } from '../../shared/format/range.ts';
import button from '../../shared/style/button.module.css';
import { askPath } from '../ask/ask-path.ts';
import { PlannerLink } from '../planner-link.tsx';
import { PlaceLink } from './place-link.tsx';
import { returnCost } from './return-cost.ts';
import style from './section.module.css';
import { type Asker, whatNarrows } from './what-narrows.ts';

type Props = {
  readonly asker: Asker;
  readonly outlook: LeaseEndOutlook;
  /** Whether the page leads through all questions one by one. */
  readonly asksAll?: boolean;
};

/** "Could it become more?": how much more at most, what from, and how to know it better. */
export const CouldBeMore = memo(function CouldBeMore({
  asker,
  outlook,
  asksAll = true,
}: Props): ReactNode {
  const { range } = returnCost(outlook);
  const open = useMemo(() => whatNarrows(asker, outlook, ['return']), [asker, outlook]);
  const [first] = open;
  return (
    <section className={style.section} aria-labelledby="more">
      <h2 id="more">{t('more.title')}</h2>
      <div>
        <p className={style.answer}>
          {isExact(range)
            ? t('more.exact')
            : t('more.at-most', { high: aboutDollars(range.highCents) })}
        </p>
        {open.length === 0 ? (
          <p>{t('more.driving')}</p>
        ) : (
          <>
            <p>{t('more.from')}</p>
            <ul className={style.open}>
              {open.slice(0, 4).map(({ question, byCents }) => (
                <li key={question}>
                  <PlaceLink to={question}>{t(`open.${question}`)}</PlaceLink>
                  <span className={style.by}>
                    {t('more.by', { amount: aboutDollars(byCents) })}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
        {first === undefined || !asksAll ? null : (
          <p className={style.act}>
            <PlannerLink to={askPath('allowance', true)} className={button.secondary}>
              {t('more.answer-all')}
            </PlannerLink>
          </p>
        )}
      </div>
    </section>
  );
});
