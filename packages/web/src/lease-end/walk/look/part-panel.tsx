import type { WearEstimate } from '@roadbook/domain/wear/charge/estimate';
import type { CarView } from '@roadbook/domain/wear/walk/car-part';
import { type ReactNode, type Ref, useEffect, useRef } from 'react';
import { t } from '../../../shared/copy/copy.ts';
import button from '../../../shared/style/button.module.css';
import type { PartState } from '../../car/part-state.tsx';
import page from '../walk.module.css';
import { walkTo } from '../walk-address.ts';
import { useWalk } from '../walk-context.ts';
import { WalkLink } from '../walk-link.tsx';
import { partName, viewName } from '../walk-words.ts';
import style from './look.module.css';
import { nextView } from './next-view.ts';
import { PartFindings } from './part-findings.tsx';

export type Settle = (partId: string, as: 'fine' | 'skip' | 'look-again') => void;

type PanelProps = {
  readonly ref: Ref<HTMLDivElement>;
  readonly view: CarView;
  /** How many parts of this side were skipped. */
  readonly skipped: number;
  /** The part in hand; null when this side is done. */
  readonly partId: string | null;
  readonly state: PartState;
  readonly estimate: WearEstimate;
  /** Whether the last button pressed is gone, so that focus needs a place. */
  readonly hasSettled: boolean;
  readonly onSettle: Settle;
};

/**
 * The part in hand and what can be said of it. The buttons stay where they are from part to part,
 * so that a thumb or a key may press the same one again and again.
 */
export function PartPanel({
  ref,
  view,
  skipped,
  partId,
  state,
  estimate,
  hasSettled,
  onSettle,
}: PanelProps): ReactNode {
  return (
    <div ref={ref} className={style.panel}>
      {partId === null ? (
        <Done view={view} skipped={skipped} takesFocus={hasSettled} />
      ) : (
        <>
          <div className={style.panelHead}>
            <h2>{partName(partId)}</h2>
            {isFound(state) ? null : (
              <button
                type="button"
                className={button.quiet}
                onClick={() => onSettle(partId, 'skip')}
              >
                {t('walk.look.skip')}
              </button>
            )}
          </div>
          <p className={page.quiet}>{t(`walk.hint.${state}`)}</p>
          <PartFindings partId={partId} estimate={estimate} />
          <div className={style.acts}>
            <button
              type="button"
              className={button.primary}
              disabled={isFound(state)}
              onClick={() => onSettle(partId, 'fine')}
            >
              {t('walk.look.fine')}
            </button>
            <button
              type="button"
              className={button.secondary}
              onClick={() => walkTo({ name: 'part', partId, findingId: null })}
            >
              {t(isFound(state) ? 'walk.look.more' : 'walk.look.found')}
            </button>
          </div>
        </>
      )}
    </div>
  );
}

/** Whether something was found on a part, so that it can no longer be called fine as a whole. */
export function isFound(state: PartState): boolean {
  return state === 'ordinary' || state === 'chargeable' || state === 'unknown';
}

type DoneProps = {
  readonly view: CarView;
  readonly skipped: number;
  readonly takesFocus: boolean;
};

function Done({ view, skipped, takesFocus }: DoneProps): ReactNode {
  const { walk } = useWalk();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  const next = nextView(walk, view);
  const to =
    next === null ? ({ name: 'estimate' } as const) : ({ name: 'look', view: next } as const);
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {skipped > 0
          ? t('walk.look.view-skipped', { count: skipped })
          : t(next === null ? 'walk.look.car-done' : 'walk.look.view-done')}
      </h2>
      <p className={page.quiet}>
        {t(skipped > 0 ? 'walk.look.view-skipped-text' : 'walk.look.view-done-text')}
      </p>
      <div className={style.acts}>
        <WalkLink to={to} className={button.primary}>
          {next === null
            ? t('walk.look.see-estimate')
            : t('walk.look.next-view', { view: viewName(next) })}
        </WalkLink>
      </div>
    </>
  );
}
