import { BODY_STYLES, partsOf } from '@roadbook/domain/wear/walk/car-part';
import { completeness } from '@roadbook/domain/wear/walk/condition-report';
import { type FormEvent, type ReactNode, useState } from 'react';
import { t } from '../../../shared/copy/copy.ts';
import { ErrorSummary } from '../../../shared/form/error-summary.tsx';
import form from '../../../shared/form/form.module.css';
import button from '../../../shared/style/button.module.css';
import { PlannerHeading } from '../../planner-heading.tsx';
import { GuideChoice } from '../guide/guide-choice.tsx';
import { KeepChoice } from '../keep/keep-choice.tsx';
import { nextView } from '../look/next-view.ts';
import { CarSketch } from '../report/car-sketch.tsx';
import style from '../walk.module.css';
import { isBegun, reportOf } from '../walk.ts';
import { walkTo } from '../walk-address.ts';
import { useWalk } from '../walk-context.ts';
import { WalkLink } from '../walk-link.tsx';
import start from './start.module.css';
import { VinCheck } from './vin-check.tsx';

/** What the walk is, which car, and the way in. Nothing but the kind of car has to be said. */
export function StartPage(): ReactNode {
  const { walk, step, scale } = useWalk();
  const [attempt, setAttempt] = useState(0);
  const isMissing = attempt > 0 && walk.bodyStyle === null;
  const begin = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (walk.bodyStyle !== null) walkTo({ name: 'look', view: nextView(walk) ?? 'front' });
  };
  return (
    <div className={style.page}>
      <div>
        <PlannerHeading title={t('walk.title')} />
        <p className={style.lead}>{t('walk.lead')}</p>
        <p className={start.promise}>{t('walk.promise')}</p>
      </div>
      {isBegun(walk) ? <GoOn /> : null}
      <form className={start.form} onSubmit={begin} noValidate>
        {isMissing ? (
          <ErrorSummary
            errors={{ 'style-sedan': t('walk.start.style-missing') }}
            attempt={attempt}
          />
        ) : null}
        <fieldset className={form.field}>
          <legend className={form.legend}>{t('walk.start.style')}</legend>
          <div className={start.styles}>
            {BODY_STYLES.map((each) => (
              <label key={each} className={`${form.choice} ${start.style}`}>
                <CarSketch style={each} view="left" className={start.sketch} />
                <span className={start.name}>
                  <input
                    id={`style-${each}`}
                    type="radio"
                    name="style"
                    checked={walk.bodyStyle === each}
                    onChange={() => step({ do: 'choose-style', style: each })}
                  />
                  {t(`walk.style.${each}`)}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <button type="submit" className={button.primary}>
          {t(isBegun(walk) ? 'walk.start.go-on' : 'walk.start.begin')}
        </button>
      </form>
      <section className={style.section} aria-labelledby="before">
        <h2 id="before">{t('walk.start.before')}</h2>
        <p className={style.quiet}>{t('walk.start.before-text')}</p>
        <details className={style.more}>
          <summary>{t('walk.start.guide')}</summary>
          <div>
            <GuideChoice />
          </div>
        </details>
        <details className={style.more}>
          <summary>{t('walk.start.screen')}</summary>
          <div>
            <p>{t(scale === null ? 'walk.start.screen-open' : 'walk.start.screen-done')}</p>
            <p>
              <WalkLink to={{ name: 'screen' }} className={button.secondary}>
                {t(scale === null ? 'walk.start.screen-do' : 'walk.start.screen-again')}
              </WalkLink>
            </p>
            <p>
              <WalkLink to={{ name: 'gauge' }}>{t('walk.start.gauge')}</WalkLink>
            </p>
          </div>
        </details>
        <details className={style.more}>
          <summary>{t('walk.start.vin')}</summary>
          <div>
            <VinCheck />
          </div>
        </details>
        <KeepChoice />
      </section>
    </div>
  );
}

function GoOn(): ReactNode {
  const { walk } = useWalk();
  const { done } = completeness(reportOf(walk));
  const values = { done: done.length, all: partsOf(walk.bodyStyle ?? 'sedan').length };
  return (
    <p className={style.note}>
      {t('walk.start.looked-at', values)}{' '}
      <WalkLink to={{ name: 'estimate' }}>{t('walk.start.see-estimate')}</WalkLink>
    </p>
  );
}
