import { type BodyStyle, CAR_VIEWS, type CarView } from '@roadbook/domain/wear/walk/car-part';
import type { WalkCompleteness } from '@roadbook/domain/wear/walk/condition-report';
import type { ReactNode } from 'react';
import { t } from '../../../shared/copy/copy.ts';
import type { PartState } from '../../car/part-state.tsx';
import { CarSketch } from '../report/car-sketch.tsx';
import { WalkLink } from '../walk-link.tsx';
import { viewName } from '../walk-words.ts';
import style from './view-steps.module.css';

type StepsProps = {
  readonly view: CarView;
  readonly bodyStyle: BodyStyle;
  readonly byView: WalkCompleteness['byView'];
  readonly states: ReadonlyMap<string, PartState>;
};

/** The sides of the car as small pictures, to go to any of them; a done one is ticked. */
export function ViewSteps({ view, bodyStyle, byView, states }: StepsProps): ReactNode {
  return (
    <nav aria-label={t('walk.look.steps')}>
      <ol className={style.steps}>
        {CAR_VIEWS.map((each) => {
          const { done } = byView[each];
          const all = partsIn(byView[each]);
          const values = { view: viewName(each), done: done.length, all };
          return (
            <li key={each}>
              <WalkLink
                to={{ name: 'look', view: each }}
                className={style.step}
                current={each === view}
                label={t('walk.look.step', values)}
              >
                <CarSketch style={bodyStyle} view={each} states={states} className={style.sketch} />
                <span className={style.name}>
                  {done.length === all ? <span className={style.tick}>✓ </span> : null}
                  {t(`walk.view-short.${each}`)}
                </span>
              </WalkLink>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** How many parts a side has. */
export function partsIn({ done, skipped, left }: WalkCompleteness['byView'][CarView]): number {
  return done.length + skipped.length + left.length;
}
