import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useBrand } from '../../shared/brand/brand-context.ts';
import { t } from '../../shared/copy/copy.ts';
import { LOCALE } from '../../shared/format/locale.ts';
import button from '../../shared/style/button.module.css';
import { call, type Response } from '../../shared/wire/client.ts';
import rows from '../contracts/contract/row-list.module.css';
import { Section, useRenew } from './section.tsx';
import style from './security.module.css';

type Session = Response<'getSecurity'>['sessions'][number];

/** Where one is signed in; any other device can be signed out from here. */
export function SessionsSection({ sessions }: { sessions: readonly Session[] }): ReactNode {
  const renew = useRenew();
  const [done, setDone] = useState<string | null>(null);
  const end = useMutation({
    mutationFn: (sessionId: string | null) =>
      sessionId === null
        ? call('endOtherSessions', {})
        : call('endSession', { params: { sessionId } }),
    onSuccess: async () => {
      setDone(t('sessions.ended'));
      await renew();
    },
  });
  const others = sessions.filter(({ isThis }) => !isThis);
  return (
    <Section
      id="sessions"
      title={t('sessions.title')}
      text={t('sessions.text')}
      fault={end.error}
      done={done}
    >
      <ul className={rows.rows}>
        {sessions.map((session) => (
          <SessionRow
            key={session.sessionId}
            session={session}
            isBusy={end.isPending}
            onEnd={() => end.mutate(session.sessionId)}
          />
        ))}
      </ul>
      {others.length === 0 ? null : (
        <button
          type="button"
          className={button.secondary}
          disabled={end.isPending}
          onClick={() => end.mutate(null)}
        >
          {t('sessions.end-others')}
        </button>
      )}
    </Section>
  );
}

type RowProps = {
  readonly session: Session;
  readonly isBusy: boolean;
  readonly onEnd: () => void;
};

function SessionRow({ session, isBusy, onEnd }: RowProps): ReactNode {
  const { timeZone } = useBrand();
  const format = new Intl.DateTimeFormat(LOCALE, {
    timeZone,
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  });
  const device = session.device === '' ? t('sessions.unknown-device') : session.device;
  return (
    <li className={rows.row}>
      <span>
        {device}
        <span className={style.aside}>
          {t('sessions.since', { at: format.format(Date.parse(session.openedAt)) })}
        </span>
      </span>
      {session.isThis ? (
        <span className={style.aside}>{t('sessions.this')}</span>
      ) : (
        <button type="button" className={button.quiet} disabled={isBusy} onClick={onEnd}>
          {t('sessions.end')}
          <span className="seen-by-readers"> {device}</span>
        </button>
      )}
    </li>
  );
}
