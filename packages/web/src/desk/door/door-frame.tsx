import type { ReactNode } from 'react';
import { BRAND_MARKERS } from '../../shared/brand/brand.ts';
import { t } from '../../shared/copy/copy.ts';
import form from '../../shared/form/form.module.css';
import { Wordmark } from '../../shared/page/wordmark.tsx';
import style from './door.module.css';

/** Around the pages before a session: whose desk it is, and the place for what went wrong. */
export function DoorFrame({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <div className={style.door}>
      <header className={style.header}>
        <Wordmark name={BRAND_MARKERS.name} />
        <span className={style.where}>{t('desk.name')}</span>
      </header>
      <main className={style.main} id="content">
        <div className={form.summary} role="alert" tabIndex={-1} data-problem hidden>
          <h2 data-problem-title>{t('desk.problem')}</h2>
          <p data-problem-cause />
          <p data-problem-next />
          <p className={style.aside}>
            {t('problem.reference')} <b className="number" data-problem-reference />
          </p>
        </div>
        <h1>{title}</h1>
        {children}
        <noscript>
          <p>{t('desk.needs-script')}</p>
        </noscript>
      </main>
    </div>
  );
}

type FieldProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly type: 'email' | 'password' | 'text';
  readonly autoComplete: string;
  readonly inputMode?: 'numeric';
};

export function DoorField({
  id,
  label,
  hint,
  type,
  autoComplete,
  inputMode,
}: FieldProps): ReactNode {
  return (
    <div className={form.field}>
      <label className={form.label} htmlFor={id}>
        {label}
      </label>
      {hint === undefined ? null : (
        <p className={form.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        className={form.input}
        id={id}
        name={id}
        type={type}
        autoComplete={autoComplete}
        inputMode={inputMode}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        spellCheck={false}
        required
      />
    </div>
  );
}
