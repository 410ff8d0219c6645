import { type FormEvent, type ReactNode, useState } from 'react';
import { t } from '../../../../../shared/copy/copy.ts';
import { ErrorSummary, type FieldErrors } from '../../../../../shared/form/error-summary.tsx';
import { Field } from '../../../../../shared/form/field.tsx';
import form from '../../../../../shared/form/form.module.css';
import { formatAtPlace } from '../../../../../shared/format/at-place.ts';
import { timeAt } from '../../../../../shared/format/moment.ts';
import { PageHeading } from '../../../../../shared/page/heading.tsx';
import { ProblemNotice } from '../../../../../shared/state/problem-notice.tsx';
import button from '../../../../../shared/style/button.module.css';
import { addressLine, type Held, type Home } from './appointment-words.ts';
import style from './appointments.module.css';

type CheckProps = {
  readonly held: Held;
  readonly zip: string;
  readonly home: Home | null;
  readonly isMoving: boolean;
  readonly isBusy: boolean;
  readonly fault: unknown;
  readonly onDecide: (home: Home | null) => void;
};

const FIELDS = ['street', 'city', 'state', 'zip'] as const;
const AUTOCOMPLETE = {
  street: 'street-address',
  city: 'address-level2',
  state: 'address-level1',
  zip: 'postal-code',
} as const;

/** Everything once more before it is booked; for an inspection at home, where the car stands. */
export function CheckSlot(props: CheckProps): ReactNode {
  const { held, zip, isMoving, isBusy, fault, onDecide } = props;
  const { kind, place, startsAt, heldUntil } = held;
  const isHome = kind === 'home-inspection';
  const [home, setHome] = useState<Home>(props.home ?? { street: '', city: '', state: '', zip });
  const [errors, setErrors] = useState<FieldErrors>({});
  const [attempt, setAttempt] = useState(0);
  const at = formatAtPlace(startsAt, place);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const wrong = isHome ? wrongIn(home) : {};
    setErrors(wrong);
    setAttempt(attempt + 1);
    if (Object.keys(wrong).length === 0) onDecide(isHome ? home : null);
  };
  return (
    <form className={form.form} onSubmit={submit} noValidate>
      <PageHeading>{t('appointment.check')}</PageHeading>
      <ErrorSummary errors={errors} attempt={attempt} />
      {fault === null ? null : <ProblemNotice fault={fault} takesFocus />}
      <div className={style.card}>
        <p>{t(`appointment.kind.${kind}`)}</p>
        <p className={style.when}>{at}</p>
        <address className={style.where}>
          <b>{place.name}</b>
          {isHome ? null : <span>{addressLine(place)}</span>}
        </address>
        <p className={style.quiet}>{t('appointment.kept', { time: timeAt(heldUntil) })}</p>
      </div>
      {isHome ? (
        <fieldset className={form.choices}>
          <legend className={form.legend}>{t('appointment.home')}</legend>
          {FIELDS.map((field) => (
            <Field
              key={field}
              id={`home-${field}`}
              label={t(`appointment.home-${field}`)}
              error={errors[`home-${field}`]}
              short={field === 'state' || field === 'zip'}
              input={{
                autoComplete: AUTOCOMPLETE[field],
                value: home[field],
                onChange: (event) => setHome({ ...home, [field]: typedIn(field, event) }),
              }}
            />
          ))}
        </fieldset>
      ) : null}
      <div>
        <button className={button.primary} type="submit" disabled={isBusy}>
          {t(isMoving ? 'appointment.move-to' : 'appointment.book-at', { at })}
        </button>
      </div>
    </form>
  );
}

function typedIn(
  field: (typeof FIELDS)[number],
  { currentTarget }: { readonly currentTarget: HTMLInputElement },
): string {
  return field === 'state' ? currentTarget.value.toUpperCase() : currentTarget.value;
}

function wrongIn({ street, city, state, zip }: Home): FieldErrors {
  return {
    ...(street.trim() === '' ? { 'home-street': t('appointment.home-street-wrong') } : {}),
    ...(city.trim() === '' ? { 'home-city': t('appointment.home-city-wrong') } : {}),
    ...(/^[A-Z]{2}$/.test(state) ? {} : { 'home-state': t('appointment.home-state-wrong') }),
    ...(/^\d{5}$/.test(zip) ? {} : { 'home-zip': t('appointment.zip-wrong') }),
  };
}
