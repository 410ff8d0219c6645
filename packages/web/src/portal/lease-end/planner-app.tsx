import { lazy, type ReactNode, Suspense } from 'react';
import { PLANNER_HOME, usePath } from '../../lease-end/address.ts';
import { AskPage } from '../../lease-end/ask/ask-page.tsx';
import { QUESTION_IDS } from '../../lease-end/ask/question.ts';
import { PlanPage } from '../../lease-end/plan/plan-page.tsx';
import { todayHere } from '../../lease-end/today.ts';
import { t } from '../../shared/copy/copy.ts';
import { GuidePage } from './guide/guide-page.tsx';

/** The walk around the car: its drawings are no part of a plan's first answer. */
const walkFiles = import.meta.glob<{ WalkPage: () => ReactNode }>(
  '../../lease-end/walk/walk-page.tsx',
);
const WalkPage = lazy(async () => {
  const load = walkFiles['../../lease-end/walk/walk-page.tsx'];
  return { default: load === undefined ? GuidePage : (await load()).WalkPage };
});

/** The planner's pages by address. */
export function PlannerApp(): ReactNode {
  const path = usePath();
  return <Suspense fallback={<p role="status">{t('page.loading')}</p>}>{pageAt(path)}</Suspense>;
}

function pageAt(path: string): ReactNode {
  const [section = '', part = ''] = path.slice(PLANNER_HOME.length + 1).split('/');
  const question = QUESTION_IDS.find((id) => id === part) ?? 'ends';
  switch (section) {
    case 'ask':
      return <AskPage key={question} id={question} today={todayHere()} />;
    case 'plan':
      return <PlanPage today={todayHere()} />;
    case 'walk':
      return <WalkPage />;
    default:
      return <GuidePage />;
  }
}
