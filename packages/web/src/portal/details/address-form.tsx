import { type FormEvent, type ReactNode, useState } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { ErrorSummary } from '../../shared/form/error-summary.tsx';
import { Field } from '../../shared/form/field.tsx';
import button from '../../shared/style/button.module.css';
import security from '../security/security.module.css';
import type { Change } from './use-change.ts';

const FIELDS = ['street', 'unit', 'city', 'state', 'zip', 'country'] as const;
type FieldName = (typeof FIELDS)[number];
export type AddressTyped = Readonly<Record<FieldName, string>>;

type Known = { readonly [Name in FieldName]: string | null };

const COMPLETES: Readonly<Record<FieldName, string>> = {
  street: 'address-line1',
  unit: 'address-line2',
  city: 'address-level2',
  state: 'address-level1',
  zip: 'postal-code',
  country: 'country-name',
};

type FormProps = {
  readonly id: string;
  readonly known: Known | null;
  readonly change: Change;
  readonly onSave: (typed: AddressTyped) => void;
  readonly onLeave: () => void;
};

/** A postal address, here or abroad; what the country's rules say stands at the field. */
export function AddressForm(props: FormProps): ReactNode {
  const { id, known, change, onSave, onLeave } = props;
  const { rules, attempt, isPending, panel } = change;
  const [typed, setTyped] = useState<AddressTyped>(() => startOf(known));
  const [missing, setMissing] = useState<readonly FieldName[]>([]);
  const [tries, setTries] = useState(0);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTries(tries + 1);
    const empty = (['street', 'city', 'zip', 'country'] as const).filter(
      (field) => typed[field].trim() === '',
    );
    setMissing(empty);
    if (empty.length === 0) onSave(typed);
  };
  const errorOf = (field: FieldName): string | undefined => {
    if (missing.includes(field)) return t(`address.missing.${field}`);
    const rule = rules[field];
    return rule === undefined ? undefined : t('address.rule', { rule });
  };
  const errors = Object.fromEntries(
    FIELDS.flatMap((field) => {
      const error = errorOf(field);
      return error === undefined ? [] : [[`${id}-${field}`, `${t(`address.${field}`)}: ${error}`]];
    }),
  );
  return (
    <form className={security.question} onSubmit={submit} noValidate>
      <ErrorSummary errors={errors} attempt={attempt + tries} />
      {FIELDS.map((field) => (
        <Field
          key={field}
          id={`${id}-${field}`}
          label={t(`address.${field}`)}
          error={errorOf(field)}
          short={field === 'zip'}
          input={{
            type: 'text',
            autoComplete: COMPLETES[field],
            value: typed[field],
            onChange: ({ currentTarget: { value } }) =>
              setTyped((before) => ({ ...before, [field]: value })),
          }}
        />
      ))}
      {panel !== null ? null : (
        <p className={security.acts}>
          <button type="submit" className={button.primary} disabled={isPending}>
            {t('address.save')}
          </button>
          <button type="button" className={button.quiet} onClick={onLeave}>
            {t('profile.leave')}
          </button>
        </p>
      )}
    </form>
  );
}

function startOf(known: Known | null): AddressTyped {
  const start = Object.fromEntries(FIELDS.map((field) => [field, known?.[field] ?? '']));
  return { ...(start as AddressTyped), country: known?.country ?? 'US' };
}

/** What is sent: parts that were left empty are no parts. */
export function addressBody(typed: AddressTyped) {
  const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  const { street, unit, city, state, zip, country } = typed;
  return {
    street: street.trim(),
    unit: orNull(unit),
    city: city.trim(),
    state: orNull(state),
    zip: zip.trim(),
    country: country.trim(),
  };
}

/** An address on one line. */
export function addressLine({ street, unit, city, state, zip, country }: Known): string {
  const region = [state, zip].filter((part) => part !== null && part !== '').join(' ');
  return [street, unit, city, region, country === 'US' ? null : country]
    .filter((part) => part !== null && part !== '')
    .join(', ');
}
