import '../../shared/copy/explained-copy.ts';
import { type ReactNode, useState } from 'react';
import { createPortal } from 'react-dom';
import { t } from '../copy/copy.ts';
import { formatCents } from '../format/cents.ts';
import style from './amount.module.css';
import type { Breakdown } from './breakdown.ts';
import { BreakdownSheet } from './breakdown-sheet.tsx';

type AmountProps = {
  /** What the amount is called: the heading of its explanation. */
  readonly name: string;
  readonly breakdown: Breakdown;
  readonly size?: 'text' | 'large' | 'display';
  /** What is shown in place of the exact figure: an estimate in whole dollars, or a range. */
  readonly shown?: string;
};

/**
 * An amount that answers "why this number?". It is never given bare cents: the lines that make it
 * are the amount. The explanation hangs on the body, so that an amount may stand inside any
 * sentence.
 */
export function Amount({ name, breakdown, size = 'text', shown }: AmountProps): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={`${style.amount} ${style[size]} number`}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {shown ?? formatCents(breakdown.totalCents)}
        <span className="seen-by-readers"> {t('amount.why', { name })}</span>
      </button>
      {open
        ? createPortal(
            <BreakdownSheet name={name} breakdown={breakdown} onClosed={() => setOpen(false)} />,
            document.body,
          )
        : null}
    </>
  );
}
