import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useBrand } from '../../../../shared/brand/brand-context.ts';
import { t } from '../../../../shared/copy/copy.ts';
import { Choice } from '../../../../shared/form/choice.tsx';
import { ErrorSummary, type FieldErrors } from '../../../../shared/form/error-summary.tsx';
import { Field } from '../../../../shared/form/field.tsx';
import form from '../../../../shared/form/form.module.css';
import { ProblemNotice } from '../../../../shared/state/problem-notice.tsx';
import button from '../../../../shared/style/button.module.css';
import { call } from '../../../../shared/wire/client.ts';
import { callBackQuery } from '../../../queries.ts';
import {
  ABOUT,
  type CallBackAnswers,
  dropCallBack,
  keepCallBack,
  PARTS_OF_DAY,
  problemsOf,
  readCallBack,
} from './call-back-answers.ts';
import style from './cannot-pay-page.module.css';

type FormProps = { readonly contractId: string; readonly phone: string };

/** Asks to be called: what about, where, and when. What was typed outlives a reload. */
export function CallBackForm({ contractId, phone }: FormProps): ReactNode {
  const { hours } = useBrand();
  const queries = useQueryClient();
  const [answers, setAnswers] = useState(() => readCallBack(sessionStorage, contractId, phone));
  const [key] = useState(() => crypto.randomUUID());
  const [errors, setErrors] = useState<FieldErrors>({});
  const [attempt, setAttempt] = useState(0);
  const ask = useMutation({
    mutationFn: (body: ReturnType<typeof bodyOf>) =>
      call('askCallBack', { params: { contractId }, body, key }),
    onSuccess: async (waiting) => {
      dropCallBack(sessionStorage, contractId);
      queries.setQueryData(callBackQuery(contractId).queryKey, { waiting, phone });
    },
  });
  const change = (part: Partial<CallBackAnswers>) => {
    const changed = { ...answers, ...part };
    setAnswers(changed);
    keepCallBack(sessionStorage, contractId, changed);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    const problems = problemsOf(answers);
    setErrors(
      Object.fromEntries(problems.map((field) => [field, t(`call-back.problem.${field}`)])),
    );
    if (problems.length === 0) ask.mutate(bodyOf(answers));
  };
  return (
    <form className={`${form.form} ${style.form}`} onSubmit={submit} noValidate>
      <ErrorSummary errors={errors} attempt={attempt} />
      <Radios
        name="about"
        legend={t('call-back.what-about')}
        values={ABOUT}
        chosen={answers.about}
        error={errors.about}
        onChoose={(about) => change({ about })}
      />
      <Field
        id="phone"
        label={t('call-back.phone')}
        hint={t('call-back.phone-hint')}
        error={errors.phone}
        input={{
          type: 'tel',
          autoComplete: 'tel',
          value: answers.phone,
          onChange: (event) => change({ phone: event.currentTarget.value }),
        }}
      />
      <Radios
        name="partOfDay"
        legend={t('call-back.when')}
        hint={hours}
        values={PARTS_OF_DAY}
        chosen={answers.partOfDay}
        error={undefined}
        onChoose={(partOfDay) => change({ partOfDay })}
      />
      <Note note={answers.note} onChange={(note) => change({ note })} error={errors.note} />
      <button className={button.primary} type="submit" disabled={ask.isPending}>
        {t('call-back.ask')}
      </button>
      {ask.isError ? <ProblemNotice fault={ask.error} takesFocus /> : null}
    </form>
  );
}

function bodyOf({ about, phone, partOfDay, note }: CallBackAnswers) {
  return {
    about: about ?? 'something-else',
    phone: phone.trim(),
    partOfDay,
    note: note.trim() === '' ? null : note.trim().replace(/\s+/g, ' '),
  };
}

type RadiosProps<Value extends string> = {
  readonly name: string;
  readonly legend: string;
  readonly hint?: string;
  readonly values: readonly Value[];
  readonly chosen: Value | null;
  readonly error: string | undefined;
  readonly onChoose: (value: Value) => void;
};

function Radios<Value extends string>(props: RadiosProps<Value>): ReactNode {
  const { name, legend, hint, values, chosen, error, onChoose } = props;
  return (
    <fieldset id={name} tabIndex={-1}>
      <legend className={form.legend}>{legend}</legend>
      {hint === undefined ? null : <p className={form.hint}>{hint}</p>}
      {error === undefined ? null : <p className={form.error}>{error}</p>}
      <div className={form.choices}>
        {values.map((value) => (
          <Choice
            key={value}
            id={`${name}-${value}`}
            name={name}
            checked={chosen === value}
            onChoose={() => onChoose(value)}
            label={t(`call-back.${name}.${value}`)}
          />
        ))}
      </div>
    </fieldset>
  );
}

type NoteProps = {
  readonly note: string;
  readonly error: string | undefined;
  readonly onChange: (note: string) => void;
};

function Note({ note, error, onChange }: NoteProps): ReactNode {
  return (
    <div className={form.field}>
      <label className={form.label} htmlFor="note">
        {t('call-back.note')}
      </label>
      <p className={form.hint} id="note-hint">
        {t('call-back.note-hint')}
      </p>
      {error === undefined ? null : (
        <p className={form.error} id="note-error">
          {error}
        </p>
      )}
      <textarea
        id="note"
        className={`${form.input} ${style.note}`}
        aria-describedby={error === undefined ? 'note-hint' : 'note-hint note-error'}
        aria-invalid={error === undefined ? undefined : true}
        value={note}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}
