import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { t } from '../../../../shared/copy/copy.ts';
import { Choice } from '../../../../shared/form/choice.tsx';
import type { FieldErrors } from '../../../../shared/form/error-summary.tsx';
import { Field } from '../../../../shared/form/field.tsx';
import form from '../../../../shared/form/form.module.css';
import { formatCents } from '../../../../shared/format/cents.ts';
import { formatNearDay } from '../../../../shared/format/date.ts';
import { ProblemNotice } from '../../../../shared/state/problem-notice.tsx';
import type { Response } from '../../../../shared/wire/client.ts';
import { type ContractOverview, isLate } from '../../next-step.ts';
import type { AmountChoice } from './draft.ts';
import { amountOf, choicesFor, type PayForm } from './pay-form.ts';

type AmountProps = {
  readonly contract: ContractOverview;
  readonly answers: PayForm;
  readonly payoff: UseQueryResult<Response<'getPayoff'>>;
  readonly errors: FieldErrors;
  readonly onChange: (part: Partial<PayForm>) => void;
};

/** How much: what is due is chosen; what extra money does is said before it is paid. */
export function AmountChoices(props: AmountProps): ReactNode {
  const { contract, answers, payoff, errors, onChange } = props;
  const payoffCents = payoff.data?.payoff.totalCents ?? null;
  const figure = (choice: AmountChoice): string | undefined => {
    const cents = choice === 'payoff' ? payoffCents : amountOf(choice, contract);
    return cents === null ? undefined : formatCents(cents);
  };
  return (
    <fieldset id="choice" tabIndex={-1}>
      <legend className={form.legend}>{t('pay.how-much')}</legend>
      {errors.choice === undefined ? null : <p className={form.error}>{errors.choice}</p>}
      <div className={form.choices}>
        {choicesFor(contract).map((choice) => (
          <div key={choice}>
            <Choice
              id={`choice-${choice}`}
              name="choice"
              checked={answers.choice === choice}
              onChoose={() => onChange({ choice })}
              label={labelOf(choice, contract)}
              hint={hintOf(choice, contract, payoff.data)}
              figure={figure(choice)}
            />
            <Typed {...props} choice={choice} />
          </div>
        ))}
      </div>
      {answers.choice === 'payoff' && payoff.isError ? (
        <ProblemNotice fault={payoff.error} />
      ) : null}
    </fieldset>
  );
}

/** When something is late, all that is due has the next payment in it, and that is said. */
function hasNextPayment(choice: AmountChoice, contract: ContractOverview): boolean {
  return choice === 'due' && isLate(contract) && contract.amountDue.nextDueDate !== null;
}

function labelOf(choice: AmountChoice, contract: ContractOverview): string {
  return hasNextPayment(choice, contract)
    ? t('pay.choice.due-with-late')
    : t(`pay.choice.${choice}`);
}

function hintOf(
  choice: AmountChoice,
  contract: ContractOverview,
  payoff: Response<'getPayoff'> | undefined,
): string | undefined {
  const { product, amountDue } = contract;
  if (choice === 'other') return t(`pay.choice.other-hint.${product}`);
  if (choice === 'principal-only') return principalHint(payoff);
  if (choice !== 'due') return t(`pay.choice.${choice}-hint`);
  if (!hasNextPayment(choice, contract)) return undefined;
  const day = formatNearDay(amountDue.nextDueDate ?? '', amountDue.asOf);
  return t('pay.choice.due-with-late-hint', { day });
}

/** Interest to the day is paid first, and how much that is is said before anybody pays. */
function principalHint(payoff: Response<'getPayoff'> | undefined): string {
  const interest = (payoff?.payoff.lines ?? [])
    .filter(({ label }) => label === 'interest' || label === 'unpaid-interest')
    .reduce((sum, { cents }) => sum + BigInt(cents), 0n);
  const hint = t('pay.choice.principal-only-hint');
  if (interest === 0n) return hint;
  return `${hint} ${t('pay.choice.interest-first', { amount: formatCents(String(interest)) })}`;
}

function Typed({
  choice,
  answers,
  errors,
  onChange,
}: AmountProps & { choice: AmountChoice }): ReactNode {
  const isTyped = choice === 'other' || choice === 'principal-only';
  if (!isTyped || answers.choice !== choice) return null;
  return (
    <div className={form.revealed}>
      <Field
        id="amount"
        label={t('pay.amount')}
        error={errors.amount}
        prefix="$"
        short
        input={{
          inputMode: 'decimal',
          autoComplete: 'off',
          value: answers.amountText,
          onChange: (event) => onChange({ amountText: event.currentTarget.value }),
        }}
      />
    </div>
  );
}
