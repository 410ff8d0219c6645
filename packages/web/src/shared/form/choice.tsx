import type { ReactNode } from 'react';
import style from './form.module.css';

type ChoiceProps = {
  readonly id: string;
  readonly name: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
  readonly label: string;
  readonly hint?: string | undefined;
  /** What stands at the end of the row, such as the amount. */
  readonly figure?: string | undefined;
};

/** One radio button as a row that can be pressed anywhere. */
export function Choice({
  id,
  name,
  checked,
  onChoose,
  label,
  hint,
  figure,
}: ChoiceProps): ReactNode {
  return (
    <label className={style.choice} htmlFor={id}>
      <input id={id} type="radio" name={name} checked={checked} onChange={onChoose} />
      <span>{label}</span>
      {figure === undefined ? null : <span className={`${style.figure} number`}>{figure}</span>}
      {hint === undefined ? null : <span className={style.choiceHint}>{hint}</span>}
    </label>
  );
}
