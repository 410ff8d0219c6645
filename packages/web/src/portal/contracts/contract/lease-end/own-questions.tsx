import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { type FormEvent, type ReactNode, useState } from 'react';
import { questionOf, shownAnswers } from '../../../../lease-end/ask/question.ts';
import { QuestionFields } from '../../../../lease-end/ask/question-fields.tsx';
import { readAnswers, type Typed } from '../../../../lease-end/ask/read-answers.ts';
import sectionStyle from '../../../../lease-end/plan/section.module.css';
import { answer, planState } from '../../../../lease-end/plan-store.ts';
import { t } from '../../../../shared/copy/copy.ts';
import { ErrorSummary, type FieldErrors } from '../../../../shared/form/error-summary.tsx';
import form from '../../../../shared/form/form.module.css';
import button from '../../../../shared/style/button.module.css';
import tell from '../odometer/tell-odometer.module.css';

/** What only the lessee knows of a lease of ours. */
export const OWN_QUESTIONS = ['offers', 'car', 'service'] as const;
type OwnQuestion = (typeof OWN_QUESTIONS)[number];

/** The questions that the contract leaves open, each folded until it is wanted. */
export function OwnQuestions({ today }: { today: BusinessDate }): ReactNode {
  return (
    <section className={sectionStyle.section} aria-labelledby="tell">
      <h2 id="tell">{t('own-ask.title')}</h2>
      <div>
        <p>{t('own-ask.lead')}</p>
        {OWN_QUESTIONS.map((id) => (
          <Asked key={id} id={id} today={today} />
        ))}
      </div>
    </section>
  );
}

function Asked({ id, today }: { id: OwnQuestion; today: BusinessDate }): ReactNode {
  const question = questionOf(id);
  const [typed, setTyped] = useState<Typed | null>(null);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [attempt, setAttempt] = useState(0);
  const [isTaken, setTaken] = useState(false);
  const shown = typed ?? shownAnswers(question, planState().answers);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readAnswers(question, shown, planState().answers, today);
    setAttempt(attempt + 1);
    setErrors(read.outcome === 'wrong' ? read.errors : {});
    setTaken(read.outcome === 'read');
    if (read.outcome === 'read') answer(read.given);
  };
  return (
    <details className={tell.details} id={`tell-${id}`}>
      <summary>{t(`ask.${id}.title`)}</summary>
      <p className={form.hint}>{t(`ask.${id}.hint`)}</p>
      <form className={form.form} onSubmit={submit} noValidate>
        <ErrorSummary errors={errors} attempt={attempt} />
        <QuestionFields
          question={question}
          typed={shown}
          errors={errors}
          today={today}
          takesFocus={false}
          onType={(field, text) => {
            setTaken(false);
            setTyped({ ...shown, [field]: text });
          }}
        />
        <div>
          <button type="submit" className={button.secondary}>
            {t('own-ask.use')}
          </button>
        </div>
        <p role="status">{isTaken ? t('own-ask.used') : ''}</p>
      </form>
    </details>
  );
}
