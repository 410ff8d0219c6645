import type { ReactNode } from 'react';
import { type Standing, standingSentences } from '../../../shared/contract/standing-words.ts';
import style from './standing-list.module.css';

type ListProps = {
  readonly title: string;
  readonly id: string;
  readonly standing: Standing;
};

/** Where a customer stands after an act, sentence by sentence. */
export function StandingList({ title, id, standing }: ListProps): ReactNode {
  return (
    <section className={style.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className={style.list}>
        {standingSentences(standing).map(({ about, text }) => (
          <li key={text} className={style[about] ?? ''} data-standing={about}>
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
}
