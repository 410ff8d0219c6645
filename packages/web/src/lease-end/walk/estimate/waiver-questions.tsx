import type { WearEstimate } from '@roadbook/domain/wear/charge/estimate';
import { type ReactNode, useState } from 'react';
import { t } from '../../../shared/copy/copy.ts';
import { Choice } from '../../../shared/form/choice.tsx';
import { Field } from '../../../shared/form/field.tsx';
import form from '../../../shared/form/form.module.css';
import { decimalOf, formatCents, readAmount } from '../../../shared/format/cents.ts';
import page from '../walk.module.css';
import type { WaiverAnswers } from '../walk.ts';
import { useWalk } from '../walk-context.ts';
import style from './estimate.module.css';

const LIMITS = ['totalCents', 'perEventCents', 'perMissingCents'] as const;
type Limit = (typeof LIMITS)[number];
const NAMES: Readonly<Record<Limit, string>> = {
  totalCents: 'total',
  perEventCents: 'per-event',
  perMissingCents: 'per-missing',
};
/** More than any waiver pays. */
const CENTS_DIGITS_MAX = 9;

/** A waiver of wear, if the lease has one: what it pays in all, for one event, for one part. */
export function WaiverQuestions({ estimate }: { estimate: WearEstimate }): ReactNode {
  const { walk, step } = useWalk();
  const { waiver } = walk;
  const change = (changed: Partial<WaiverAnswers>) =>
    step({ do: 'waiver', waiver: { ...waiver, ...changed } });
  const [use] = estimate.waivers;
  return (
    <div className={style.limits}>
      <p className={page.quiet}>{t('walk.waiver.text')}</p>
      {LIMITS.map((limit) => (
        <LimitField key={limit} limit={limit} cents={waiver[limit]} onChange={change} />
      ))}
      <fieldset className={form.field}>
        <legend className={form.label}>{t('walk.waiver.above')}</legend>
        <div className={form.choices}>
          {(['cap', 'exclude'] as const).map((above) => (
            <Choice
              key={above}
              id={`above-${above}`}
              name="above"
              checked={waiver.above === above}
              onChoose={() => change({ above })}
              label={t(`walk.waiver.${above}`)}
            />
          ))}
        </div>
      </fieldset>
      <p role="status">
        {use === undefined
          ? t('walk.waiver.none')
          : t('walk.waiver.used', {
              before: formatCents(String(estimate.beforeWaiversCents)),
              used: formatCents(String(use.usedCents)),
            })}
      </p>
    </div>
  );
}

type LimitProps = {
  readonly limit: Limit;
  readonly cents: string | null;
  readonly onChange: (changed: Partial<WaiverAnswers>) => void;
};

function LimitField({ limit, cents, onChange }: LimitProps): ReactNode {
  const [text, setText] = useState(cents === null ? '' : decimalOf(cents));
  const read = text.trim() === '' ? null : readAmount(text);
  const isTooLarge = read !== null && 'cents' in read && read.cents.length > CENTS_DIGITS_MAX;
  const isWrong = isTooLarge || (read !== null && 'problem' in read);
  const type = (typed: string) => {
    setText(typed);
    const amount = typed.trim() === '' ? null : readAmount(typed);
    const isTaken = amount !== null && 'cents' in amount && amount.cents.length <= CENTS_DIGITS_MAX;
    onChange({ [limit]: isTaken ? amount.cents : null });
  };
  return (
    <Field
      id={`waiver-${NAMES[limit]}`}
      label={t(`walk.waiver.${NAMES[limit]}`)}
      hint={t(`walk.waiver.${NAMES[limit]}-hint`)}
      error={isWrong ? t('walk.waiver.not-an-amount') : undefined}
      prefix="$"
      short
      input={{
        inputMode: 'decimal',
        autoComplete: 'off',
        value: text,
        onChange: ({ target }) => type(target.value),
      }}
    />
  );
}
