import '../../shared/copy/walk-copy.ts';
import { parseDate } from '@roadbook/domain/time/calendar';
import { type ReactNode, useCallback, useEffect, useMemo, useReducer, useState } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { dateAt } from '../../shared/format/clock.ts';
import { ComparePage } from './compare/compare-page.tsx';
import { EstimatePage } from './estimate/estimate-page.tsx';
import { FindingPage } from './finding/finding-page.tsx';
import { servedWear } from './guide/served-wear.ts';
import { firstGuideId } from './guide/wear-data.ts';
import { useKeeping } from './keep/keeping.ts';
import { LookPage } from './look/look-page.tsx';
import { photoShelf } from './photo/photo-shelf.ts';
import { GaugePage } from './report/gauge-page.tsx';
import { ReportPage } from './report/report-page.tsx';
import { ScalePage } from './scale/scale-page.tsx';
import { forgetScale, keepScale, readScale, type ScreenScale } from './scale/screen-scale.ts';
import { StartPage } from './start/start-page.tsx';
import { afterStep, newWalk } from './walk.ts';
import { useScreen, type WalkScreen } from './walk-address.ts';
import { type FindingDraft, WalkContext } from './walk-context.ts';

/** The day it is where the phone is. */
export function dayHere() {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const day = parseDate(dateAt(timeZone, Date.now()));
  if (day === null) throw new RangeError('the clock shows no day of this calendar');
  return day;
}

/**
 * The walk around the car. Everything is computed here; nothing that is typed, chosen or
 * photographed leaves the page, and nothing stays after it unless its owner says so.
 */
export function WalkPage(): ReactNode {
  const screen = useScreen();
  const [walk, step] = useReducer(afterStep, null, () => newWalk(dayHere(), firstGuideId()));
  const [photos] = useState(photoShelf);
  const [scale, setScale] = useScreenScale();
  const [said, say] = useState<string | null>(null);
  const [draft, setDraft] = useState<FindingDraft | null>(null);
  const keeping = useKeeping(walk, step, photos);
  const room = useMemo(
    () => ({ walk, step, photos, scale, setScale, said, say, draft, setDraft, ...keeping }),
    [walk, photos, scale, setScale, said, draft, keeping],
  );
  if (!keeping.looked) return <p role="status">{t('page.loading')}</p>;
  return (
    <WalkContext value={room}>
      <Screen key={JSON.stringify(screen)} screen={screen} />
    </WalkContext>
  );
}

function Screen({ screen }: { screen: WalkScreen }): ReactNode {
  switch (screen.name) {
    case 'start':
      return <StartPage />;
    case 'screen':
      return <ScalePage />;
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

function useScreenScale(): [ScreenScale | null, (scale: ScreenScale | null) => void] {
  const [scale, setScale] = useState<ScreenScale | null>(null);
  useEffect(() => setScale(readScale(localStorage)), []);
  const change = useCallback((changed: ScreenScale | null) => {
    setScale(changed);
    if (changed === null) forgetScale(localStorage);
    else keepScale(localStorage, changed);
  }, []);
  return [scale, change];
}
