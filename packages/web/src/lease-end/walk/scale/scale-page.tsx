import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { t } from '../../../shared/copy/copy.ts';
import { Choice } from '../../../shared/form/choice.tsx';
import form from '../../../shared/form/form.module.css';
import button from '../../../shared/style/button.module.css';
import { PlannerHeading } from '../../planner-heading.tsx';
import style from '../walk.module.css';
import type { PartPlace, WalkScreen } from '../walk-address.ts';
import { useWalk } from '../walk-context.ts';
import { WalkLink } from '../walk-link.tsx';
import { partName } from '../walk-words.ts';
import look from './scale.module.css';
import {
  milsToPx,
  pxPerMm,
  scaleFrom,
  sliderSpan,
  YARDSTICK_NAMES,
  YARDSTICKS,
  type Yardstick,
} from './screen-scale.ts';

/** A card lies 3.37 inches long; the outline starts at what most telephones show. */
const USUAL_PX_PER_MM = 6;

/** Holds a real card or coin against its outline, so that the screen can measure. */
export function ScalePage({ part }: { part: PartPlace | null }): ReactNode {
  const { scale, setScale } = useWalk();
  const before: WalkScreen = part === null ? { name: 'start' } : { name: 'part', ...part };
  const room = useRef<HTMLDivElement>(null);
  const [roomPx, setRoomPx] = useState(320);
  const [yardstick, setYardstick] = useState<Yardstick>('card');
  const known = scale === null ? USUAL_PX_PER_MM : pxPerMm(scale, devicePixelRatio);
  const [perMm, setPerMm] = useState(known);
  const [isSet, setSet] = useState(false);
  useLayoutEffect(() => setRoomPx(room.current?.clientWidth ?? 320), []);
  const span = sliderSpan(yardstick, roomPx);
  const { widthMm } = YARDSTICKS[yardstick];
  const width = Math.min(span.max, Math.max(span.min, Math.round(widthMm * perMm)));
  const choose = () => {
    const found = scaleFrom(yardstick, width, devicePixelRatio);
    if (found === null) return;
    setScale(found);
    setSet(true);
  };
  return (
    <div className={style.page}>
      <WalkLink to={before} className={style.back}>
        {part === null ? t('walk.title') : partName(part.partId)}
      </WalkLink>
      <PlannerHeading title={t('walk.scale.title')} />
      <p>{t('walk.scale.text')}</p>
      <fieldset className={form.field}>
        <legend className={form.label}>{t('walk.scale.with')}</legend>
        <div className={form.choices}>
          {YARDSTICK_NAMES.map((each) => (
            <Choice
              key={each}
              id={`with-${each}`}
              name="with"
              checked={yardstick === each}
              onChoose={() => setYardstick(each)}
              label={t(`walk.scale.${each}`)}
            />
          ))}
        </div>
      </fieldset>
      <div className={form.field}>
        <label className={form.label} htmlFor="width">
          {t(`walk.scale.slide-${yardstick}`)}
        </label>
        <input
          id="width"
          className={look.slider}
          type="range"
          min={span.min}
          max={span.max}
          value={width}
          aria-valuetext={t('walk.scale.wide', { width })}
          onChange={({ target }) => {
            setPerMm(Number(target.value) / widthMm);
            setSet(false);
          }}
        />
      </div>
      <div ref={room} className={look.room}>
        <Outline yardstick={yardstick} perMm={width / widthMm} />
      </div>
      <div className={style.acts}>
        <button type="button" className={button.primary} onClick={choose}>
          {t('walk.scale.matches')}
        </button>
        <WalkLink to={before} className={isSet ? button.primary : button.quiet}>
          {t(isSet ? 'walk.scale.back' : 'walk.scale.skip')}
        </WalkLink>
      </div>
      <p role="status" className={isSet ? style.note : ''}>
        {isSet ? t('walk.scale.done') : ''}
      </p>
    </div>
  );
}

/** The outline of a real thing at the size it has at this scale. */
export function Outline({ yardstick, perMm }: { yardstick: Yardstick; perMm: number }): ReactNode {
  const width = YARDSTICKS[yardstick].widthMm * perMm;
  const height = YARDSTICKS[yardstick].heightMm * perMm;
  // ISO/IEC 7810: a card's corners are rounded by 3.18 mm.
  const round = yardstick === 'card' ? 3.18 * perMm : width / 2;
  return (
    <svg className={look.outline} width={width} height={height} aria-hidden="true">
      <rect
        x="1"
        y="1"
        width={Math.max(0, width - 2)}
        height={Math.max(0, height - 2)}
        rx={round}
      />
      {yardstick === 'card' ? (
        <line x1={milsToPx(400, perMm)} x2={milsToPx(400, perMm)} y1="2" y2={height - 2} />
      ) : null}
    </svg>
  );
}
