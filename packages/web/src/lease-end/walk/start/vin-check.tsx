import { readAnyVin } from '@roadbook/domain/vehicle/any-vin';
import {
  describeVin,
  type VinDescription,
  type VinTrouble,
} from '@roadbook/domain/vehicle/describe-vin';
import { type FormEvent, type ReactNode, useState } from 'react';
import { t } from '../../../shared/copy/copy.ts';
import { Field } from '../../../shared/form/field.tsx';
import button from '../../../shared/style/button.module.css';
import style from '../walk.module.css';
import { useWalk } from '../walk-context.ts';

/** Reads a VIN and notes it for the report, if its check digit is right or it needs none. */
export function VinCheck(): ReactNode {
  const { walk, step } = useWalk();
  const [typed, setTyped] = useState(walk.vin ?? '');
  const [read, setRead] = useState<VinDescription | VinTrouble | null>(null);
  const check = (text: string) => {
    setTyped(text);
    const described = describeVin(text);
    setRead(described);
    if (described.outcome === 'read') note(described.vin, carNameOf(described));
    else note(null, null);
  };
  const note = (vin: string | null, carName: string | null) =>
    step({ do: 'name-car', vin, carName });
  // A number that another part of the world gave out may break the rule of North America.
  const foreign = read !== null && read.outcome !== 'read' ? readAnyVin(typed) : null;
  const suggestion = read !== null && 'suggestion' in read ? read.suggestion : null;
  return (
    <form
      className={style.page}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (typed.trim() === '') note(null, null);
        else check(typed);
      }}
    >
      <Field
        id="vin"
        label={t('walk.vin.label')}
        hint={t('walk.vin.hint')}
        error={read !== null && read.outcome !== 'read' ? troubleWords(read) : undefined}
        input={{
          value: typed,
          autoComplete: 'off',
          autoCapitalize: 'characters',
          spellCheck: false,
          onChange: ({ target }) => setTyped(target.value),
          onBlur: () => {
            if (typed.trim() !== '' && typed !== walk.vin) check(typed);
          },
        }}
      />
      {suggestion === null ? null : (
        <p>
          {t(`walk.vin.${suggestion.slip}`, { vin: suggestion.vin })}{' '}
          <button type="button" className={button.secondary} onClick={() => check(suggestion.vin)}>
            {t('walk.vin.take', { vin: suggestion.vin })}
          </button>
        </p>
      )}
      {foreign === null || walk.vin === foreign ? null : (
        <p>
          {t('walk.vin.foreign')}{' '}
          <button type="button" className={button.secondary} onClick={() => note(foreign, null)}>
            {t('walk.vin.keep-foreign', { vin: foreign })}
          </button>
        </p>
      )}
      <p role="status">{walk.vin === null ? '' : notedWords(walk.vin, walk.carName)}</p>
      <button type="submit" className={button.secondary}>
        {t('walk.vin.check')}
      </button>
    </form>
  );
}

function notedWords(vin: string, car: string | null): string {
  return car === null ? t('walk.vin.noted', { vin }) : t('walk.vin.read', { vin, car });
}

function carNameOf({ modelYear, maker }: VinDescription): string {
  const year = modelYear === null ? '' : String(modelYear);
  return `${year} ${maker ?? t('walk.vin.car')}`.trim();
}

function troubleWords(trouble: VinTrouble): string {
  switch (trouble.problem) {
    case 'length':
      return t('walk.vin.length', { length: trouble.length, wanted: trouble.wantedLength });
    case 'character': {
      const [odd] = trouble.odd;
      return t('walk.vin.character', { place: odd?.place ?? 1, found: odd?.found ?? '' });
    }
    case 'check-digit':
      return t('walk.vin.check-digit', { found: trouble.found, expected: trouble.expected });
  }
}
