import type { LeaseAgreement } from '@roadbook/domain/contract/lease-terms';
import { leaseMaturityDate } from '@roadbook/domain/lease/lease-calendar';
import { addDays, type BusinessDate, daysBetween } from '@roadbook/domain/time/calendar';
import { type ReactNode, useState } from 'react';
import { t } from '../../../shared/copy/copy.ts';
import form from '../../../shared/form/form.module.css';
import { formatDate, formatDay } from '../../../shared/format/date.ts';
import { relativeDay } from '../../../shared/format/relative-day.ts';
import button from '../../../shared/style/button.module.css';
import { readTypedDate, typedDate } from '../../ask/typed-date.ts';
import style from './ways-out.module.css';

type ChooserProps = {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  readonly maturity: LeaseAgreement;
  readonly on: BusinessDate;
  readonly onChoose: (day: BusinessDate) => void;
};

/** The day the car leaves: by a slider, by its keys, or typed. */
export function DayChooser({ from, to, maturity, on, onChoose }: ChooserProps): ReactNode {
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null ? on : readTypedDate(typed);
  const isWrong = read === null || read < from || read > to;
  const type = (text: string) => {
    setTyped(text);
    const day = readTypedDate(text);
    if (day !== null && day >= from && day <= to) onChoose(day);
  };
  const choose = (day: BusinessDate) => {
    setTyped(null);
    onChoose(day);
  };
  const end = leaseMaturityDate(maturity);
  return (
    <div className={style.chooser}>
      <div className={style.sliding}>
        <label htmlFor="day-slider" className={form.label}>
          {t('ways-out.day')}
        </label>
        <p className={style.chosen}>
          <strong>{formatDay(on)}</strong> <span>{relativeDay(from, on)}</span>
        </p>
        <input
          id="day-slider"
          className={style.slider}
          type="range"
          min={0}
          max={daysBetween(from, to)}
          value={daysBetween(from, on)}
          aria-valuetext={formatDay(on)}
          onChange={(event) => choose(addDays(from, Number(event.target.value)))}
        />
        <div className={style.ends} aria-hidden="true">
          <span>{t('ways-out.today')}</span>
          <span>{formatDate(to)}</span>
        </div>
      </div>
      <div className={style.typed}>
        <label htmlFor="day-typed">{t('ways-out.type-day')}</label>
        <input
          id="day-typed"
          className={form.input}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          value={typed ?? typedDate(on)}
          aria-invalid={isWrong ? true : undefined}
          aria-describedby={isWrong ? 'day-wrong' : undefined}
          onChange={(event) => type(event.target.value)}
          onBlur={() => {
            if (!isWrong) setTyped(null);
          }}
        />
        {end < from || on === end ? null : (
          <button type="button" className={button.quiet} onClick={() => choose(end)}>
            {t('ways-out.to-end')}
          </button>
        )}
        {isWrong ? (
          <p id="day-wrong" className={form.error}>
            {t('ways-out.day-wrong', { from: formatDate(from), to: formatDate(to) })}
          </p>
        ) : null}
      </div>
    </div>
  );
}
