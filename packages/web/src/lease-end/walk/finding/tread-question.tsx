import type { ReactNode } from 'react';
import { t } from '../../../shared/copy/copy.ts';
import { Choice } from '../../../shared/form/choice.tsx';
import { Field } from '../../../shared/form/field.tsx';
import form from '../../../shared/form/form.module.css';
import { CoinPicture } from './coin-picture.tsx';
import style from './finding.module.css';
import { COIN_TESTS } from './finding-form.ts';
import type { QuestionProps } from './question-props.ts';

/** How much tread is left at the thinnest point: by a coin, by a gauge, or not known. */
export function TreadQuestion({ answers, problems, onChange }: QuestionProps): ReactNode {
  return (
    <fieldset className={form.field}>
      <legend className={form.label}>{t('walk.tread.question')}</legend>
      <p className={form.hint}>{t('walk.tread.hint')}</p>
      {problems.tread === undefined ? null : (
        <p className={form.error}>{t('walk.problem.tread-missing')}</p>
      )}
      <div className={form.choices}>
        {COIN_TESTS.map((each, index) => (
          <label
            key={each}
            className={`${form.choice} ${style.coin}`}
            htmlFor={`tread-${String(index)}`}
          >
            <input
              id={`tread-${String(index)}`}
              type="radio"
              name="tread"
              checked={answers.tread === each}
              onChange={() => onChange({ tread: each })}
            />
            <CoinPicture test={each} />
            <span className={style.coinText}>
              {t(`walk.tread.${each}`)}
              <span className={form.hint}>{t(`walk.tread.${each}.means`)}</span>
            </span>
          </label>
        ))}
        <Choice
          id="tread-gauge"
          name="tread"
          checked={answers.tread === 'gauge'}
          onChoose={() => onChange({ tread: 'gauge' })}
          label={t('walk.tread.gauge')}
        />
        {answers.tread === 'gauge' ? (
          <div className={form.revealed}>
            <Field
              id="gauge"
              label={t('walk.tread.gauge-label')}
              hint={t('walk.tread.gauge-hint')}
              error={problems.gauge === undefined ? undefined : t('walk.problem.gauge-not-whole')}
              short
              input={{
                inputMode: 'numeric',
                autoComplete: 'off',
                value: answers.gaugeText,
                onChange: ({ target }) => onChange({ gaugeText: target.value }),
              }}
            />
          </div>
        ) : null}
        <Choice
          id="tread-unknown"
          name="tread"
          checked={answers.tread === 'unknown'}
          onChoose={() => onChange({ tread: 'unknown' })}
          label={t('walk.tread.dont-know')}
        />
      </div>
    </fieldset>
  );
}
