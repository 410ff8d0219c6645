import { BODY_STYLES } from '@roadbook/domain/wear/walk/car-part';
import { type FormEvent, type ReactNode, useState } from 'react';
import { t } from '../../../shared/copy/copy.ts';
import { ErrorSummary } from '../../../shared/form/error-summary.tsx';
import form from '../../../shared/form/form.module.css';
import button from '../../../shared/style/button.module.css';
import { PlannerHeading } from '../../planner-heading.tsx';
import { GuideChoice } from '../guide/guide-choice.tsx';
import { LenderChoice } from '../guide/lender-choice.tsx';
import { GoOn } from '../keep/go-on.tsx';
import { KeepChoice } from '../keep/keep-choice.tsx';
import { nextView } from '../look/next-view.ts';
import { CarSketch } from '../report/car-sketch.tsx';
import style from '../walk.module.css';
import { isBegun } from '../walk.ts';
import { walkTo } from '../walk-address.ts';
import { useWalk } from '../walk-context.ts';
import { WalkLink } from '../walk-link.tsx';
import { CarFacts } from './car-facts.tsx';
import start from './start.module.css';

/** What the walk is, which car, and the way in. Nothing but the kind of car has to be said. */
export function StartPage(): ReactNode {
  const { walk, drafts, said, account } = useWalk();
  const isGoing = isBegun(walk) || drafts.length > 0;
  return (
    <div className={style.page}>
      <div>
        <PlannerHeading title={t('walk.title')} />
        <p className={style.lead}>{t('walk.lead')}</p>
        <p className={start.promise}>
          {t(account === null ? 'walk.promise' : 'walk.promise-account')}
        </p>
      </div>
      <p role="status" className={said === null ? 'seen-by-readers' : style.note}>
        {said ?? ''}
      </p>
      {isGoing ? <GoOn /> : null}
      {account?.saved ?? null}
      {isGoing ? (
        <details className={style.more}>
          <summary>{t('walk.start.change-car')}</summary>
          <div>
            <CarForm isGoing />
          </div>
        </details>
      ) : (
        <CarForm isGoing={false} />
      )}
      <Before />
      <KeepChoice />
    </div>
  );
}

/** The kind of car and whose lease it is. */
function CarForm({ isGoing }: { isGoing: boolean }): ReactNode {
  const { walk, step, account } = useWalk();
  const [attempt, setAttempt] = useState(0);
  const isMissing = attempt > 0 && walk.bodyStyle === null;
  const begin = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (walk.bodyStyle !== null) walkTo({ name: 'look', view: nextView(walk) ?? 'front' });
  };
  return (
    <form className={start.form} onSubmit={begin} noValidate>
      {isMissing ? (
        <ErrorSummary errors={{ 'style-sedan': t('walk.start.style-missing') }} attempt={attempt} />
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
      {account === null ? <LenderChoice /> : null}
      {isGoing ? null : (
        <button type="submit" className={button.primary}>
          {t('walk.start.begin')}
        </button>
      )}
    </form>
  );
}

/** What may be said or set up before the walk; none of it has to be. */
function Before(): ReactNode {
  const { scale } = useWalk();
  return (
    <section className={style.section} aria-labelledby="before">
      <h2 id="before">{t('walk.start.before')}</h2>
      <p className={style.quiet}>{t('walk.start.before-text')}</p>
      <details className={style.more}>
        <summary>{t('walk.start.car')}</summary>
        <div>
          <CarFacts />
        </div>
      </details>
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
            <WalkLink to={{ name: 'screen', part: null }} className={button.secondary}>
              {t(scale === null ? 'walk.start.screen-do' : 'walk.start.screen-again')}
            </WalkLink>
          </p>
          <p>
            <WalkLink to={{ name: 'gauge' }}>{t('walk.start.gauge')}</WalkLink>
          </p>
        </div>
      </details>
    </section>
  );
}
