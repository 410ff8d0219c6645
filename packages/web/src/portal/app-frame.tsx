import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useBrand } from '../shared/brand/brand-context.ts';
import { t } from '../shared/copy/copy.ts';
import { dateAt, formatTime } from '../shared/format/clock.ts';
import { formatDay } from '../shared/format/date.ts';
import { Frame } from '../shared/page/frame.tsx';
import { useOnline } from '../shared/state/online.ts';
import { ProblemNotice } from '../shared/state/problem-notice.tsx';
import button from '../shared/style/button.module.css';
import style from './app-frame.module.css';
import { sessionQuery } from './queries.ts';
import { signOut } from './session/leave.ts';

/**
 * Around every signed-in page: who is signed in, the way out, and what to know of the connection.
 */
export function AppFrame(): ReactNode {
  const brand = useBrand();
  const session = useQuery(sessionQuery);
  const online = useOnline();
  return (
    <Frame
      brand={brand}
      linkHome={linkToContracts}
      corner={<Corner name={session.data?.firstName ?? undefined} />}
    >
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

function Corner({ name }: { name: string | undefined }): ReactNode {
  const [leaving, setLeaving] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const leave = () => {
    setLeaving(true);
    signOut().catch((caught: unknown) => {
      setFault(caught);
      setLeaving(false);
    });
  };
  return (
    <div className={style.corner}>
      {name === undefined ? null : <span className={style.name}>{name}</span>}
      <button type="button" className={button.quiet} onClick={leave} disabled={leaving}>
        {t('page.sign-out')}
      </button>
      {fault === null ? null : (
        <div className={style.fault}>
          <ProblemNotice fault={fault} />
        </div>
      )}
    </div>
  );
}
