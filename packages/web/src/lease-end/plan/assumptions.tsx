import type { PlanAssumption } from '@roadbook/domain/lease-end/planner/plan-outlook';
import { memo, type ReactNode } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { QUESTION_IDS, questionOf } from '../ask/question.ts';
import { assumedWords } from './assumption-words.ts';
import style from './assumptions.module.css';
import { type Place, PlaceLink } from './place-link.tsx';
import section from './section.module.css';

/** What nobody told and had to be taken: the value, its range, why, and where to tell it. */
export const Assumptions = memo(function Assumptions({
  assumed,
}: {
  assumed: readonly PlanAssumption[];
}): ReactNode {
  if (assumed.length === 0) return null;
  return (
    <section className={section.section} aria-labelledby="assumed">
      <h2 id="assumed">{t('assumptions.title')}</h2>
      <div>
        <p>{t('assumptions.lead')}</p>
        <ul className={style.list}>
          {assumed.map((each) => (
            <li key={each.term}>
              <span className={style.term}>{t(`assumptions.${each.term}`)}</span>
              <span className={`${style.value} number`}>{assumedWords(each)}</span>
              <span className={style.why}>{t(`assumptions.${each.term}.why`)}</span>
              <PlaceLink to={placeOf(each.term)} className={style.tell}>
                {t('assumptions.tell')}
                <span className="seen-by-readers"> {t(`assumptions.${each.term}`)}</span>
              </PlaceLink>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
});

function placeOf(term: string): Place {
  return (
    QUESTION_IDS.find((id) => questionOf(id).fields.some((each) => each.id === term)) ?? 'walk'
  );
}
