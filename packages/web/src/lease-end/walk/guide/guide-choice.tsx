import { type ReactNode, useState } from 'react';
import { t } from '../../../shared/copy/copy.ts';
import { Choice } from '../../../shared/form/choice.tsx';
import form from '../../../shared/form/form.module.css';
import { useWalk } from '../walk-context.ts';
import { GuideLoader } from './guide-loader.tsx';
import { LenderChoice } from './lender-choice.tsx';
import { judgingOf, wearDataOf } from './wear-data.ts';

/** Which guide judges the wear; it can be changed at any time, and nothing else changes with it. */
export function GuideChoice({ withLender = false }: { withLender?: boolean }): ReactNode {
  const { walk, step, account } = useWalk();
  const lender = withLender && account === null ? <LenderChoice /> : null;
  const judging = judgingOf(walk);
  if (judging.by === 'nobody') {
    return (
      <>
        <p>{t('walk.no-guide.load')}</p>
        <GuideLoader />
      </>
    );
  }
  if (judging.by === 'no-own-guide') {
    return (
      <>
        <p>{t('walk.other.load')}</p>
        {lender}
        <LoadOwn />
      </>
    );
  }
  const chosen = judging.data.guide.id;
  return (
    <>
      {lender}
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
      {account === null ? <LoadOwn /> : null}
    </>
  );
}

function LoadOwn(): ReactNode {
  const [isLoading, setLoading] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setLoading(currentTarget.open)}>
      <summary>{t('walk.guide.own')}</summary>
      {isLoading ? <GuideLoader /> : null}
    </details>
  );
}

/** The guides that the catalogue says a word about. */
const GUIDE_HINTS: ReadonlySet<string> = new Set(['larkspur-demo', 'card-demo']);
