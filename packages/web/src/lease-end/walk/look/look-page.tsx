import { CAR_VIEWS, type CarView, partsOf } from '@roadbook/domain/wear/walk/car-part';
import { completeness, type WalkCompleteness } from '@roadbook/domain/wear/walk/condition-report';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { t } from '../../../shared/copy/copy.ts';
import { Track } from '../../../shared/picture/track.tsx';
import button from '../../../shared/style/button.module.css';
import { CarPicture } from '../../car/car-picture.tsx';
import { PlannerHeading } from '../../planner-heading.tsx';
import { EstimateBar } from '../estimate/estimate-bar.tsx';
import { estimateWalk, partStates } from '../estimate/estimate-walk.ts';
import { StartPage } from '../start/start-page.tsx';
import page from '../walk.module.css';
import { reportOf } from '../walk.ts';
import { useWalk } from '../walk-context.ts';
import { partInState, viewName } from '../walk-words.ts';
import style from './look.module.css';
import { PartList } from './part-list.tsx';
import { PartPanel } from './part-panel.tsx';
import { useStageRoom } from './stage-room.ts';
import { partsIn, ViewSteps } from './view-steps.tsx';

/** One side of the car: its picture, what to do about the part in hand, and all its parts. */
export function LookPage({ view }: { view: CarView }): ReactNode {
  const { walk, step, say } = useWalk();
  const [heard, hear] = useState('');
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const [hasSettled, setSettled] = useState(false);
  const panel = useRef<HTMLDivElement>(null);
  const stage = useStageRoom();
  const estimate = useMemo(() => estimateWalk(walk), [walk]);
  const states = useMemo(() => partStates(walk, estimate), [walk, estimate]);
  const { bodyStyle } = walk;
  if (bodyStyle === null) return <StartPage />;
  const parts = partsOf(bodyStyle).filter((part) => part.view === view);
  const { byView, done } = completeness(reportOf(walk));
  const { left } = byView[view];
  const currentId = selectedId ?? left[0] ?? null;
  const stateOf = (partId: string) => states.get(partId) ?? 'untouched';
  const select = (partId: string) => {
    setSelectedId(partId);
    panel.current?.scrollIntoView({ block: 'nearest' });
  };
  const settle = (partId: string, as: 'fine' | 'skip' | 'look-again') => {
    step(as === 'fine' ? { do: 'fine', partIds: [partId] } : { do: as, partId });
    const state = as === 'fine' ? 'fine' : as === 'skip' ? 'skipped' : 'untouched';
    hear(partInState(partId, state));
    say(null);
    setSelectedId(as === 'look-again' ? partId : null);
    setSettled(true);
  };
  const fineAll = () => {
    step({ do: 'fine', partIds: left });
    setSelectedId(null);
    setSettled(true);
    hear(t('walk.look.all-fine-said', { count: left.length }));
  };
  return (
    <div className={style.look}>
      {/* Side, picture, question and answers: on a telephone they fill one screen. */}
      <div ref={stage} className={style.stage}>
        <ViewSteps view={view} bodyStyle={bodyStyle} byView={byView} states={states} />
        <Progress view={view} byView={byView} done={done.length} />
        <div className={style.picture}>
          <CarPicture
            style={bodyStyle}
            view={view}
            label={t(`walk.picture.${view}`)}
            selectedPartId={currentId}
            states={states}
            labelOf={(partId) => partInState(partId, stateOf(partId))}
            onSelect={select}
          />
        </div>
        <div className={style.work}>
          <p className="seen-by-readers" role="status">
            {heard}
          </p>
          <PartPanel
            ref={panel}
            view={view}
            partId={currentId}
            skipped={byView[view].skipped.length}
            estimate={estimate}
            state={currentId === null ? 'untouched' : stateOf(currentId)}
            hasSettled={hasSettled}
            onSettle={settle}
          />
        </div>
      </div>
      <section aria-labelledby="parts" className={style.parts}>
        <div className={style.partsHead}>
          <h2 id="parts">{t('walk.look.parts')}</h2>
          {left.length === 0 ? null : (
            <button type="button" className={button.secondary} onClick={fineAll}>
              {t(left.length === parts.length ? 'walk.look.all-fine' : 'walk.look.rest-fine', {
                count: left.length,
              })}
            </button>
          )}
        </div>
        <PartList parts={parts} estimate={estimate} stateOf={stateOf} onSettle={settle} />
      </section>
      <EstimateBar estimate={estimate} />
    </div>
  );
}

type ProgressProps = {
  readonly view: CarView;
  readonly byView: WalkCompleteness['byView'];
  readonly done: number;
};

/**
 * “3 of 7 sides done · 20 of 51 parts”: sides and parts add up to what the pictures show. What was
 * just done takes its place, so that the question stays in view.
 */
function Progress({ view, byView, done }: ProgressProps): ReactNode {
  const all = CAR_VIEWS.reduce((sum, each) => sum + partsIn(byView[each]), 0);
  const { said } = useWalk();
  const sides = CAR_VIEWS.filter((each) => byView[each].done.length === partsIn(byView[each]));
  return (
    <div className={style.head}>
      <PlannerHeading title={viewName(view)} className={style.title} />
      {said === null ? (
        <p className={`${page.quiet} ${style.counts}`}>
          {t('walk.look.progress', { sides: sides.length, of: CAR_VIEWS.length, done, all })}
        </p>
      ) : null}
      {said === null ? (
        <div className={style.track}>
          <Track done={done} whole={all} />
        </div>
      ) : null}
      <p className={said === null ? 'seen-by-readers' : style.said} role="status">
        {said ?? ''}
      </p>
    </div>
  );
}
