import type { WearEstimate } from '@roadbook/domain/wear/charge/estimate';
import { partsOf } from '@roadbook/domain/wear/walk/car-part';
import { type ReactNode, useMemo, useState } from 'react';
import { t } from '../../../shared/copy/copy.ts';
import button from '../../../shared/style/button.module.css';
import { PLANNER_HOME } from '../../address.ts';
import { PlannerHeading } from '../../planner-heading.tsx';
import { PlannerLink } from '../../planner-link.tsx';
import { GuideChoice } from '../guide/guide-choice.tsx';
import { servedWear } from '../guide/served-wear.ts';
import { chosenData, judgingOf } from '../guide/wear-data.ts';
import { KeepChoice } from '../keep/keep-choice.tsx';
import { saveWearRange, wearRangeOf } from '../keep/wear-range.ts';
import { nextView } from '../look/next-view.ts';
import { StartPage } from '../start/start-page.tsx';
import page from '../walk.module.css';
import { useWalk } from '../walk-context.ts';
import { WalkLink } from '../walk-link.tsx';
import { viewName } from '../walk-words.ts';
import style from './estimate.module.css';
import { estimateWalk, inWalkOrder } from './estimate-walk.ts';
import { FindingCard } from './finding-card.tsx';
import { GuideDifferences } from './guide-differences.tsx';
import { Total } from './total.tsx';
import { WaiverQuestions } from './waiver-questions.tsx';

/** What the walk comes to: the amount, why, finding by finding, and what could lower it. */
export function EstimatePage(): ReactNode {
  const { walk, account } = useWalk();
  const estimate = useMemo(() => estimateWalk(walk), [walk]);
  if (walk.bodyStyle === null) return <StartPage />;
  const next = nextView(walk);
  const view = next ?? 'front';
  const { by } = judgingOf(walk);
  return (
    <div className={page.page}>
      <WalkLink to={{ name: 'look', view }} className={page.back}>
        {t('walk.estimate.back', { view: viewName(view) })}
      </WalkLink>
      <PlannerHeading title={t('walk.estimate.title')} />
      <Total estimate={estimate} />
      <NextStep estimate={estimate} />
      <section className={page.section} aria-labelledby="findings">
        <h2 id="findings">{t('walk.estimate.findings')}</h2>
        {estimate.findings.length === 0 ? <p>{t('walk.estimate.nothing')}</p> : null}
        {inWalkOrder(walk, estimate.findings).map((each) => (
          <FindingCard key={each.finding.id} estimate={each} />
        ))}
      </section>
      <section className={page.section} aria-labelledby="guide">
        <h2 id="guide">{t('walk.estimate.guide')}</h2>
        <GuideChoice withLender />
        <GuideDifferences />
      </section>
      {by === 'one-guide' ? (
        <section className={page.section} aria-labelledby="waiver">
          <h2 id="waiver">{t('walk.waiver.title')}</h2>
          <WaiverQuestions estimate={estimate} />
        </section>
      ) : null}
      <section className={page.section} aria-labelledby="then">
        <h2 id="then">{t('walk.estimate.then')}</h2>
        <div className={page.acts}>
          <WalkLink to={{ name: 'report' }} className={button.primary}>
            {t('walk.estimate.report')}
          </WalkLink>
          {servedWear().compareReports ? (
            <WalkLink to={{ name: 'compare' }} className={button.secondary}>
              {t('walk.estimate.compare')}
            </WalkLink>
          ) : null}
        </div>
        {account === null && by !== 'nobody' ? <UseInPlan estimate={estimate} /> : null}
        {account?.save ?? null}
      </section>
      <KeepChoice />
    </div>
  );
}

/** The one thing to do now: finish the walk, or take the advice with the largest effect. */
function NextStep({ estimate }: { estimate: WearEstimate }): ReactNode {
  const { walk } = useWalk();
  const next = nextView(walk);
  const all = partsOf(walk.bodyStyle ?? 'sedan').length;
  if (next !== null && estimate.range.openParts < all) {
    return (
      <p>
        <WalkLink to={{ name: 'look', view: next }} className={button.primary}>
          {t('walk.estimate.go-on', { view: viewName(next) })}
        </WalkLink>
      </p>
    );
  }
  if (chosenData(walk) === null) return null;
  const fixes = estimate.findings.filter(({ advice }) => advice === 'fix').length;
  return <p className={style.next}>{t('walk.estimate.fixes', { count: fixes })}</p>;
}

/** Hands the amount and the repairs to the plan of this phone; said, because it stays there. */
function UseInPlan({ estimate }: { estimate: WearEstimate }): ReactNode {
  const [isUsed, setUsed] = useState(false);
  const use = () => {
    saveWearRange(localStorage, wearRangeOf(estimate));
    setUsed(true);
  };
  return (
    <div className={style.plan}>
      <p>{t('walk.plan.text')}</p>
      <button type="button" className={button.secondary} onClick={use}>
        {t('walk.plan.use')}
      </button>
      <p role="status" className={isUsed ? page.note : ''}>
        {isUsed ? t('walk.plan.used') : ''}{' '}
        {isUsed ? (
          <PlannerLink to={`${PLANNER_HOME}/plan`}>{t('walk.plan.open')}</PlannerLink>
        ) : null}
      </p>
    </div>
  );
}
