import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useBrand } from '../shared/brand/brand-context.ts';
import { t } from '../shared/copy/copy.ts';
import { dateAt, formatTime } from '../shared/format/clock.ts';
import { formatDay } from '../shared/format/date.ts';
import { Frame } from '../shared/page/frame.tsx';
import { useOnline } from '../shared/state/online.ts';
import style from './app-frame.module.css';
import { AccountMenu } from './menu/account-menu.tsx';
import { sessionQuery } from './queries.ts';
import { SessionEndNotice } from './session/session-end-notice.tsx';

/**
 * Around every signed-in page: the menu, the way out, and what to know of session and connection.
 */
export function AppFrame(): ReactNode {
  const brand = useBrand();
  const session = useQuery(sessionQuery);
  const online = useOnline();
  return (
    <Frame brand={brand} linkHome={linkToContracts} corner={<AccountMenu session={session.data} />}>
      {session.data === undefined ? null : <SessionEndNotice session={session.data} />}
      {online ? null : (
        <p className={style.strip} role="status">
          {t('page.offline')}
        </p>
      )}
      {session.data?.simulated === true ? (
        <p className={style.strip}>{t('page.simulated')}</p>
      ) : null}
      {session.data === undefined ? null : <PastCutOff today={session.data.today} />}
      <Outlet />
    </Frame>
  );
}

/** After the cut-off the lender's day is tomorrow's date, and a person has to be told so. */
function PastCutOff({ today }: { today: string }): ReactNode {
  const { name, timeZone, cutOff } = useBrand();
  if (today <= dateAt(timeZone, Date.now())) return null;
  const values = { name, time: formatTime(cutOff), day: formatDay(today) };
  return <p className={style.strip}>{t('page.past-cut-off', values)}</p>;
}

function linkToContracts(wordmark: ReactNode, className: string): ReactNode {
  return (
    <Link className={className} to="/contracts">
      {wordmark}
    </Link>
  );
}
