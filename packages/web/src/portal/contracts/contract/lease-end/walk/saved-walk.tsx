import { CAR_VIEWS, partsOf } from '@roadbook/domain/wear/walk/car-part';
import { type ReactNode, useMemo, useState } from 'react';
import {
  countVerdicts,
  estimateWalk,
  inWalkOrder,
  partStates,
} from '../../../../../lease-end/walk/estimate/estimate-walk.ts';
import { findingName } from '../../../../../lease-end/walk/estimate/finding-title.ts';
import { judgingOf } from '../../../../../lease-end/walk/guide/wear-data.ts';
import { formatMoment } from '../../../../../lease-end/walk/moment.ts';
import { CarSketch } from '../../../../../lease-end/walk/report/car-sketch.tsx';
import page from '../../../../../lease-end/walk/walk.module.css';
import { isBegun, type Walk } from '../../../../../lease-end/walk/walk.ts';
import { useWalk } from '../../../../../lease-end/walk/walk-context.ts';
import { countWords, viewName } from '../../../../../lease-end/walk/walk-words.ts';
import { t } from '../../../../../shared/copy/copy.ts';
import { formatDay } from '../../../../../shared/format/date.ts';
import button from '../../../../../shared/style/button.module.css';
import { AreYouSure } from './are-you-sure.tsx';
import style from './own-walk.module.css';
import { type SavedWalkOnWire, savedAsWalk } from './own-walk.ts';

type SavedProps = { readonly saved: SavedWalkOnWire; readonly blank: () => Walk };

/** The walk that the account keeps: its day, its marks on the drawing and in words. */
export function SavedWalk({ saved, blank }: SavedProps): ReactNode {
  const room = useWalk();
  const [isAsked, ask] = useState(false);
  const walk = useMemo(() => savedAsWalk(saved.walk, blank()), [saved, blank]);
  const estimate = useMemo(() => estimateWalk(walk), [walk]);
  const states = useMemo(() => partStates(walk, estimate), [walk, estimate]);
  const bodyStyle = saved.walk.bodyStyle;
  const marked = CAR_VIEWS.filter((view) => hasMark(walk, view));
  const { by } = judgingOf(walk);
  const takeUp = () => {
    room.takeOn(walk, new Map());
    room.say(t('walk.own.taken-up'));
    ask(false);
  };
  return (
    <section className={style.saved} aria-labelledby="saved-walk">
      <h2 id="saved-walk">{t('walk.own.saved-title')}</h2>
      <p>
        {t('walk.own.saved-on', {
          day: formatDay(walk.takenOn),
          moment: formatMoment(saved.savedAt),
        })}
      </p>
      <p>{countWords(countVerdicts(estimate))}</p>
      <div className={style.views}>
        {(marked.length === 0 ? CAR_VIEWS.slice(0, 1) : marked).map((view) => (
          <figure key={view}>
            <CarSketch
              style={bodyStyle}
              view={view}
              states={states}
              className={style.sketch}
              label={t(`walk.picture.${view}`)}
            />
            <figcaption>{viewName(view)}</figcaption>
          </figure>
        ))}
      </div>
      <ul className={style.findings}>
        {inWalkOrder(walk, estimate.findings).map(({ finding, verdict }) => (
          <li key={finding.id}>
            {findingName(finding)}
            {by === 'nobody' ? null : (
              <span className={page.quiet}> · {t(`walk.verdict.${verdict}`)}</span>
            )}
          </li>
        ))}
      </ul>
      <p className={page.quiet}>{t('walk.own.photos-stay')}</p>
      {isAsked ? (
        <AreYouSure
          text={t('walk.own.replace-open', { count: room.walk.findings.length })}
          yes={t('walk.own.replace-open-yes')}
          no={t('walk.own.replace-no')}
          onYes={takeUp}
          onNo={() => ask(false)}
        />
      ) : (
        <p>
          <button
            type="button"
            className={button.secondary}
            onClick={() => (isBegun(room.walk) ? ask(true) : takeUp())}
          >
            {t('walk.own.take-up')}
          </button>
        </p>
      )}
    </section>
  );
}

function hasMark({ bodyStyle, findings }: Walk, view: (typeof CAR_VIEWS)[number]): boolean {
  const inView = partsOf(bodyStyle ?? 'sedan').filter((part) => part.view === view);
  return findings.some(({ partId }) => inView.some(({ id }) => id === partId));
}
