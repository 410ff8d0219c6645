import '../../../../shared/copy/odometer-copy.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { t } from '../../../../shared/copy/copy.ts';
import { Choice } from '../../../../shared/form/choice.tsx';
import { ErrorSummary, type FieldErrors } from '../../../../shared/form/error-summary.tsx';
import { Field } from '../../../../shared/form/field.tsx';
import form from '../../../../shared/form/form.module.css';
import { formatDate } from '../../../../shared/format/date.ts';
import { formatMiles } from '../../../../shared/format/miles.ts';
import { ProblemNotice } from '../../../../shared/state/problem-notice.tsx';
import button from '../../../../shared/style/button.module.css';
import { call, type Response } from '../../../../shared/wire/client.ts';
import { ProblemError } from '../../../../shared/wire/problem-error.ts';
import { contractKey, contractsQuery } from '../../../queries.ts';
import {
  freshReading,
  type ReadingBody,
  type Reason,
  readReading,
  reasonsFor,
  refusedReading,
  type TypedReading,
} from './odometer-answers.ts';
import style from './odometer-form.module.css';

type FormProps = {
  readonly contractId: string;
  readonly today: string;
  /** Miles to begin with, such as those of a plan that was made before. */
  readonly typed?: Partial<TypedReading>;
};

/** Tells what the odometer shows. What does not fit is asked about beside its field, once. */
export default function OdometerForm({ contractId, today, typed: given }: FormProps): ReactNode {
  const prefix = `odometer-${contractId.slice(-6)}`;
  const queries = useQueryClient();
  const key = useRef({ text: '', key: '' });
  const [typed, setTyped] = useState<TypedReading>({ ...freshReading(today), ...given });
  const [errors, setErrors] = useState<FieldErrors>({});
  const [reasons, setReasons] = useState<readonly Reason[]>([]);
  const [attempt, setAttempt] = useState(0);
  const tell = useMutation({
    mutationFn: (body: ReadingBody) =>
      call('tellOdometer', { params: { contractId }, body, key: keyOf(key, body) }),
    onSuccess: () => {
      setTyped(freshReading(today));
      setReasons([]);
      void queries.invalidateQueries({ queryKey: contractKey(contractId) });
      void queries.invalidateQueries({ queryKey: contractsQuery.queryKey });
    },
    onError: (fault) => {
      const problem = fault instanceof ProblemError ? fault.problem : null;
      const said = problem === null ? null : refusedReading(problem, prefix);
      setErrors(said === null ? {} : { [said.field]: said.sentence });
      setReasons(problem === null ? [] : reasonsFor(problem));
      setAttempt((count) => count + 1);
    },
  });
  // Other figures are another reading: what was asked about the last one is over.
  const change = (part: Partial<TypedReading>) => {
    setTyped({ ...typed, reason: null, ...part });
    if (part.reason === undefined) setReasons([]);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readReading(typed, prefix);
    setErrors(read.outcome === 'wrong' ? read.errors : {});
    setAttempt(attempt + 1);
    if (read.outcome === 'read') tell.mutate(read.body);
  };
  const input = (field: 'miles' | 'on') => ({
    type: 'text',
    inputMode: 'numeric' as const,
    autoComplete: 'off',
    value: typed[field],
    onChange: (event: { currentTarget: HTMLInputElement }) =>
      change({ [field]: event.currentTarget.value }),
  });
  return (
    <form className={style.form} onSubmit={submit} noValidate>
      <ErrorSummary errors={errors} attempt={attempt} />
      <div className={style.fields}>
        <Field
          id={`${prefix}-miles`}
          label={t('odometer.miles')}
          hint={t('odometer.miles-hint')}
          error={errors[`${prefix}-miles`]}
          input={input('miles')}
          short
        />
        <Field
          id={`${prefix}-on`}
          label={t('odometer.on')}
          hint={t('odometer.on-hint')}
          error={errors[`${prefix}-on`]}
          input={input('on')}
          short
        />
      </div>
      {reasons.length === 0 ? null : (
        <Reasons
          prefix={prefix}
          reasons={reasons}
          chosen={typed.reason}
          onChoose={(reason) => change({ reason })}
        />
      )}
      <div>
        <button className={button.secondary} type="submit" disabled={tell.isPending}>
          {t(reasons.length === 0 ? 'odometer.save' : 'odometer.save-anyway')}
        </button>
      </div>
      <Outcome
        told={tell.data ?? null}
        fault={tell.error}
        hasErrors={Object.keys(errors).length > 0}
      />
    </form>
  );
}

/** The same figures keep their key when they are sent again; others get a new one. */
function keyOf(held: { current: { text: string; key: string } }, body: ReadingBody): string {
  const text = JSON.stringify(body);
  if (held.current.text !== text) held.current = { text, key: crypto.randomUUID() };
  return held.current.key;
}

type ReasonsProps = {
  readonly prefix: string;
  readonly reasons: readonly Reason[];
  readonly chosen: Reason | null;
  readonly onChoose: (reason: Reason) => void;
};

function Reasons({ prefix, reasons, chosen, onChoose }: ReasonsProps): ReactNode {
  return (
    <fieldset className={form.choices}>
      <legend className={form.legend}>{t('odometer.why')}</legend>
      {reasons.map((reason) => (
        <Choice
          key={reason}
          id={`${prefix}-${reason}`}
          name={`${prefix}-reason`}
          checked={chosen === reason}
          onChoose={() => onChoose(reason)}
          label={t(`odometer.reason.${reason}`)}
        />
      ))}
    </fieldset>
  );
}

type OutcomeProps = {
  readonly told: Response<'tellOdometer'> | null;
  readonly fault: unknown;
  /** The form itself says what is wrong. */
  readonly hasErrors: boolean;
};

/** What was recorded, or a fault that no field is to blame for. */
function Outcome({ told, fault, hasErrors }: OutcomeProps): ReactNode {
  return (
    <>
      <div role="status">
        {told === null ? null : (
          <>
            <p className={style.told}>
              {t('odometer.told', {
                miles: formatMiles(told.miles),
                day: formatDate(told.on),
                reference: told.reference,
              })}
            </p>
            {told.isCounted ? null : <p>{t('odometer.not-counted')}</p>}
          </>
        )}
      </div>
      {fault === null || hasErrors ? null : <ProblemNotice fault={fault} takesFocus />}
    </>
  );
}
