import type { InputHTMLAttributes, ReactNode } from 'react';
import style from './form.module.css';

type FieldProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly prefix?: string;
  readonly input: InputHTMLAttributes<HTMLInputElement>;
  readonly short?: boolean;
};

/**
 * A label above, a hint under it, the error beside the field, and the input, tied together by id.
 */
export function Field({
  id,
  label,
  hint,
  error,
  prefix,
  input,
  short = false,
}: FieldProps): ReactNode {
  const described = [
    hint === undefined ? null : `${id}-hint`,
    error === undefined ? null : `${id}-error`,
  ].filter((each) => each !== null);
  return (
    <div className={style.field}>
      <label className={style.label} htmlFor={id}>
        {label}
      </label>
      {hint === undefined ? null : (
        <p className={style.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error === undefined ? null : (
        <p className={style.error} id={`${id}-error`}>
          {error}
        </p>
      )}
      <span className={style.prefixed}>
        {prefix === undefined ? null : <span aria-hidden="true">{prefix}</span>}
        <input
          {...input}
          id={id}
          className={`${style.input} ${short ? style.short : ''}`}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={described.length === 0 ? undefined : described.join(' ')}
        />
      </span>
    </div>
  );
}
