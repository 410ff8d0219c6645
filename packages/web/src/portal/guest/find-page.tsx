import type { ServedPage } from '@roadbook/api/served-page';
import type { ReactNode } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { Field } from '../../shared/form/field.tsx';
import form from '../../shared/form/form.module.css';
import button from '../../shared/style/button.module.css';
import style from './guest.module.css';
import { GuestFaults, GuestFrame, sentenceOf } from './guest-form.tsx';

/** Which contract is to be paid: its number, and the ZIP code that only its people know. */
export function FindPage(page: Extract<ServedPage, { page: 'guest-find' }>): ReactNode {
  const { typed, faults } = page;
  return (
    <GuestFrame>
      <GuestFaults {...page} />
      <h1>{t('guest.find.title')}</h1>
      <p className={style.lead}>{t('guest.find.lead')}</p>
      <form className={form.form} method="post" action="/pay" noValidate>
        <Field
          id="contractNumber"
          label={t('guest.contract-number')}
          hint={t('guest.contract-number.hint')}
          error={sentenceOf(faults, 'contractNumber')}
          input={{
            name: 'contractNumber',
            defaultValue: typed.contractNumber,
            autoComplete: 'off',
            autoCapitalize: 'characters',
            spellCheck: false,
            required: true,
          }}
        />
        <Field
          id="zip"
          label={t('guest.zip')}
          hint={t('guest.zip.hint')}
          error={sentenceOf(faults, 'zip')}
          short
          input={{
            name: 'zip',
            defaultValue: typed.zip,
            autoComplete: 'postal-code',
            inputMode: 'numeric',
            required: true,
          }}
        />
        <button className={`${button.primary} ${button.wide}`} type="submit">
          {t('guest.find.submit')}
        </button>
      </form>
      <p className={style.aside}>
        <a href="/pay/receipt">{t('guest.receipt-find.link')}</a>
      </p>
    </GuestFrame>
  );
}
