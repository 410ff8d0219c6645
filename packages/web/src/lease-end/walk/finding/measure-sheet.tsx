import { type ReactNode, useEffect, useRef, useState } from 'react';
import { t } from '../../../shared/copy/copy.ts';
import button from '../../../shared/style/button.module.css';
import {
  milsToPx,
  pxPerMm,
  pxToMils,
  type ScreenScale,
  YARDSTICKS,
} from '../scale/screen-scale.ts';
import { inchesWords } from '../walk-words.ts';
import style from './measure-sheet.module.css';

type SheetProps = {
  readonly scale: ScreenScale;
  readonly startMils: number | null;
  readonly onMeasured: (mils: number) => void;
  readonly onClosed: () => void;
};

const SHAPES = ['line', 'circle'] as const;
type Shape = (typeof SHAPES)[number];

/** A step of the slider: 1/16 inch, the finest mark of a common ruler. */
const STEP_MILS = 62.5;
/** What the slider and the words need of the height of the screen. */
const CHROME_PX = 250;

/**
 * The screen as a ruler: hold the phone beside the damage and slide the line, or the circle, until
 * it is as long. A bank card and a quarter are drawn in, for the eye.
 */
export function MeasureSheet({ scale, startMils, onMeasured, onClosed }: SheetProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const [shape, setShape] = useState<Shape>('line');
  const perMm = pxPerMm(scale, devicePixelRatio);
  const width = Math.min(innerWidth, 700) - 32;
  const height = Math.max(160, innerHeight - CHROME_PX);
  const roomPx = shape === 'line' ? height - 8 : Math.min(width, height) - 8;
  const most = Math.max(1, Math.floor(pxToMils(roomPx, perMm) / STEP_MILS));
  const [steps, setSteps] = useState(Math.round((startMils ?? 1_000) / STEP_MILS));
  const shown = Math.min(most, Math.max(1, steps));
  const mils = Math.round(shown * STEP_MILS);
  useEffect(() => dialog.current?.showModal(), []);
  const use = () => {
    onMeasured(mils);
    dialog.current?.close();
  };
  return (
    <dialog
      ref={dialog}
      className={style.sheet}
      aria-label={t('walk.measure.title')}
      onClose={onClosed}
    >
      <p className={style.help}>{t(`walk.measure.${shape}-help`)}</p>
      <svg className={style.ruler} width={width} height={height} aria-hidden="true">
        <Yardsticks perMm={perMm} width={width} />
        {shape === 'line' ? (
          <Line px={milsToPx(mils, perMm)} x={64} />
        ) : (
          <circle
            className={style.circle}
            cx={width / 2}
            cy={height / 2}
            r={milsToPx(mils, perMm) / 2}
          />
        )}
      </svg>
      <div className={style.foot}>
        <div className={style.shapes}>
          {SHAPES.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={shape === each}
              onClick={() => setShape(each)}
            >
              {t(`walk.measure.${each}`)}
            </button>
          ))}
        </div>
        <input
          type="range"
          aria-label={t('walk.measure.slide')}
          min={1}
          max={most}
          value={shown}
          aria-valuetext={inchesWords(mils)}
          onChange={({ target }) => setSteps(Number(target.value))}
        />
        <div className={style.acts}>
          <button type="button" className={button.primary} onClick={use}>
            {t('walk.measure.use', { size: inchesWords(mils) })}
          </button>
          <button type="button" className={button.quiet} onClick={() => dialog.current?.close()}>
            {t('walk.measure.cancel')}
          </button>
        </div>
      </div>
    </dialog>
  );
}

function Line({ px, x }: { px: number; x: number }): ReactNode {
  return (
    <g className={style.line}>
      <line x1={x} x2={x} y1="4" y2={4 + px} />
      <line x1={x - 18} x2={x + 18} y1="4" y2="4" />
      <line x1={x - 18} x2={x + 18} y1={4 + px} y2={4 + px} />
    </g>
  );
}

/** A card's long side and a quarter at their true size, to compare by eye. */
function Yardsticks({ perMm, width }: { perMm: number; width: number }): ReactNode {
  const { card, quarter } = YARDSTICKS;
  const coin = (quarter.widthMm * perMm) / 2;
  const across = card.widthMm * perMm;
  return (
    <g className={style.yardsticks}>
      <rect x={width - across - 4} y="4" width={across} height={card.heightMm * perMm} rx="12" />
      <circle cx={width - coin - 12} cy={coin + 40} r={coin} />
      <text x={width - coin - 12} y={coin + 44}>
        {t('walk.measure.quarter')}
      </text>
      <text x={width - coin - 12} y={24}>
        {t('walk.measure.card')}
      </text>
    </g>
  );
}
