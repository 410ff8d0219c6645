import type { ReactNode } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { ComparePage } from './compare/compare-page.tsx';
import { EstimatePage } from './estimate/estimate-page.tsx';
import { FindingPage } from './finding/finding-page.tsx';
import { servedWear } from './guide/served-wear.ts';
import { KeepNotice } from './keep/keep-notice.tsx';
import { LookPage } from './look/look-page.tsx';
import { GaugePage } from './report/gauge-page.tsx';
import { ReportPage } from './report/report-page.tsx';
import { ScalePage } from './scale/scale-page.tsx';
import { StartPage } from './start/start-page.tsx';
import { useScreen, type WalkScreen } from './walk-address.ts';
import { WalkContext, type WalkRoom } from './walk-context.ts';

/** The screen of a walk that the address names. */
export function WalkScreens({ room }: { room: WalkRoom }): ReactNode {
  const screen = useScreen();
  if (room.keep.is === 'not-looked') return <p role="status">{t('page.loading')}</p>;
  return (
    <WalkContext value={room}>
      <KeepNotice />
      {/* A walk that came from the device is shown from its own answers. */}
      <Screen key={`${String(room.taken)} ${JSON.stringify(screen)}`} screen={screen} />
    </WalkContext>
  );
}

function Screen({ screen }: { screen: WalkScreen }): ReactNode {
  switch (screen.name) {
    case 'start':
      return <StartPage />;
    case 'screen':
      return <ScalePage part={screen.part} />;
    case 'look':
      return <LookPage view={screen.view} />;
    case 'part':
      return <FindingPage partId={screen.partId} findingId={screen.findingId} />;
    case 'estimate':
      return <EstimatePage />;
    case 'report':
      return <ReportPage />;
    case 'gauge':
      return <GaugePage />;
    case 'compare':
      return servedWear().compareReports ? <ComparePage /> : <EstimatePage />;
  }
}
