import { type ReactNode, useEffect, useRef } from 'react';
import { t } from '../copy/copy.ts';
import { formatCents } from '../format/cents.ts';
import button from '../style/button.module.css';
import type { Breakdown } from './breakdown.ts';
import { BreakdownLines } from './breakdown-lines.tsx';
import style from './breakdown-sheet.module.css';

type SheetProps = {
  readonly name: string;
  readonly breakdown: Breakdown;
  readonly onClosed: () => void;
};

/**
 * "Why this number?": the amount, the bar of its parts, every line with rule and inputs. A native
 * modal dialog: Escape closes it, focus stays inside and goes back to the amount afterwards.
 */
export function BreakdownSheet({ name, breakdown, onClosed }: SheetProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => dialog.current?.close();
  useEffect(() => {
    const sheet = dialog.current;
    sheet?.showModal();
    // A press on the backdrop is a press on the dialog itself; the keyboard has Escape.
    sheet?.addEventListener('click', ({ target }) => target === sheet && sheet.close());
  }, []);
  return (
    <dialog
      ref={dialog}
      className={style.dialog}
      aria-label={t('amount.why', { name })}
      onClose={onClosed}
    >
      <div className={style.sheet}>
        <div className={style.head}>
          <h2>{name}</h2>
          <button type="button" className={button.quiet} onClick={close}>
            {t('amount.close')}
          </button>
        </div>
        <p className={`${style.total} number`}>{formatCents(breakdown.totalCents)}</p>
        <BreakdownLines breakdown={breakdown} caption={name} withRules />
      </div>
    </dialog>
  );
}
