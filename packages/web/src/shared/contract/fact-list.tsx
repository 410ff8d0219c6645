import type { ReactNode } from 'react';
import style from './fact-list.module.css';

export type Fact = {
  readonly name: string;
  readonly value: ReactNode;
  /** A sentence that explains the term where it stands. */
  readonly hint?: string;
};

/** What was agreed, as name and value; the trade's terms are explained in place. */
export function FactList({ facts }: { facts: readonly Fact[] }): ReactNode {
  return (
    <dl className={style.facts}>
      {facts.map(({ name, value, hint }) => (
        <div key={name} className={style.fact}>
          <dt>{name}</dt>
          <dd className="number">{value}</dd>
          {hint === undefined ? null : <dd className={style.hint}>{hint}</dd>}
        </div>
      ))}
    </dl>
  );
}
