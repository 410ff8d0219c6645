import type { GuestAmountTyped, ServedFault, ServedPage } from '@roadbook/api/served-page';
import type { InputHTMLAttributes, ReactNode } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { Field } from '../../shared/form/field.tsx';
import form from '../../shared/form/form.module.css';
import { formatCents } from '../../shared/format/cents.ts';
import { formatNearDay } from '../../shared/format/date.ts';
import { relativeDay } from '../../shared/format/relative-day.ts';
import button from '../../shared/style/button.module.css';
import style from './guest.module.css';
import { GuestFaults, GuestFrame, sentenceOf } from './guest-form.tsx';

type AmountProps = Extract<ServedPage, { page: 'guest-amount' }>;

/** What is due and by when; how much to pay, and from which account. */
export function AmountPage(page: AmountProps): ReactNode {
  const { due, typed, faults } = page;
  return (
    <GuestFrame>
      <GuestFaults {...page} />
      <h1>{t(`guest.amount.title.${due.product}`, { ending: due.contractEnding })}</h1>
      <Due due={due} />
      <form className={form.form} method="post" action="/pay/amount" noValidate>
        <TextField
          name="amount"
          typed={typed}
          faults={faults}
          prefix="$"
          short
          input={{ inputMode: 'decimal', autoComplete: 'off' }}
        />
        <h2 className={style.part}>{t('guest.account')}</h2>
        <TextField
          name="holderName"
          typed={typed}
          faults={faults}
          input={{ autoComplete: 'name' }}
        />
        <TextField
          name="routingNumber"
          typed={typed}
          faults={faults}
          hint={t('account.routing-hint')}
          short
          input={{ inputMode: 'numeric', autoComplete: 'off', maxLength: 20 }}
        />
        <TextField
          name="accountNumber"
          typed={typed}
          faults={faults}
          hint={t('account.account-hint')}
          input={{ inputMode: 'numeric', autoComplete: 'off', maxLength: 30 }}
        />
        <AccountType chosen={typed.accountType} error={sentenceOf(faults, 'accountType')} />
        <button className={`${button.primary} ${button.wide}`} type="submit">
          {t('guest.amount.submit')}
        </button>
      </form>
      <p className={style.aside}>
        <a href="/pay">{t('guest.other-contract')}</a>
      </p>
    </GuestFrame>
  );
}

function Due({ due }: Pick<AmountProps, 'due'>): ReactNode {
  const { amountDueCents, pastDueCents, dueDate, lateFeeAfter, today } = due;
  const day = (date: string): string =>
    `${formatNearDay(date, today)} (${relativeDay(today, date)})`;
  return (
    <div className={style.due}>
      <p className={style.label}>{t('guest.due')}</p>
      <p className={`${style.figure} number`}>{formatCents(amountDueCents)}</p>
      {BigInt(pastDueCents) > 0n ? (
        <p className={style.overdue}>
          {t('guest.past-due', { amount: formatCents(pastDueCents) })}
        </p>
      ) : null}
      {dueDate === null ? null : <p>{t('guest.due-on', { day: day(dueDate) })}</p>}
      {lateFeeAfter === null ? null : (
        <p className={style.label}>{t('guest.late-fee', { day: day(lateFeeAfter) })}</p>
      )}
    </div>
  );
}

function TextField({
  name,
  typed,
  faults,
  input,
  ...rest
}: {
  readonly name: keyof GuestAmountTyped;
  readonly typed: GuestAmountTyped;
  readonly faults: readonly ServedFault[];
  readonly input: InputHTMLAttributes<HTMLInputElement>;
  readonly hint?: string;
  readonly prefix?: string;
  readonly short?: boolean;
}): ReactNode {
  const label = name === 'amount' ? t('guest.amount') : t(`account.${name}`);
  return (
    <Field
      id={name}
      label={label}
      error={sentenceOf(faults, name)}
      input={{ name, defaultValue: typed[name], spellCheck: false, required: true, ...input }}
      {...rest}
    />
  );
}

function AccountType({
  chosen,
  error,
}: {
  readonly chosen: string;
  readonly error: string | undefined;
}): ReactNode {
  return (
    <fieldset className={style.choices} id="accountType">
      <legend className={form.label}>{t('account.accountType')}</legend>
      {error === undefined ? null : <p className={form.error}>{error}</p>}
      {(['checking', 'savings'] as const).map((type) => (
        <label key={type} className={form.choice} htmlFor={`type-${type}`}>
          <input
            id={`type-${type}`}
            type="radio"
            name="accountType"
            value={type}
            defaultChecked={chosen === type}
          />
          <span>{t(`account.${type}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
