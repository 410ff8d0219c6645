import type { ReactNode } from 'react';
import type { Brand } from '../../../shared/brand/brand.ts';
import { t } from '../../../shared/copy/copy.ts';
import form from '../../../shared/form/form.module.css';
import button from '../../../shared/style/button.module.css';
import { FLOW, Step, When } from './flow.tsx';
import style from './steps.module.css';

/** "This was not me": one button, so that no program that only looks at links presses it. */
export function NotMePage({ brand }: { readonly brand: Brand }): ReactNode {
  return (
    <Step brand={brand} title={t('not-me.title')}>
      <When is="asked">
        <p className={style.lead}>{t('not-me.text')}</p>
        <form className={form.form} method="post" action="/not-me">
          <input type="hidden" name="token" value={FLOW.typed('token')} />
          <button className={`${button.primary} ${button.wide}`} type="submit">
            {t('not-me.submit')}
          </button>
        </form>
      </When>
      <When is="frozen">
        <div className={form.notice} role="status" tabIndex={-1} data-takes-focus>
          <h2>{t('not-me.done-title')}</h2>
          <p>{t('not-me.done-text')}</p>
        </div>
        <p className={style.out}>
          <a href="/sign-in/forgot-password">{t('not-me.next')}</a>
        </p>
      </When>
      <When is="over">
        <div className={form.summary} role="alert" tabIndex={-1} data-takes-focus>
          <h2>{t('not-me.over-title')}</h2>
          <p>{t('not-me.over-text')}</p>
        </div>
      </When>
    </Step>
  );
}
