import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { type InputHTMLAttributes, type ReactNode, useLayoutEffect } from 'react';
import { hasCopy, t } from '../../shared/copy/copy.ts';
import { Choice } from '../../shared/form/choice.tsx';
import type { FieldErrors } from '../../shared/form/error-summary.tsx';
import { Field } from '../../shared/form/field.tsx';
import form from '../../shared/form/form.module.css';
import { formatDay } from '../../shared/format/date.ts';
import { relativeDay } from '../../shared/format/relative-day.ts';
import style from './ask-page.module.css';
import type { Question } from './question.ts';
import type { QuestionField } from './question-field.ts';
import type { Typed } from './read-answers.ts';
import { readTypedDate } from './typed-date.ts';

type FieldsProps = {
  readonly question: Question;
  readonly typed: Typed;
  readonly errors: FieldErrors;
  readonly today: BusinessDate;
  readonly onType: (field: string, text: string) => void;
  /** False where the question is one of several on a page. */
  readonly takesFocus?: boolean;
};

/** The fields of a question; the first one is ready to type in. */
export function QuestionFields(props: FieldsProps): ReactNode {
  const { question, typed, errors, today, onType, takesFocus = true } = props;
  const [first] = question.fields;
  const firstId = first === undefined || first.kind === 'choice' ? null : first.id;
  useLayoutEffect(() => {
    if (firstId !== null && takesFocus) {
      document.getElementById(firstId)?.focus({ preventScroll: true });
    }
  }, [firstId, takesFocus]);
  const fields = question.fields.map((field) => {
    const given = { field, text: typed[field.id] ?? '', error: errors[field.id], today, onType };
    return field.kind === 'choice' ? (
      <Choices key={field.id} {...given} />
    ) : (
      <TypedField key={field.id} {...given} />
    );
  });
  const isRows = question.id === 'offers' || question.id === 'readings';
  return isRows ? <div className={style.rows}>{fields}</div> : fields;
}

type OneProps = {
  readonly field: QuestionField;
  readonly text: string;
  readonly error: string | undefined;
  readonly today: BusinessDate;
  readonly onType: (field: string, text: string) => void;
};

const IN_DOLLARS: readonly string[] = ['cents', 'mile-price'];
const WITH_POINT: readonly string[] = [...IN_DOLLARS, 'percent'];

function TypedField({ field, text, error, today, onType }: OneProps): ReactNode {
  const { id, kind } = field;
  // A row of several has its number in its label: "First offer", "Second offer".
  const hint = `field.${id}.hint`;
  const input: InputHTMLAttributes<HTMLInputElement> = {
    type: 'text',
    autoComplete: 'off',
    value: text,
    onChange: (event) => onType(id, event.target.value),
  };
  if (kind === 'vin') input.autoCapitalize = 'characters';
  else input.inputMode = WITH_POINT.includes(kind) ? 'decimal' : 'numeric';
  const date = kind === 'date' ? readTypedDate(text) : null;
  return (
    <div>
      <Field
        id={id}
        label={t(`field.${id}`)}
        {...(hasCopy(hint) ? { hint: t(hint) } : {})}
        {...(IN_DOLLARS.includes(kind) ? { prefix: '$' } : {})}
        error={error}
        input={input}
        short
      />
      {kind === 'date' ? (
        <p className={style.readBack} aria-live="polite">
          {date === null
            ? ''
            : t('ask.date-read', { day: formatDay(date), when: relativeDay(today, date) })}
        </p>
      ) : null}
    </div>
  );
}

function Choices({ field, text, onType }: OneProps): ReactNode {
  return (
    <fieldset className={form.choices}>
      <legend className={form.legend}>{t(`field.${field.id}`)}</legend>
      {(field.options ?? []).map((option) => (
        <Choice
          key={option}
          id={`${field.id}-${option}`}
          name={field.id}
          checked={text === option}
          onChoose={() => onType(field.id, option)}
          label={t(`field.${field.id}.${option}`)}
        />
      ))}
    </fieldset>
  );
}
