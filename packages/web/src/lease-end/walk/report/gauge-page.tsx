import type { ReactNode } from 'react';
import { t } from '../../../shared/copy/copy.ts';
import button from '../../../shared/style/button.module.css';
import { PlannerHeading } from '../../planner-heading.tsx';
import { YARDSTICKS } from '../scale/screen-scale.ts';
import page from '../walk.module.css';
import { WalkLink } from '../walk-link.tsx';
import { inchesWords } from '../walk-words.ts';
import style from './report.module.css';

const MM_PER_INCH = 25.4;
/** The limits that guides set and the ends of the bands of size, in thousandths of an inch. */
const BARS_MILS = [500, 1_000, 2_000, 3_000, 4_000, 6_000] as const;
/** A letter page holds seven inches beside its margins; twelve are two rows of six. */
const RULER_ROWS = [
  [0, 6],
  [6, 12],
] as const;
const CHECK_INCHES = 3;

/**
 * A gauge to print: true to scale only on paper, because only there a millimeter of CSS is one. The
 * check line shows whether the printer kept the size.
 */
export function GaugePage(): ReactNode {
  const { card, quarter } = YARDSTICKS;
  return (
    <div className={page.page}>
      <WalkLink to={{ name: 'start' }} className={page.back}>
        {t('walk.title')}
      </WalkLink>
      <PlannerHeading title={t('walk.gauge.title')} />
      <p className="not-printed">{t('walk.gauge.text')}</p>
      <div className={page.acts}>
        <button type="button" className={button.primary} onClick={() => print()}>
          {t('walk.gauge.print')}
        </button>
      </div>
      {/* Focusable, because on a narrow screen the rulers are wider than it and must scroll. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by key. */}
      <section className={style.frame} aria-label={t('walk.gauge.title')} tabIndex={0}>
        <div className={style.gauge}>
          <Figure words={t('walk.gauge.check')} width={CHECK_INCHES * MM_PER_INCH} height={6}>
            <Bar lengthMm={CHECK_INCHES * MM_PER_INCH} />
          </Figure>
          {BARS_MILS.map((mils) => (
            <Figure
              key={mils}
              words={inchesWords(mils)}
              width={(mils * MM_PER_INCH) / 1_000}
              height={4}
            >
              <Bar lengthMm={(mils * MM_PER_INCH) / 1_000} />
            </Figure>
          ))}
          {RULER_ROWS.map(([from, to]) => (
            <Figure
              key={from}
              words={t('walk.gauge.ruler', { from, to })}
              width={(to - from) * MM_PER_INCH}
              height={11}
            >
              <Ruler from={from} to={to} />
            </Figure>
          ))}
          <div className={style.things}>
            <Figure words={t('walk.gauge.card')} width={card.heightMm} height={card.widthMm}>
              <rect width={card.heightMm} height={card.widthMm} rx="3.18" />
            </Figure>
            <Figure
              words={t('walk.gauge.quarter')}
              width={quarter.widthMm}
              height={quarter.widthMm}
            >
              <circle cx={quarter.widthMm / 2} cy={quarter.widthMm / 2} r={quarter.widthMm / 2} />
            </Figure>
          </div>
        </div>
      </section>
    </div>
  );
}

type FigureProps = {
  readonly words: string;
  /** In millimeters. */
  readonly width: number;
  readonly height: number;
  readonly children: ReactNode;
};

function Figure({ words, width, height, children }: FigureProps): ReactNode {
  return (
    <figure>
      <figcaption>{words}</figcaption>
      <svg
        width={`${String(width)}mm`}
        height={`${String(height)}mm`}
        viewBox={`0 0 ${String(width)} ${String(height)}`}
        aria-hidden="true"
      >
        {children}
      </svg>
    </figure>
  );
}

function Bar({ lengthMm }: { lengthMm: number }): ReactNode {
  const end = String(lengthMm);
  return <path d={`M0 0V4M${end} 0V4M0 2H${end}`} />;
}

/** Inches with halves, quarters and eighths, and every inch numbered. */
function Ruler({ from, to }: { from: number; to: number }): ReactNode {
  const eighths = Array.from({ length: (to - from) * 8 + 1 }, (_, index) => index);
  const tick = (eighth: number) =>
    eighth % 8 === 0 ? 6 : eighth % 4 === 0 ? 4.5 : eighth % 2 === 0 ? 3.5 : 2.5;
  const marks = eighths.map(
    (each) => `M${String((each * MM_PER_INCH) / 8)} 0V${String(tick(each))}`,
  );
  const inches = eighths.filter((each) => each % 8 === 0);
  return (
    <>
      <path d={`M0 0H${String((to - from) * MM_PER_INCH)}${marks.join('')}`} />
      {inches.map((each) => (
        <text
          key={each}
          x={(each * MM_PER_INCH) / 8}
          y="10"
          textAnchor={each === 0 ? 'start' : 'end'}
        >
          {from + each / 8}
        </text>
      ))}
    </>
  );
}
