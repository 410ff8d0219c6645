import type { ReactNode } from 'react';
import style from './track.module.css';

type TrackProps = {
  /** What is counted, out of what, in the same unit; more than the whole is drawn as full. */
  readonly done: number;
  readonly whole: number;
  /** Where one should be by today, if that differs from where one is. */
  readonly mark?: number;
  readonly over?: boolean;
};

/** How far along: months of a lease, miles of an allowance. The words beside it say the same. */
export function Track({ done, whole, mark, over = false }: TrackProps): ReactNode {
  const along = (value: number): number =>
    whole <= 0 ? 0 : Math.round((Math.min(Math.max(value, 0), whole) * 1000) / whole);
  return (
    <svg
      className={style.track}
      viewBox="0 0 1000 24"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect className={style.ground} y="6" width="1000" height="12" />
      <rect className={over ? style.over : style.done} y="6" width={along(done)} height="12" />
      {mark === undefined ? null : (
        <line className={style.mark} x1={along(mark)} x2={along(mark)} y1="0" y2="24" />
      )}
    </svg>
  );
}
