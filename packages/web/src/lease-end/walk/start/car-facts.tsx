import { type FormEvent, type ReactNode, useState } from 'react';
import { t } from '../../../shared/copy/copy.ts';
import { Field } from '../../../shared/form/field.tsx';
import { formatMiles } from '../../../shared/format/miles.ts';
import button from '../../../shared/style/button.module.css';
import style from '../walk.module.css';
import { useWalk } from '../walk-context.ts';
import { readMiles } from './read-miles.ts';
import { VinCheck } from './vin-check.tsx';

/** What ties the report to one car: its VIN and its odometer. Neither has to be said. */
export function CarFacts(): ReactNode {
  return (
    <>
      <p className={style.quiet}>{t('walk.start.car-text')}</p>
      <VinCheck />
      <Odometer />
    </>
  );
}

function Odometer(): ReactNode {
  const { walk, step } = useWalk();
  const { odometerMiles } = walk;
  const [typed, setTyped] = useState(odometerMiles === null ? '' : formatMiles(odometerMiles));
  const [isOdd, setOdd] = useState(false);
  const note = (event: FormEvent) => {
    event.preventDefault();
    const miles = readMiles(typed);
    setOdd(typed.trim() !== '' && miles === null);
    if (miles !== null || typed.trim() === '') step({ do: 'odometer', miles });
  };
  return (
    <form className={style.page} noValidate onSubmit={note}>
      <Field
        id="miles"
        label={t('walk.odometer.label')}
        hint={t('walk.odometer.hint')}
        error={isOdd ? t('walk.odometer.odd') : undefined}
        short
        input={{
          value: typed,
          inputMode: 'numeric',
          autoComplete: 'off',
          onChange: ({ target }) => setTyped(target.value),
          onBlur: note,
        }}
      />
      <p role="status">
        {odometerMiles === null
          ? ''
          : t('walk.odometer.noted', { miles: formatMiles(odometerMiles) })}
      </p>
      <button type="submit" className={button.secondary}>
        {t('walk.odometer.note')}
      </button>
    </form>
  );
}
