import type { ReactNode } from 'react';
import { t } from '../../shared/copy/copy.ts';
import form from '../../shared/form/form.module.css';
import button from '../../shared/style/button.module.css';
import style from './door.module.css';
import { DoorField, DoorFrame } from './door-frame.tsx';

const wide = `${button.primary} ${button.wide}`;

/** Signing in: password, then a code or a passkey. The script shows one step at a time. */
export function DeskSignInPage(): ReactNode {
  return (
    <DoorFrame title={t('desk.sign-in')}>
      <p className={form.notice} data-said="session-ended" role="status" hidden>
        {t('desk.session-ended')}
      </p>
      <p className={form.notice} data-said="signed-out" role="status" hidden>
        {t('desk.signed-out')}
      </p>
      <p className={form.notice} data-said="no-role" role="status" hidden>
        {t('desk.no-role')}
      </p>
      <p className={form.notice} data-said="provider" role="status" hidden>
        {t('desk.provider-failed')}
      </p>
      <a className={`${wide} for-provider`} href="/sign-in/provider">
        {t('desk.by-provider')}
      </a>
      <form className={form.form} data-step="password" noValidate>
        <DoorField id="email" label={t('desk.email')} type="email" autoComplete="username" />
        <DoorField
          id="password"
          label={t('desk.password')}
          type="password"
          autoComplete="current-password"
        />
        <button className={wide} type="submit">
          {t('desk.go-on')}
        </button>
      </form>
      <form className={form.form} data-step="code" noValidate hidden>
        <DoorField
          id="code"
          label={t('desk.code')}
          hint={t('desk.code-hint')}
          type="text"
          autoComplete="one-time-code"
          inputMode="numeric"
        />
        <button className={wide} type="submit">
          {t('desk.sign-in-act')}
        </button>
      </form>
      <p className={style.other}>
        <button className={`${button.secondary} ${button.wide}`} type="button" data-passkey hidden>
          {t('desk.use-passkey')}
        </button>
      </p>
      <Demonstration />
    </DoorFrame>
  );
}

/** Only the server of a demonstration on this machine has anything to show here. */
function Demonstration(): ReactNode {
  return (
    <section className={style.demo} data-demo hidden aria-labelledby="demo-heading">
      <h2 id="demo-heading">{t('desk.demo')}</h2>
      <p>{t('desk.demo-why')}</p>
      <ul data-demo-list />
      <template data-demo-row>
        <li className={style.demoRow}>
          <span>
            <b data-demo-email /> <span data-demo-role />
          </span>
          <span className="number" data-demo-code />
          <button className={button.quiet} type="button" data-demo-fill>
            {t('desk.demo-fill')}
          </button>
        </li>
      </template>
    </section>
  );
}
