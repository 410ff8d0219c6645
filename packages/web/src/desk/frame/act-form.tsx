import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { t } from '../../shared/copy/copy.ts';
import form from '../../shared/form/form.module.css';
import button from '../../shared/style/button.module.css';
import { DeskNotice } from './notice.tsx';
import style from './parts.module.css';

type ActProps = {
  /** What the act is called; it opens the form. */
  readonly name: string;
  /** The verb on the button. */
  readonly act: string;
  readonly children: ReactNode;
  /** Does it; what it returns is said afterwards. */
  readonly onSubmit: (answers: FormData) => Promise<string>;
};

/** One act with its few questions, folded away until somebody wants it. */
export function ActForm({ name, act, children, onSubmit }: ActProps): ReactNode {
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const [said, setSaid] = useState('');
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const answers = new FormData(event.currentTarget);
    setBusy(true);
    setFault(null);
    setSaid('');
    await onSubmit(answers).then(setSaid, setFault);
    setBusy(false);
  };
  return (
    <details className={style.act}>
      <summary>{name}</summary>
      {fault === null ? null : <DeskNotice fault={fault} />}
      <form className={style.actForm} onSubmit={(event) => void submit(event)}>
        {children}
        <button className={button.secondary} type="submit" disabled={isBusy}>
          {act}
        </button>
      </form>
      <p role="status" className={said === '' ? undefined : form.notice}>
        {said}
      </p>
    </details>
  );
}

type AskProps = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'date' | 'tel';
  readonly isOptional?: boolean;
  readonly value?: string;
};

/** One short answer. */
export function Ask({ name, label, hint, type = 'text', isOptional, value }: AskProps): ReactNode {
  const id = useId();
  return (
    <div className={form.field}>
      <label className={form.label} htmlFor={id}>
        {isOptional === true ? t('desk.optional', { label }) : label}
      </label>
      {hint === undefined ? null : (
        <p className={form.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        id={id}
        name={name}
        type={type}
        className={form.input}
        required={isOptional !== true}
        defaultValue={value}
        autoComplete="off"
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      />
    </div>
  );
}

type ChooseProps = {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
};

/** One of a few. */
export function Choose({ name, label, options }: ChooseProps): ReactNode {
  const id = useId();
  return (
    <div className={form.field}>
      <label className={form.label} htmlFor={id}>
        {label}
      </label>
      <select id={id} name={name} className={form.input}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What was typed, or null where nothing was. */
export function typed(answers: FormData, name: string): string | null {
  const text = String(answers.get(name) ?? '').trim();
  return text === '' ? null : text;
}
