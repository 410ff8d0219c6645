import { type ReactNode, useState } from 'react';
import { t } from '../../../shared/copy/copy.ts';
import { Choice } from '../../../shared/form/choice.tsx';
import form from '../../../shared/form/form.module.css';
import { useWalk } from '../walk-context.ts';
import { GuideLoader } from './guide-loader.tsx';
import { chosenData, wearDataOf } from './wear-data.ts';

/** Which guide judges the wear; it can be changed at any time, and nothing else changes with it. */
export function GuideChoice(): ReactNode {
  const { walk, step } = useWalk();
  const [isLoading, setLoading] = useState(false);
  const chosen = chosenData(walk)?.guide.id;
  if (chosen === undefined) {
    return (
      <>
        <p>{t('walk.no-guide.load')}</p>
        <GuideLoader />
      </>
    );
  }
  return (
    <>
      <fieldset className={form.field}>
        <legend className={form.label}>{t('walk.guide.which')}</legend>
        <div className={form.choices}>
          {wearDataOf(walk).map(({ guide }, index) => (
            <Choice
              key={guide.id}
              id={`guide-${String(index)}`}
              name="guide"
              checked={chosen === guide.id}
              onChoose={() => step({ do: 'choose-guide', guideId: guide.id })}
              label={guide.title}
              hint={GUIDE_HINTS.has(guide.id) ? t(`walk.guide.${guide.id}`) : guide.source}
            />
          ))}
        </div>
      </fieldset>
      <details onToggle={({ currentTarget }) => setLoading(currentTarget.open)}>
        <summary>{t('walk.guide.own')}</summary>
        {isLoading ? <GuideLoader /> : null}
      </details>
    </>
  );
}

/** The guides that the catalogue says a word about. */
const GUIDE_HINTS: ReadonlySet<string> = new Set(['larkspur-demo', 'card-demo']);
