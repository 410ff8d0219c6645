import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { t } from '../copy/copy.ts';
import { ProblemNotice } from './problem-notice.tsx';
import style from './skeleton.module.css';

type LoadedProps<T> = {
  readonly query: UseQueryResult<T>;
  /** How tall the content will be, in lines of text, so that the page does not jump. */
  readonly lines: number;
  readonly children: (data: T) => ReactNode;
};

/** Draws what a query brought; before that a quiet place of the same height, or the problem. */
export function Loaded<T>({ query, lines, children }: LoadedProps<T>): ReactNode {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) {
    return <ProblemNotice fault={query.error} onRetry={() => void query.refetch()} />;
  }
  return <Skeleton lines={lines} />;
}

export function Skeleton({ lines }: { lines: number }): ReactNode {
  return (
    <div className={style.skeleton} role="status">
      <span className="seen-by-readers">{t('page.waiting')}</span>
      {Array.from({ length: lines }, (_, line) => `line-${line.toString()}`).map((line) => (
        <span key={line} className={style.line} />
      ))}
    </div>
  );
}
