import { addDays, type BusinessDate } from '@roadbook/domain/time/calendar';
import { type ReactNode, useEffect, useState } from 'react';
import { t } from '../../../../shared/copy/copy.ts';
import { Field } from '../../../../shared/form/field.tsx';
import { formatDay } from '../../../../shared/format/date.ts';
import { daysFromTo, relativeDay } from '../../../../shared/format/relative-day.ts';
import style from './payoff-page.module.css';

type PickerProps = {
  readonly on: string;
  readonly today: string;
  readonly lastDay: string;
  readonly onPick: (on: string) => void;
};

const REST_MS = 180;

/** A day from today to the last one: as a slider to feel the cost of waiting, and as a date. */
export function DayPicker({ on, today, lastDay, onPick }: PickerProps): ReactNode {
  const [day, setDay] = useState(on);
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    // The server is asked when the hand rests, not at every day it passes.
    const rest = setTimeout(() => day !== on && onPick(day), REST_MS);
    return () => clearTimeout(rest);
  }, [day, on, onPick]);
  const choose = (chosen: string) => {
    const fits = chosen >= today && chosen <= lastDay;
    setProblem(fits ? undefined : t('payoff.day-range', { last: formatDay(lastDay) }));
    if (fits) setDay(chosen);
  };
  return (
    <div className={style.picker}>
      <input
        className={style.slider}
        type="range"
        min={0}
        max={daysFromTo(today, lastDay)}
        value={daysFromTo(today, day)}
        aria-label={t('payoff.slider')}
        aria-valuetext={formatDay(day)}
        onChange={(event) =>
          choose(addDays(today as BusinessDate, event.currentTarget.valueAsNumber))
        }
      />
      <div className={style.ends} aria-hidden="true">
        <span>{t('payoff.today')}</span>
        <span>{formatDay(lastDay)}</span>
      </div>
      <Field
        key={day}
        id="payoff-on"
        label={t('payoff.which-day')}
        hint={t('pay.when-words', { day: formatDay(day), when: relativeDay(today, day) })}
        error={problem}
        short
        input={{
          type: 'date',
          min: today,
          max: lastDay,
          defaultValue: day,
          onBlur: (event) => choose(event.currentTarget.value),
          onKeyDown: (event) => {
            if (event.key === 'Enter') choose(event.currentTarget.value);
          },
        }}
      />
    </div>
  );
}
