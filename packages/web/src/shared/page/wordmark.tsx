import type { ReactNode } from 'react';
import style from './wordmark.module.css';

/** The lender's name beside its logo; the server has a mark in the accent where there is none. */
export function Wordmark({ name }: { name: string }): ReactNode {
  return (
    <span className={style.wordmark}>
      <img className={style.mark} src="/brand-logo" alt="" height="32" />
      <span>{name}</span>
    </span>
  );
}
