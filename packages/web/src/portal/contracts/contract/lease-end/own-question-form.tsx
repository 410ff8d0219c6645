import '../../../../shared/copy/lease-end/own-plan-rest-copy.ts';
import '../../../../shared/copy/lease-end/ask-copy.ts';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { type FormEvent, type ReactNode, useState } from 'react';
import { questionOf, shownAnswers } from '../../../../lease-end/ask/question.ts';
import { QuestionFields } from '../../../../lease-end/ask/question-fields.tsx';
import { readAnswers, type Typed } from '../../../../lease-end/ask/read-answers.ts';
import { answer, planState } from '../../../../lease-end/plan-store.ts';
import { t } from '../../../../shared/copy/copy.ts';
import { ErrorSummary, type FieldErrors } from '../../../../shared/form/error-summary.tsx';
import form from '../../../../shared/form/form.module.css';
import button from '../../../../shared/style/button.module.css';

type FormProps = {
  readonly id: Parameters<typeof questionOf>[0];
  readonly today: BusinessDate;
};

/** The fields of one question that the contract leaves open, and what came of them. */
export function OwnQuestionForm({ id, today }: FormProps): ReactNode {
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
  );
}
