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

/** Reads a VIN, says what it tells, and keeps only that: the number itself is forgotten. */
export function VinCheck(): ReactNode {
  const { step } = useWalk();
  const [typed, setTyped] = useState('');
  const [read, setRead] = useState<VinDescription | VinTrouble | null>(null);
  const check = (text: string) => {
    setTyped(text);
    const described = describeVin(text);
    setRead(described);
    const carName = described.outcome === 'read' ? carNameOf(described) : null;
    step({ do: 'name-car', carName });
  };
  const suggestion = read !== null && 'suggestion' in read ? read.suggestion : null;
  return (
    <form
      className={style.page}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        check(typed);
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
      <p role="status">
        {read?.outcome === 'read' ? t('walk.vin.read', { car: carNameOf(read) }) : ''}
      </p>
      <button type="submit" className={button.secondary}>
        {t('walk.vin.check')}
      </button>
    </form>
  );
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
