import { type FormEvent, type ReactNode, use, useId, useState } from 'react';
import { t } from '../../shared/copy/copy.ts';
import form from '../../shared/form/form.module.css';
import button from '../../shared/style/button.module.css';
import { FieldFaultContext, FieldWords } from './field-fault.tsx';
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
  readonly value?: string | undefined;
  readonly isNumber?: boolean;
};

/** One short answer; what is wrong with it stands between its label and its field. */
export function Ask(props: AskProps): ReactNode {
  const { name, label, hint, type = 'text', isOptional, value, isNumber } = props;
  const id = useId();
  const fault = use(FieldFaultContext);
  const isWrong = fault?.field === name;
  const described = [hint === undefined ? [] : `${id}-hint`, isWrong ? `${id}-error` : []].flat();
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
      <FieldWords name={name} id={`${id}-error`} />
      <input
        id={id}
        name={name}
        type={type}
        inputMode={isNumber === true ? 'decimal' : undefined}
        className={form.input}
        aria-invalid={isWrong ? true : undefined}
        required={isOptional !== true}
        defaultValue={value}
        autoComplete="off"
        aria-describedby={described.length === 0 ? undefined : described.join(' ')}
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
