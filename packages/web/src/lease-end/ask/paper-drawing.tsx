import type { ReactNode } from 'react';
import { t } from '../../shared/copy/copy.ts';
import style from './paper-drawing.module.css';
import type { QuestionId } from './question.ts';

/** Which paper a number stands on, and how far down. */
type Place = {
  readonly paper: 'contract' | 'bill' | 'offer' | 'sticker' | 'service';
  readonly row: number;
};

const PLACES: Readonly<Partial<Record<QuestionId, Place>>> = {
  payment: { paper: 'contract', row: 1 },
  cost: { paper: 'contract', row: 2 },
  price: { paper: 'contract', row: 3 },
  term: { paper: 'contract', row: 4 },
  ends: { paper: 'contract', row: 5 },
  allowance: { paper: 'contract', row: 6 },
  excess: { paper: 'contract', row: 7 },
  fees: { paper: 'contract', row: 8 },
  tax: { paper: 'bill', row: 4 },
  owed: { paper: 'bill', row: 6 },
  offers: { paper: 'offer', row: 3 },
  car: { paper: 'sticker', row: 2 },
  readings: { paper: 'service', row: 2 },
};

/** How long the grey lines of the paper are, so that it looks written on. */
const LINES = [
  [120, 44],
  [96, 52],
  [140, 40],
  [108, 56],
  [84, 36],
  [128, 48],
  [100, 42],
  [136, 34],
  [92, 50],
] as const;

/** Where a number stands on a typical paper. The sentence beside it says the same in words. */
export function PaperDrawing({ question }: { question: QuestionId }): ReactNode {
  if (question === 'odometer') return <Dashboard />;
  const place = PLACES[question];
  if (place === undefined) return null;
  const at = 62 + place.row * 21;
  return (
    <svg className={style.drawing} viewBox="0 0 320 290" aria-hidden="true">
      <path className={style.sheet} d="M34 8h224l28 28v246H34z" />
      <path className={style.fold} d="M258 8v28h28z" />
      <text className={style.heading} x="54" y="40">
        {t(`paper.${place.paper}`)}
      </text>
      {LINES.map(([label, value], row) =>
        row === place.row ? null : (
          <g key={label} className={style.line}>
            <rect x="54" y={62 + row * 21} width={label} height="7" rx="3.5" />
            <rect x={266 - value} y={62 + row * 21} width={value} height="7" rx="3.5" />
          </g>
        ),
      )}
      <rect className={style.mark} x="14" y={at - 16} width="292" height="38" rx="8" />
      <text className={style.label} x="26" y={at + 8}>
        {t(`paper.${question}.label`)}
      </text>
      <text className={style.value} x="294" y={at + 8} textAnchor="end">
        {t(`paper.${question}.value`)}
      </text>
    </svg>
  );
}

/** The odometer stands on no paper but behind the wheel. */
function Dashboard(): ReactNode {
  return (
    <svg className={style.drawing} viewBox="0 0 320 200" aria-hidden="true">
      <path className={style.sheet} d="M20 178C20 86 78 22 160 22s140 64 140 156z" />
      <path className={style.dial} d="M58 170a102 102 0 0 1 204 0" />
      <path className={style.needle} d="M160 168L92 104" />
      <rect className={style.mark} x="88" y="128" width="144" height="42" rx="8" />
      <text className={style.odometer} x="160" y="156" textAnchor="middle">
        {t('paper.odometer.value')}
      </text>
    </svg>
  );
}
