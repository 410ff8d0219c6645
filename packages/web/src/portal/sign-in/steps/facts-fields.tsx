import type { ReactNode } from 'react';
import { t } from '../../../shared/copy/copy.ts';
import form from '../../../shared/form/form.module.css';
import { FLOW } from './flow.tsx';
import { PlainField } from './plain-field.tsx';
import style from './steps.module.css';

const DIGITS = { type: 'text', inputMode: 'numeric', spellCheck: false } as const;

/** What the contract says of somebody: four questions that a letter of ours helps to answer. */
export function FactsFields({ ssn = <SsnField /> }: { readonly ssn?: ReactNode }): ReactNode {
  return (
    <>
      <ContractNumberField />
      <fieldset className={form.field}>
        <legend className={form.label}>{t('facts.birth')}</legend>
        <p className={form.hint} id="birth-hint">
          {t('facts.birth-hint')}
        </p>
        <div className={style.dateParts}>
          {(['month', 'day', 'year'] as const).map((part) => (
            <div key={part} className={style.datePart} data-part={part}>
              <label htmlFor={part}>{t(`facts.${part}`)}</label>
              <input
                className={form.input}
                id={part}
                name={part}
                {...DIGITS}
                autoComplete={`bday-${part}`}
                maxLength={part === 'year' ? 4 : 2}
                aria-describedby="birth-hint"
                defaultValue={FLOW.typed(part)}
                required
              />
            </div>
          ))}
        </div>
      </fieldset>
      {ssn}
      <PlainField
        id="zip"
        label={t('facts.zip')}
        hint={t('facts.zip-hint')}
        short
        input={{
          ...DIGITS,
          autoComplete: 'postal-code',
          maxLength: 10,
          defaultValue: FLOW.typed('zip'),
        }}
      />
    </>
  );
}

export function ContractNumberField(): ReactNode {
  return (
    <PlainField
      id="contractNumber"
      label={t('facts.contract-number')}
      hint={t('facts.contract-number-hint')}
      input={{
        type: 'text',
        autoComplete: 'off',
        spellCheck: false,
        defaultValue: FLOW.typed('contractNumber'),
      }}
    />
  );
}

/** The last four digits, or all nine where the lender asks for them. */
export function SsnField({ isWhole = false }: { readonly isWhole?: boolean }): ReactNode {
  return (
    <PlainField
      id={isWhole ? 'ssn' : 'ssnLastFour'}
      label={t(isWhole ? 'facts.whole-ssn' : 'facts.ssn')}
      hint={t('facts.ssn-hint')}
      short
      input={{ ...DIGITS, autoComplete: 'off', maxLength: isWhole ? 11 : 4 }}
    />
  );
}
