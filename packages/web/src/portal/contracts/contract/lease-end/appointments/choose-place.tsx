import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { t } from '../../../../../shared/copy/copy.ts';
import { ErrorSummary } from '../../../../../shared/form/error-summary.tsx';
import { Field } from '../../../../../shared/form/field.tsx';
import form from '../../../../../shared/form/form.module.css';
import { PageHeading } from '../../../../../shared/page/heading.tsx';
import { Loaded } from '../../../../../shared/state/loaded.tsx';
import button from '../../../../../shared/style/button.module.css';
import { call } from '../../../../../shared/wire/client.ts';
import { contractKey } from '../../../../queries.ts';
import { addressLine, type Kind, type Place } from './appointment-words.ts';
import style from './appointments.module.css';

type PlaceProps = {
  readonly contractId: string;
  readonly kind: Kind;
  readonly zip: string;
  readonly onZip: (zip: string) => void;
  readonly onChoose: (place: Place) => void;
};

const isZip = (text: string): boolean => /^\d{5}$/.test(text);

/** Places near a ZIP code, nearest first. Each is one button: where leads on to when. */
export function ChoosePlace({ contractId, kind, zip, onZip, onChoose }: PlaceProps): ReactNode {
  const [typed, setTyped] = useState(zip);
  const [attempt, setAttempt] = useState(0);
  const isWrong = attempt > 0 && !isZip(typed);
  const errors = isWrong ? { zip: t('appointment.zip-wrong') } : {};
  const places = useQuery({
    queryKey: [...contractKey(contractId), 'places', kind, zip],
    queryFn: ({ signal }) =>
      call('listPlaces', { params: { contractId }, query: { kind, zip } }, signal),
    enabled: isZip(zip),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (isZip(typed)) onZip(typed);
  };
  return (
    <>
      <PageHeading>{t(`appointment.where.${kind}`)}</PageHeading>
      <form className={form.form} onSubmit={submit} noValidate>
        <ErrorSummary errors={errors} attempt={attempt} />
        <div className={style.zip}>
          <Field
            id="zip"
            label={t('appointment.zip')}
            error={errors.zip}
            short
            input={{
              inputMode: 'numeric',
              autoComplete: 'postal-code',
              maxLength: 5,
              value: typed,
              onChange: (event) => setTyped(event.currentTarget.value.trim()),
            }}
          />
          <button className={button.secondary} type="submit">
            {t('appointment.find')}
          </button>
        </div>
      </form>
      {isZip(zip) ? (
        <Loaded query={places} lines={6}>
          {(found) => <PlaceList kind={kind} places={found.places} onChoose={onChoose} />}
        </Loaded>
      ) : null}
    </>
  );
}

type ListProps = Pick<PlaceProps, 'kind' | 'onChoose'> & { readonly places: readonly Place[] };

function PlaceList({ kind, places, onChoose }: ListProps): ReactNode {
  if (places.length === 0) return <p>{t(`appointment.no-place.${kind}`)}</p>;
  return (
    <ul className={style.places}>
      {places.map((place) => (
        <li key={place.placeId}>
          <button type="button" className={style.place} onClick={() => onChoose(place)}>
            <b>{place.name}</b>
            <span>{addressLine(place)}</span>
            {place.miles === null ? null : (
              <span className={style.quiet}>{t('appointment.miles', { miles: place.miles })}</span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}
