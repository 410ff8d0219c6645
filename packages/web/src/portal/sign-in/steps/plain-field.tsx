import type { InputHTMLAttributes, ReactNode } from 'react';
import form from '../../../shared/form/form.module.css';

type PlainFieldProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly short?: boolean;
  /** A question that may be left out. */
  readonly optional?: boolean;
  readonly input: InputHTMLAttributes<HTMLInputElement>;
};

/** A label, a hint and an input of a form that needs no script. */
export function PlainField({
  id,
  label,
  hint,
  short,
  optional,
  input,
}: PlainFieldProps): ReactNode {
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
        {...input}
        id={id}
        name={id}
        className={`${form.input} ${short === true ? form.short : ''}`}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        required={optional !== true}
      />
    </div>
  );
}
