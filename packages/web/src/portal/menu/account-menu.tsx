import { Link, useLocation } from '@tanstack/react-router';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { ProblemNotice } from '../../shared/state/problem-notice.tsx';
import button from '../../shared/style/button.module.css';
import type { Response } from '../../shared/wire/client.ts';
import { signOut } from '../session/leave.ts';
import style from './account-menu.module.css';

/**
 * Where one can go in the account, and the way out. On a phone it opens from one button; nothing
 * is shown before the server has said who is signed in.
 */
export function AccountMenu({
  session,
}: {
  session: Response<'getSession'> | undefined;
}): ReactNode {
  const [open, setOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu closes when the page changes.
  useEffect(() => setOpen(false), [pathname]);
  if (session === undefined) return null;
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    setOpen(false);
    toggle.current?.focus();
  };
  return (
    <nav
      className={`${style.menu} not-printed`}
      aria-label={t('menu.name')}
      onKeyDown={closeOnEscape}
    >
      <button
        ref={toggle}
        type="button"
        className={`${button.secondary} ${style.toggle}`}
        aria-expanded={open}
        aria-controls="account-menu"
        onClick={() => setOpen(!open)}
      >
        {t('menu.open')}
      </button>
      <ul id="account-menu" className={`${style.list} ${open ? style.open : ''}`}>
        <Place to="/contracts" label="contracts" />
        <Place to="/payment-methods" label="accounts" />
        <Place to="/details" label="details" />
        <Place to="/security" label="security" />
        <li>
          <a className={style.place} href="/contact">
            {t('page.contact')}
          </a>
        </li>
        <SignOut name={session.firstName} />
      </ul>
    </nav>
  );
}

type PlaceProps = {
  readonly to: '/contracts' | '/payment-methods' | '/details' | '/security';
  readonly label: 'contracts' | 'accounts' | 'details' | 'security';
};

function Place({ to, label }: PlaceProps): ReactNode {
  return (
    <li>
      <Link className={style.place} to={to} activeProps={{ 'aria-current': 'page' }}>
        {t(`menu.${label}`)}
      </Link>
    </li>
  );
}

function SignOut({ name }: { name: string | null }): ReactNode {
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
    <li className={style.out}>
      <button type="button" className={style.place} onClick={leave} disabled={leaving}>
        {t('page.sign-out')}
        {name === null ? null : <span className="seen-by-readers"> {name}</span>}
      </button>
      {fault === null ? null : (
        <div className={style.fault}>
          <ProblemNotice fault={fault} />
        </div>
      )}
    </li>
  );
}
