import type { ReactNode } from 'react';
import style from './wordmark.module.css';

/** The lender's name beside a road that runs to the horizon, drawn in the lender's accent. */
export function Wordmark({ name }: { name: string }): ReactNode {
  return (
    <span className={style.wordmark}>
      <svg className={style.mark} viewBox="0 0 32 32" aria-hidden="true">
        <rect className={style.field} width="32" height="32" rx="8" />
        <path className={style.road} d="M9 27C10 19 23 19 21 12.5 20 9 16 9 16 5.5" />
      </svg>
      <span>{name}</span>
    </span>
  );
}
