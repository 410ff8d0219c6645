import { lazy, type ReactNode, Suspense } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { PLANNER_HOME, usePath } from './address.ts';
import { AskPage } from './ask/ask-page.tsx';
import { QUESTION_IDS } from './ask/question.ts';
import { GuidePage } from './guide/guide-page.tsx';
import { PlanPage } from './plan/plan-page.tsx';
import { todayHere } from './today.ts';

/** The walk around the car: its drawings are no part of a plan's first answer. */
const walkFiles = import.meta.glob<{ WalkPage: () => ReactNode }>('./walk/walk-page.tsx');
const WalkPage = lazy(async () => {
  const load = walkFiles['./walk/walk-page.tsx'];
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
