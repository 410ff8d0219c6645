import type { ServedPage } from '@roadbook/api/served-page';
import type { ReactNode } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { Field } from '../../shared/form/field.tsx';
import form from '../../shared/form/form.module.css';
import { formatCents } from '../../shared/format/cents.ts';
import { formatDay } from '../../shared/format/date.ts';
import button from '../../shared/style/button.module.css';
import { Facts } from './facts.tsx';
import style from './guest.module.css';
import { GuestFaults, GuestFrame, sentenceOf } from './guest-form.tsx';

/** What was paid, and the reference under which it is found again. */
export function ReceiptPage({
  receipt,
  isSimulated,
}: Extract<ServedPage, { page: 'guest-receipt' }>): ReactNode {
  const { state, amountCents, on, clearsOn, reference } = receipt;
  const { contractEnding, accountEnding, accountType } = receipt;
  return (
    <GuestFrame isSimulated={isSimulated}>
      <div className={state === 'reversed' ? form.summary : form.notice} role="status">
        <h1 className={style.said}>
          {t(`guest.receipt.${state}`, { amount: formatCents(amountCents) })}
        </h1>
        {clearsOn === null ? null : (
          <p>{t('guest.receipt.clears', { day: formatDay(clearsOn) })}</p>
        )}
      </div>
      <Facts
        facts={[
          [t('guest.reference'), reference],
          [t('guest.amount'), formatCents(amountCents)],
          [t('guest.day'), formatDay(on)],
          [t('guest.contract'), t('guest.ending', { ending: contractEnding })],
          [t('guest.from'), t(`guest.from.${accountType}`, { ending: accountEnding })],
        ]}
      />
      <p className={style.aside}>{t('guest.receipt.keep')}</p>
      <p className={`${style.acts} not-printed`}>
        <a className={button.secondary} href="/pay">
          {t('guest.another')}
        </a>
        <a className={button.secondary} href="/">
          {t('guest.home')}
        </a>
      </p>
    </GuestFrame>
  );
}

/** Finds a receipt again. */
export function ReceiptFindPage(
  page: Extract<ServedPage, { page: 'guest-receipt-find' }>,
): ReactNode {
  const { typed, faults } = page;
  return (
    <GuestFrame>
      <GuestFaults {...page} />
      <h1>{t('guest.receipt-find.title')}</h1>
      <form className={form.form} method="post" action="/pay/receipt" noValidate>
        <Field
          id="reference"
          label={t('guest.reference')}
          hint={t('guest.reference.hint')}
          error={sentenceOf(faults, 'reference')}
          input={{
            name: 'reference',
            defaultValue: typed.reference,
            autoComplete: 'off',
            autoCapitalize: 'characters',
            spellCheck: false,
            required: true,
          }}
        />
        <button className={`${button.primary} ${button.wide}`} type="submit">
          {t('guest.receipt-find.submit')}
        </button>
      </form>
      <p className={style.aside}>
        <a href="/pay">{t('guest.find.link')}</a>
      </p>
    </GuestFrame>
  );
}
