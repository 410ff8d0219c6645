import { lazy, type ReactNode, Suspense } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { PLANNER_HOME, usePath } from './address.ts';
import { GuidePage } from './guide/guide-page.tsx';

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
  const [section = ''] = path.slice(PLANNER_HOME.length + 1).split('/');
  switch (section) {
    case 'walk':
      return <WalkPage />;
    default:
      return <GuidePage />;
  }
}
