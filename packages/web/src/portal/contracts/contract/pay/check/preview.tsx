import type { ReactNode } from 'react';
import { ExplainedLines } from '../../../../../shared/amount/explained-lines.tsx';
import { hasCopy, t } from '../../../../../shared/copy/copy.ts';
import { formatCents } from '../../../../../shared/format/cents.ts';
import { problemFacts } from '../../../../../shared/state/problem-facts.ts';
import type { Response } from '../../../../../shared/wire/client.ts';
import style from '../pay.module.css';

/** What the payment would do, computed by the server and not yet done. */
export function Preview({ preview }: { preview: Response<'previewPayment'> }): ReactNode {
  const { split, balanceAfterCents, isScheduled, notes } = preview;
  const after = isScheduled ? 'check.after-later' : 'check.after';
  const sentences = notes
    .map(({ note, facts }) => ({ key: `note.${note}`, facts: problemFacts(facts) }))
    .filter(({ key }) => hasCopy(key))
    .map(({ key, facts }) => t(key, facts));
  return (
    <>
      <section className={style.split} aria-labelledby="split">
        <h2 id="split">{t('check.where')}</h2>
        <ExplainedLines breakdown={split} name={t('check.this-payment')} />
      </section>
      <div className={style.notes}>
        <p>{t(after, { balance: formatCents(balanceAfterCents) })}</p>
        {sentences.map((sentence) => (
          <p key={sentence} className={style.note}>
            {sentence}
          </p>
        ))}
      </div>
    </>
  );
}
