import { type ReactNode, useState } from 'react';
import { t } from '../../../shared/copy/copy.ts';
import form from '../../../shared/form/form.module.css';
import button from '../../../shared/style/button.module.css';
import { useWalk } from '../walk-context.ts';
import { WalkLink } from '../walk-link.tsx';
import style from './finding.module.css';
import { MeasureSheet } from './measure-sheet.tsx';
import type { QuestionProps } from './question-props.ts';
import { readSize, sizeText } from './size-text.ts';

/** How large a damage is: typed, slid to its size on the screen, or not known. */
export function SizeQuestion({ place, answers, problems, onChange }: QuestionProps): ReactNode {
  const { scale } = useWalk();
  const [isMeasuring, setMeasuring] = useState(false);
  const isUnknown = answers.sizeKnown === false;
  const error = problems.size === undefined ? undefined : t(`walk.problem.${problems.size}`);
  const read = readSize(answers.sizeText);
  return (
    <div className={form.field}>
      <label className={form.label} htmlFor="size">
        {t('walk.size.label')}
      </label>
      <p className={form.hint} id="size-hint">
        {t('walk.size.hint')}
      </p>
      {error === undefined ? null : (
        <p className={form.error} id="size-error">
          {error}
        </p>
      )}
      <div className={style.size}>
        <input
          id="size"
          className={`${form.input} ${style.inches}`}
          autoComplete="off"
          value={answers.sizeText}
          disabled={isUnknown}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={error === undefined ? 'size-hint' : 'size-hint size-error'}
          onChange={({ target }) => onChange({ sizeText: target.value, sizeKnown: true })}
        />
        <span aria-hidden="true">{t('walk.size.unit')}</span>
        {scale === null ? null : (
          <button type="button" className={button.secondary} onClick={() => setMeasuring(true)}>
            {t('walk.size.measure')}
          </button>
        )}
      </div>
      {scale === null ? (
        <p>
          <WalkLink to={{ name: 'screen', part: place }}>{t('walk.size.calibrate')}</WalkLink>
        </p>
      ) : null}
      <label className={form.choice} htmlFor="size-unknown">
        <input
          id="size-unknown"
          type="checkbox"
          checked={isUnknown}
          onChange={({ target }) => onChange({ sizeKnown: target.checked ? false : null })}
        />
        <span>{t('walk.size.dont-know')}</span>
        <span className={form.choiceHint}>{t('walk.size.dont-know-hint')}</span>
      </label>
      {isMeasuring && scale !== null ? (
        <MeasureSheet
          scale={scale}
          startMils={'mils' in read ? read.mils : null}
          onClosed={() => setMeasuring(false)}
          onMeasured={(mils) => onChange({ sizeText: sizeText(mils), sizeKnown: true })}
        />
      ) : null}
    </div>
  );
}
