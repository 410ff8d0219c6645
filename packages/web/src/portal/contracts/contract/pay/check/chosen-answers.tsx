import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { t } from '../../../../../shared/copy/copy.ts';
import { formatCents } from '../../../../../shared/format/cents.ts';
import { formatDay } from '../../../../../shared/format/date.ts';
import type { PaymentDraft } from '../draft.ts';
import style from '../pay.module.css';

type AnswersProps = {
  readonly contractId: string;
  readonly draft: PaymentDraft;
  readonly methodLabel: string | undefined;
};

/** What was answered, each with the way to change it. */
export function ChosenAnswers({ contractId, draft, methodLabel }: AnswersProps): ReactNode {
  const answers = [
    ['amount', formatCents(draft.amountCents)],
    ['purpose', t(`check.for.${draft.choice}`)],
    ['from', methodLabel ?? ''],
    ['on', formatDay(draft.on)],
  ] as const;
  return (
    <dl className={style.answers}>
      {answers.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`check.${name}`)}</dt>
          <dd className="number">{value}</dd>
          <dd>
            <Link className={style.change} to="/contracts/$contractId/pay" params={{ contractId }}>
              {t('check.change')}
              <span className="seen-by-readers"> {t(`check.${name}`)}</span>
            </Link>
          </dd>
        </div>
      ))}
    </dl>
  );
}
