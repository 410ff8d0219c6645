import type { ServedPage } from '@roadbook/api/served-page';
import type { ReactNode } from 'react';
import { BRAND_MARKERS } from '../../shared/brand/brand.ts';
import { t } from '../../shared/copy/copy.ts';
import { formatCents } from '../../shared/format/cents.ts';
import { formatNearDay } from '../../shared/format/date.ts';
import button from '../../shared/style/button.module.css';
import { Facts } from './facts.tsx';
import style from './guest.module.css';
import { GuestFrame } from './guest-form.tsx';

/** What will be done, before it is done. */
export function CheckPage(page: Extract<ServedPage, { page: 'guest-check' }>): ReactNode {
  const { due, amountCents, holderName, accountType, accountEnding, isSimulated } = page;
  const amount = formatCents(amountCents);
  return (
    <GuestFrame isSimulated={isSimulated}>
      <h1>{t('guest.check.title')}</h1>
      <Facts
        facts={[
          [t('guest.amount'), amount],
          [t('guest.contract'), t(`guest.contract.${due.product}`, { ending: due.contractEnding })],
          [t('guest.day'), formatNearDay(due.today, due.today)],
          [t('guest.from'), t(`guest.from.${accountType}`, { ending: accountEnding })],
          [t('account.holderName'), holderName],
        ]}
      />
      <p className={style.aside}>{t('check.authorise', { name: BRAND_MARKERS.name, amount })}</p>
      <form className={style.acts} method="post" action="/pay/check">
        <button className={`${button.primary} ${button.wide}`} type="submit">
          {t('check.pay', { amount })}
        </button>
        <a className={`${button.secondary} ${button.wide}`} href="/pay/amount">
          {t('guest.check.change')}
        </a>
      </form>
    </GuestFrame>
  );
}
