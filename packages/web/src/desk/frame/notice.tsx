import { type ReactNode, useEffect, useRef } from 'react';
import { t } from '../../shared/copy/copy.ts';
import form from '../../shared/form/form.module.css';
import { ProblemError, unreadable } from '../../shared/wire/problem-error.ts';

/** A refusal in the words of the API, which are written for people; with its reference. */
export function DeskNotice({ fault }: { fault: unknown }): ReactNode {
  const notice = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the fault is what was answered.
  useEffect(() => notice.current?.focus(), [fault]);
  const { problem } = fault instanceof ProblemError ? fault : unreadable(0);
  return (
    <div ref={notice} className={form.summary} role="alert" tabIndex={-1}>
      <h2>{problem.title}</h2>
      <p>{problem.detail}</p>
      <p>{problem.next}</p>
      {problem.reference === '' ? null : (
        <p>
          {t('problem.reference')} <b className="number">{problem.reference}</b>
        </p>
      )}
    </div>
  );
}

export function codeOf(fault: unknown): string | null {
  return fault instanceof ProblemError ? fault.problem.code : null;
}
