import type { ReactNode } from 'react';
import { t } from '../../../../shared/copy/copy.ts';
import { Field } from '../../../../shared/form/field.tsx';
import { formatDay } from '../../../../shared/format/date.ts';
import { relativeDay } from '../../../../shared/format/relative-day.ts';

type DateProps = {
  readonly on: string;
  readonly today: string;
  readonly error: string | undefined;
  readonly onChange: (on: string) => void;
};

/** On which day: today is filled in, and the chosen day is said in words under the label. */
export function DateField({ on, today, error, onChange }: DateProps): ReactNode {
  const readable = /^\d{4}-\d{2}-\d{2}$/.test(on);
  return (
    <Field
      id="on"
      label={t('pay.when')}
      hint={
        readable
          ? t('pay.when-words', { day: formatDay(on), when: relativeDay(today, on) })
          : t('pay.when-hint')
      }
      error={error}
      short
      input={{
        type: 'date',
        min: today,
        value: on,
        onChange: (event) => onChange(event.currentTarget.value),
      }}
    />
  );
}
