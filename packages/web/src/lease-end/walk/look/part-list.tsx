import type { WearEstimate } from '@roadbook/domain/wear/charge/estimate';
import type { CarPart } from '@roadbook/domain/wear/walk/car-part';
import { type ReactNode, useEffect, useRef } from 'react';
import { t } from '../../../shared/copy/copy.ts';
import type { PartState } from '../../car/part-state.tsx';
import { walkTo } from '../walk-address.ts';
import { partName } from '../walk-words.ts';
import style from './look.module.css';
import { PartFindings } from './part-findings.tsx';
import { isFound, type Settle } from './part-panel.tsx';

type ListProps = {
  readonly parts: readonly CarPart[];
  readonly estimate: WearEstimate;
  readonly stateOf: (partId: string) => PartState;
  readonly onSettle: Settle;
};

/** Every part of a side as a plain list: the picture in words, with the same things to do. */
export function PartList({ parts, estimate, stateOf, onSettle }: ListProps): ReactNode {
  return (
    <ul className={style.list}>
      {parts.map(({ id }) => (
        <li key={id}>
          <PartRow partId={id} state={stateOf(id)} onSettle={onSettle} />
          <PartFindings partId={id} estimate={estimate} />
        </li>
      ))}
    </ul>
  );
}

type RowProps = { readonly partId: string; readonly state: PartState; readonly onSettle: Settle };

function PartRow({ partId, state, onSettle }: RowProps): ReactNode {
  const acts = useRef<HTMLSpanElement>(null);
  const before = useRef(state);
  useEffect(() => {
    // The button that was pressed is gone with the state it belonged to.
    const isLost = document.activeElement === document.body && before.current !== state;
    if (isLost) acts.current?.querySelector('button')?.focus();
    before.current = state;
  }, [state]);
  const act = (key: string, press: () => void, kind = '') => (
    <button
      type="button"
      className={`${style.act} ${kind}`}
      aria-label={t('walk.look.act', { part: partName(partId), act: t(key) })}
      onClick={press}
    >
      {t(key)}
    </button>
  );
  const find = () => walkTo({ name: 'part', partId, findingId: null });
  return (
    <div className={style.row}>
      <span className={style.partName}>
        {partName(partId)}
        <span className={`${style.state} ${style[state]}`}>{t(`walk.state.${state}`)}</span>
      </span>
      <span ref={acts} className={style.rowActs}>
        {state === 'untouched' || state === 'skipped'
          ? act('walk.look.fine', () => onSettle(partId, 'fine'), style.fineAct)
          : null}
        {state === 'fine' ? null : act(isFound(state) ? 'walk.look.more' : 'walk.look.found', find)}
        {state === 'untouched' ? act('walk.look.skip', () => onSettle(partId, 'skip')) : null}
        {state === 'fine' ? act('walk.look.change', () => onSettle(partId, 'look-again')) : null}
      </span>
    </div>
  );
}
