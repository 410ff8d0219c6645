import { type ReactNode, useEffect, useRef } from 'react';
import { t } from '../copy/copy.ts';
import style from './form.module.css';

/** What is wrong with a form: the id of each field, in the order of the page, and its sentence. */
export type FieldErrors = Readonly<Record<string, string>>;

type SummaryProps = {
  readonly errors: FieldErrors;
  /** Counts the tries, so that a second try with the same mistakes takes focus again. */
  readonly attempt: number;
};

/** All that is wrong in one place, each a link to its field; it takes focus when it appears. */
export function ErrorSummary({ errors, attempt }: SummaryProps): ReactNode {
  const summary = useRef<HTMLDivElement>(null);
  const list = Object.entries(errors);
  const any = list.length > 0;
  useEffect(() => {
    if (any && attempt > 0) summary.current?.focus();
  }, [any, attempt]);
  if (!any) return null;
  return (
    <div ref={summary} className={style.summary} role="alert" tabIndex={-1}>
      <h2>{t('form.problem')}</h2>
      <ul>
        {list.map(([field, sentence]) => (
          <li key={field}>
            <a href={`#${field}`} onClick={(event) => goTo(event, field)}>
              {sentence}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A fragment in the address would be a step in the history; focus is enough. */
function goTo(event: { preventDefault: () => void }, field: string): void {
  event.preventDefault();
  document.getElementById(field)?.focus();
}
