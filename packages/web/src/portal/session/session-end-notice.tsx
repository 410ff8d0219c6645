import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { t } from '../../shared/copy/copy.ts';
import button from '../../shared/style/button.module.css';
import { onAnswer } from '../../shared/wire/client.ts';
import { sessionQuery } from '../queries.ts';
import { leaveToSignIn, signOut } from './leave.ts';
import { makeSessionClock } from './session-clock.ts';
import style from './session-end-notice.module.css';

const WARNED_MS = 2 * 60_000;
const LOOKED_EVERY_MS = 5_000;

type Told = { readonly endsInSeconds: number; readonly endsAtLatestInSeconds: number };

/**
 * Says two minutes before a session ends that it will, and offers to stay. What stands in forms is
 * left alone; when time is up the place is kept for the next sign-in.
 */
export function SessionEndNotice({ session }: { session: Told }): ReactNode {
  const queries = useQueryClient();
  const [clock] = useState(makeSessionClock);
  const [leftMs, setLeftMs] = useState<number | null>(null);
  useEffect(() => {
    clock.told(session, Date.now());
  }, [clock, session]);
  useEffect(() => onAnswer(() => clock.answered(Date.now())), [clock]);
  useEffect(() => {
    const look = () => {
      const endsMs = clock.endsAtMs();
      const left = endsMs === null ? Number.POSITIVE_INFINITY : endsMs - Date.now();
      if (left <= 0) leaveToSignIn();
      setLeftMs(left <= WARNED_MS ? left : null);
    };
    const timer = setInterval(look, LOOKED_EVERY_MS);
    // A phone that slept looks at once when it wakes.
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [clock]);
  if (leftMs === null || leftMs <= 0) return null;
  const stay = () => {
    setLeftMs(null);
    void queries.refetchQueries({ queryKey: sessionQuery.queryKey });
  };
  return (
    <div className={style.notice} role="alert">
      <p>
        <b>{t('session.ends-soon', { minutes: Math.max(1, Math.ceil(leftMs / 60_000)) })}</b>{' '}
        {t('session.ends-why')}
      </p>
      <div className={style.acts}>
        <button type="button" className={button.primary} onClick={stay}>
          {t('session.stay')}
        </button>
        <button type="button" className={button.quiet} onClick={() => void signOut()}>
          {t('page.sign-out')}
        </button>
      </div>
    </div>
  );
}
