import type { ReactNode } from 'react';
import { PLANNER_HOME } from '../../lease-end/address.ts';
import { BRAND_MARKERS } from '../../shared/brand/brand.ts';
import { t } from '../../shared/copy/copy.ts';
import { Frame, linkToPublicHome } from '../../shared/page/frame.tsx';
import button from '../../shared/style/button.module.css';
import { GuidePage } from './guide/guide-page.tsx';
import style from './planner-shell.module.css';

/** The planner's pages as they are written to disk: the guide whole, the others as its rooms. */
export const PLANNER_PAGES = ['guide', 'ask', 'plan', 'walk'] as const;
export type PlannerPage = (typeof PLANNER_PAGES)[number];

/** The lender around the planner, and what stands in it before, or without, any script. */
export function PlannerShell({ page }: { page: PlannerPage }): ReactNode {
  return (
    <Frame brand={BRAND_MARKERS} linkHome={linkToPublicHome} corner={<SignIn />}>
      <div id="planner" className={style.planner}>
        {page === 'guide' ? <GuidePage /> : <Waiting page={page} />}
      </div>
    </Frame>
  );
}

function Waiting({ page }: { page: PlannerPage }): ReactNode {
  return (
    <div className={style.waiting}>
      <h1>{t(`planner.${page}`)}</h1>
      <noscript>
        <p>
          {t('planner.needs-script')} <a href={PLANNER_HOME}>{t('planner.read-guide')}</a>
        </p>
      </noscript>
    </div>
  );
}

function SignIn(): ReactNode {
  return (
    <a className={`${button.quiet} ${style.corner} not-printed`} href="/sign-in">
      {t('home.sign-in')}
    </a>
  );
}
