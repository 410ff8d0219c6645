import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { ProblemNotice } from '../../shared/state/problem-notice.tsx';
import { securityQuery } from '../queries.ts';
import style from './security.module.css';
import { StepUpLeft } from './use-step-up.tsx';

type SectionProps = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly fault?: unknown;
  /** What has just been done, told where it was done. */
  readonly done?: string | null;
  readonly children: ReactNode;
};

/** One way to sign in, with what can be done about it. */
export function Section({ id, title, text, fault, done, children }: SectionProps): ReactNode {
  return (
    <section className={style.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className={style.text}>{text}</p>
      {fault == null || fault instanceof StepUpLeft ? null : (
        <ProblemNotice fault={fault} takesFocus />
      )}
      {done == null ? null : <Done words={done} />}
      {children}
    </section>
  );
}

function Done({ words }: { words: string }): ReactNode {
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <p ref={place} key={words} className={style.done} role="status" tabIndex={-1}>
      {words}
    </p>
  );
}

/** Asks again for all of the page after a change. */
export function useRenew(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: securityQuery.queryKey });
}
