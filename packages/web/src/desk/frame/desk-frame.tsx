import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useBrand } from '../../shared/brand/brand-context.ts';
import { t } from '../../shared/copy/copy.ts';
import { PageHeading } from '../../shared/page/heading.tsx';
import { Wordmark } from '../../shared/page/wordmark.tsx';
import button from '../../shared/style/button.module.css';
import { deskSessionQuery } from '../queries.ts';
import type { Said } from '../wire/desk-client.ts';
import style from './desk-frame.module.css';
import { signOutOfDesk } from './leave.ts';
import { DeskLink } from './link.ts';
import { DeskNotice } from './notice.tsx';
import { SessionEnd } from './session-end.tsx';
import { useDeskKeys } from './use-desk-keys.ts';

type Session = Said<'getDeskSession'>;

const PLACES = [
  { to: '/', name: 'search', permission: 'search' },
  { to: '/appointments', name: 'appointments', permission: 'own-appointments' },
  { to: '/hand-over', name: 'hand-over', permission: 'receive-car' },
  { to: '/queue', name: 'queue', permission: 'work-queue' },
  { to: '/places', name: 'places', permission: 'manage-places' },
  { to: '/promises', name: 'promises', permission: 'read-promises' },
  { to: '/audit', name: 'audit', permission: 'read-audit' },
  { to: '/security', name: 'security', permission: 'own-security' },
  { to: '/help', name: 'help', permission: 'own-security' },
] as const;

/** Around every page of the desk: where one can go, who one is, and the way out. */
export function DeskFrame(): ReactNode {
  const { name } = useBrand();
  const session = useQuery(deskSessionQuery);
  useDeskKeys();
  return (
    <div className={style.frame}>
      <a className="skip" href="#content">
        {t('page.skip')}
      </a>
      <header className={`${style.header} not-printed`}>
        <div className={style.bar}>
          <DeskLink className={style.home} to="/">
            <Wordmark name={name} />
          </DeskLink>
          {session.data === undefined ? null : <Places session={session.data} />}
        </div>
      </header>
      <main id="content" className={style.main} tabIndex={-1}>
        {session.data === undefined ? null : <SessionEnd session={session.data} />}
        {session.data?.simulated === true ? (
          <p className={`${style.strip} not-printed`}>{t('page.simulated')}</p>
        ) : null}
        {session.isError ? <DeskNotice fault={session.error} /> : null}
        {session.data === undefined ? null : <Outlet />}
      </main>
    </div>
  );
}

function Places({ session }: { session: Session }): ReactNode {
  const { name, role, permissions } = session;
  return (
    <>
      <nav className={style.places} aria-label={t('desk.places')}>
        {PLACES.filter(({ permission }) => permissions.includes(permission)).map((place) => (
          <DeskLink
            key={place.to}
            to={place.to}
            className={style.place}
            activeProps={{ 'aria-current': 'page' }}
            activeOptions={{ exact: true }}
          >
            {t(`desk.place.${place.name}`)}
          </DeskLink>
        ))}
      </nav>
      <p className={style.who}>
        <span>
          {name}, {t(`desk.role.${role}`)}
        </span>
        <button type="button" className={button.quiet} onClick={() => void signOutOfDesk()}>
          {t('page.sign-out')}
        </button>
      </p>
    </>
  );
}

export function DeskNotFound(): ReactNode {
  return (
    <>
      <PageHeading>{t('desk.not-found')}</PageHeading>
      <p>
        <DeskLink to="/">{t('desk.to-search')}</DeskLink>
      </p>
    </>
  );
}

export function DeskFault({ error }: { error: unknown }): ReactNode {
  return <DeskNotice fault={error} />;
}
