import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { type FormEvent, type ReactNode, useState } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { ErrorSummary, type FieldErrors } from '../../shared/form/error-summary.tsx';
import form from '../../shared/form/form.module.css';
import button from '../../shared/style/button.module.css';
import { goTo } from '../address.ts';
import { answer, enoughFor, planState, usePlanState } from '../plan-store.ts';
import { PlannerHeading } from '../planner-heading.tsx';
import { PlannerLink } from '../planner-link.tsx';
import { todayHere } from '../today.ts';
import style from './ask-page.module.css';
import { draftOf, forgetDraft, keepDraft } from './drafts.ts';
import { nextPath, pathBefore } from './next-question.ts';
import { PaperDrawing } from './paper-drawing.tsx';
import { FIRST_THREE, type QuestionId, questionOf, shownAnswers } from './question.ts';
import { QuestionFields } from './question-fields.tsx';
import { readAnswers, type Typed } from './read-answers.ts';

/** One question on a screen of its own. What was typed is kept, whichever way one leaves. */
export function AskPage({ id, today }: { id: QuestionId; today: BusinessDate }): ReactNode {
  const { answers } = usePlanState();
  const question = questionOf(id);
  const [typed, setTyped] = useState<Typed>(() => draftOf(id) ?? shownAnswers(question, answers));
  const [errors, setErrors] = useState<FieldErrors>({});
  const [attempt, setAttempt] = useState(0);
  const isFirst = FIRST_THREE.includes(id);
  const type = (field: string, text: string) => {
    const next = { ...typed, [field]: text };
    keepDraft(id, next);
    setTyped(next);
  };
  const proceed = (event: FormEvent) => {
    event.preventDefault();
    const read = readAnswers(question, typed, planState().answers, todayHere());
    if (read.outcome === 'wrong') {
      setErrors(read.errors);
      setAttempt(attempt + 1);
      return;
    }
    answer(read.given);
    forgetDraft(id);
    goTo(nextPath(id, planState().answers));
  };
  return (
    <div className={style.page}>
      <div className={style.asked}>
        <PlannerLink to={pathBefore(id, answers)} className={style.back}>
          {t('ask.back')}
        </PlannerLink>
        <ErrorSummary errors={errors} attempt={attempt} />
        <p className={style.progress}>{progressOf(id)}</p>
        <PlannerHeading title={t(`ask.${id}.title`)} takesFocus={false} />
        <p className={style.hint}>{t(`ask.${id}.hint`)}</p>
        <form className={form.form} onSubmit={proceed} noValidate>
          <QuestionFields
            question={question}
            typed={typed}
            errors={errors}
            today={today}
            onType={type}
          />
          <div className={style.acts}>
            <button type="submit" className={button.primary}>
              {t('ask.continue')}
            </button>
            {isFirst ? null : (
              <PlannerLink to={nextPath(id, answers)} className={button.quiet}>
                {t('ask.unknown')}
              </PlannerLink>
            )}
          </div>
        </form>
        {isFirst || enoughFor(answers) === null ? null : (
          <p className={style.plan}>
            <PlannerLink to="/lease-end/plan">{t('ask.plan')}</PlannerLink>
          </p>
        )}
      </div>
      <figure className={style.where}>
        <PaperDrawing question={id} />
        <figcaption className={style.caption}>{t(`ask.${id}.where`)}</figcaption>
      </figure>
    </div>
  );
}

function progressOf(id: QuestionId): string {
  const at = FIRST_THREE.indexOf(id);
  return at < 0 ? t('ask.sharpens') : t('ask.progress', { at: at + 1, of: FIRST_THREE.length });
}
