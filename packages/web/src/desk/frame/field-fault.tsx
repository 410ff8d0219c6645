import { createContext, type ReactNode, use } from 'react';
import form from '../../shared/form/form.module.css';
import { ProblemError } from '../../shared/wire/problem-error.ts';

/** What is wrong with one answer of a form, found here or by the server. */
export class FieldFault extends Error {
  override readonly name = 'FieldFault';
  readonly field: string;

  constructor(field: string, words: string) {
    super(words);
    this.field = field;
  }
}

export const FieldFaultContext = createContext<FieldFault | null>(null);

/** The words of a fault, beside the field that it is about. */
export function FieldWords({ name, id }: { name: string; id?: string }): ReactNode {
  const fault = use(FieldFaultContext);
  if (fault?.field !== name) return null;
  return (
    <p className={form.error} id={id} role="alert">
      {fault.message}
    </p>
  );
}

/** Which field a refusal is about, by its code. */
export type FieldOfCode = Readonly<Record<string, string>>;

/** A refusal as the fault of a field, where one of the form's is to blame. */
export function atField(
  fault: unknown,
  codes: FieldOfCode,
  names: readonly string[],
): FieldFault | null {
  if (fault instanceof FieldFault) return fault;
  if (!(fault instanceof ProblemError)) return null;
  const { code, detail, next, errors } = fault.problem;
  const named = codes[code];
  if (named !== undefined) return new FieldFault(named, `${detail} ${next}`);
  for (const { field, rule } of errors) {
    const name = field.split('.').at(-1) ?? '';
    if (names.includes(name)) return new FieldFault(name, rule);
  }
  return null;
}
