import type { ReactNode } from 'react';
import { t } from '../../../shared/copy/copy.ts';
import { PlannerHeading } from '../planner-heading.tsx';

/** What the end of a lease is, in plain words, before anything is asked. */
export function GuidePage(): ReactNode {
  return <PlannerHeading title={t('guide.title')} />;
}
