import type { ReactNode } from 'react';
import { ExplainedLines } from '../../../../../shared/amount/explained-lines.tsx';
import { hasCopy, t } from '../../../../../shared/copy/copy.ts';
import { formatNearDay } from '../../../../../shared/format/date.ts';
import { problemFacts } from '../../../../../shared/state/problem-facts.ts';
import type { Response } from '../../../../../shared/wire/client.ts';
import { StandingList } from '../../../standing/standing-list.tsx';
import style from '../pay.module.css';

/** What the payment would do, computed by the server and not yet done. */
export function Preview({ preview }: { preview: Response<'previewPayment'> }): ReactNode {
  const { split, standing, standingOnceDrawn, notes, on } = preview;
  const sentences = notes
    .map(({ note, facts }) => ({ key: `note.${note}`, facts: problemFacts(facts) }))
    .filter(({ key }) => hasCopy(key))
    .map(({ key, facts }) => t(key, facts));
  return (
    <>
      {split.lines.length === 0 ? null : (
        <section className={style.split} aria-labelledby="split">
          <h2 id="split">{t('check.where')}</h2>
          <ExplainedLines breakdown={split} name={t('check.this-payment')} />
        </section>
      )}
      <div className={style.notes}>
        {sentences.map((sentence) => (
          <p key={sentence} className={style.note}>
            {sentence}
          </p>
        ))}
      </div>
      <div className={style.standing}>
        <StandingList id="after" title={t('check.after')} standing={standing} />
        {standingOnceDrawn === null ? null : (
          <StandingList
            id="once-drawn"
            title={t('check.once-drawn', { day: formatNearDay(on, standing.asOf) })}
            standing={standingOnceDrawn}
          />
        )}
      </div>
    </>
  );
}
