import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { t } from '../../shared/copy/copy.ts';
import form from '../../shared/form/form.module.css';
import button from '../../shared/style/button.module.css';
import { onAnswer } from '../../shared/wire/client.ts';
import { deskSessionQuery } from '../queries.ts';
import type { Said } from '../wire/desk-client.ts';
import { leaveToSignIn, noteSignedIn } from './leave.ts';

const WARNED_MS = 2 * 60_000;
const LOOKED_EVERY_MS = 5_000;
/** The server writes down at most once a minute that somebody is there. */
const WRITTEN_EVERY_MS = 60_000;

/** Says two minutes before the session ends that it will, and offers to stay. */
export function SessionEnd({ session }: { session: Said<'getDeskSession'> }): ReactNode {
  const queries = useQueryClient();
  const [endsMs, setEndsMs] = useState(() => Date.now() + session.endsInSeconds * 1_000);
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => setEndsMs(Date.now() + session.endsInSeconds * 1_000), [session]);
  useEffect(() => {
    const moved = session.endsInSeconds * 1_000 - WRITTEN_EVERY_MS;
    return onAnswer(() => setEndsMs((before) => Math.max(before, Date.now() + moved)));
  }, [session]);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), LOOKED_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  useEffect(noteSignedIn, []);
  const leftMs = endsMs - nowMs;
  useEffect(() => {
    if (leftMs <= 0) leaveToSignIn('session-ended');
  }, [leftMs]);
  if (leftMs > WARNED_MS) return null;
  return (
    <div className={form.notice} role="alert">
      <p>{t('desk.ends-soon', { minutes: Math.max(1, Math.ceil(leftMs / 60_000)) })}</p>
      <button
        type="button"
        className={button.secondary}
        onClick={() => void queries.refetchQueries({ queryKey: deskSessionQuery.queryKey })}
      >
        {t('session.stay')}
      </button>
    </div>
  );
}
