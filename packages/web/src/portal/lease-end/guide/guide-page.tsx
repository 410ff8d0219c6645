import { WAYS_OUT } from '@roadbook/domain/lease-end/ways-out/ways-out';
import type { ReactNode } from 'react';
import { askPath, PLAN_PATH } from '../../../lease-end/ask/ask-path.ts';
import { enoughFor, usePlanState } from '../../../lease-end/plan-store.ts';
import { PlannerHeading } from '../../../lease-end/planner-heading.tsx';
import { PlannerLink } from '../../../lease-end/planner-link.tsx';
import { t } from '../../../shared/copy/copy.ts';
import button from '../../../shared/style/button.module.css';
import style from './guide-page.module.css';

const WEEKS = ['five-months', 'three-months', 'two-months', 'last-weeks', 'last-day'] as const;

/** What the end of a lease is, in plain words, before anything is asked. */
export function GuidePage(): ReactNode {
  const { answers } = usePlanState();
  const hasPlan = enoughFor(answers) !== null;
  return (
    <div className={style.guide}>
      <PlannerHeading title={t('guide.title')} className={style.title} />
      <p className={style.lead}>{t('guide.lead')}</p>
      <div className={style.start}>
        <PlannerLink to={hasPlan ? PLAN_PATH : askPath('ends')} className={button.primary}>
          {t(hasPlan ? 'guide.continue' : 'guide.start')}
        </PlannerLink>
        <p className={style.promise}>{t('guide.promise')}</p>
      </div>
      <section className={style.section} aria-labelledby="ways">
        <h2 id="ways">{t('guide.ways')}</h2>
        <ul className={style.ways}>
          {WAYS_OUT.map((door) => (
            <li key={door}>
              <h3>{t(`way-out.${door}`)}</h3>
              <p>{t(`guide.${door}`)}</p>
            </li>
          ))}
        </ul>
      </section>
      <section className={style.section} aria-labelledby="when">
        <h2 id="when">{t('guide.when')}</h2>
        <ol className={style.weeks}>
          {WEEKS.map((week) => (
            <li key={week}>
              <h3>{t(`guide.${week}`)}</h3>
              <p>{t(`guide.${week}.text`)}</p>
            </li>
          ))}
        </ol>
      </section>
      <section className={style.section} aria-labelledby="walk">
        <h2 id="walk">{t('guide.walk')}</h2>
        <div>
          <p>{t('guide.walk.text')}</p>
          <p className={style.act}>
            <PlannerLink to="/lease-end/walk" className={button.secondary}>
              {t('guide.walk.start')}
            </PlannerLink>
          </p>
        </div>
      </section>
    </div>
  );
}
