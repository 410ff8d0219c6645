import '../../../../../shared/copy/account-copy.ts';
import '../../../../../shared/copy/step-up-copy.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { t } from '../../../../../shared/copy/copy.ts';
import { Choice } from '../../../../../shared/form/choice.tsx';
import { ErrorSummary, type FieldErrors } from '../../../../../shared/form/error-summary.tsx';
import { Field } from '../../../../../shared/form/field.tsx';
import form from '../../../../../shared/form/form.module.css';
import { PageHeading } from '../../../../../shared/page/heading.tsx';
import { ProblemNotice } from '../../../../../shared/state/problem-notice.tsx';
import button from '../../../../../shared/style/button.module.css';
import { call } from '../../../../../shared/wire/client.ts';
import { paymentMethodsQuery, securityQuery } from '../../../../queries.ts';
import { StepUpLeft, useStepUp } from '../../../../security/use-step-up.tsx';
import style from '../pay.module.css';
import {
  type BankAccountForm,
  bankAccountOf,
  checkBankAccount,
  problemOf,
} from './bank-account-form.ts';

const EMPTY: BankAccountForm = {
  holderName: '',
  routingNumber: '',
  accountNumber: '',
  accountNumberAgain: '',
  accountType: 'checking',
  password: '',
};

/** Saves a bank account to pay from, confirmed by the password. Nothing of it is kept here. */
export function BankAccountPage(): ReactNode {
  const { contractId } = useParams({ from: '/contracts/$contractId' });
  const [answers, setAnswers] = useState(EMPTY);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [attempt, setAttempt] = useState(0);
  const hasPassword = useQuery(securityQuery).data?.password !== 'none';
  const { panel, guard } = useStepUp({
    act: 'bank-account',
    about: `${answers.accountType} ${answers.accountNumber.slice(-4)}`,
  });
  const save = useSaveAccount(contractId, guard);
  const change = (part: Partial<BankAccountForm>) => setAnswers({ ...answers, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    const problems = Object.entries(checkBankAccount(answers, hasPassword));
    setErrors(Object.fromEntries(problems.map(([field, code]) => [field, t(`account.${code}`)])));
    if (problems.length > 0) return;
    save.mutate(answers, {
      onError: (fault) => {
        const problem = problemOf(fault);
        if (problem === null) return;
        setErrors({ [problem[0]]: t(`account.${problem[1]}`) });
        setAttempt(attempt + 2);
      },
    });
  };
  return (
    <div className={style.page}>
      <Link className={style.back} to="/contracts/$contractId/pay" params={{ contractId }}>
        {t('account.back')}
      </Link>
      <form className={form.form} onSubmit={submit} noValidate>
        <ErrorSummary errors={errors} attempt={attempt} />
        {save.isError && problemOf(save.error) === null && !(save.error instanceof StepUpLeft) ? (
          <ProblemNotice fault={save.error} takesFocus />
        ) : null}
        <PageHeading>{t('account.title')}</PageHeading>
        <AccountFields
          answers={answers}
          errors={errors}
          hasPassword={hasPassword}
          onChange={change}
        />
        {panel === null ? (
          <button className={button.primary} type="submit" disabled={save.isPending}>
            {t('account.save')}
          </button>
        ) : null}
      </form>
      {panel}
    </div>
  );
}

/** After saving, the account is the chosen one of the payment that was being made. */
function useSaveAccount(contractId: string, guard: ReturnType<typeof useStepUp>['guard']) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (answers: BankAccountForm) =>
      guard(() => call('addPaymentMethod', { body: bankAccountOf(answers) })),
    onSuccess: async ({ methodId }) => {
      // Nobody shows the list here, and the next page chooses from it as it opens.
      const { queryKey } = paymentMethodsQuery;
      await queries.invalidateQueries({ queryKey, refetchType: 'all' });
      await navigate({
        to: '/contracts/$contractId/pay',
        params: { contractId },
        search: { method: methodId },
        replace: true,
      });
    },
  });
}

type FieldsProps = {
  readonly answers: BankAccountForm;
  readonly errors: FieldErrors;
  /** Who signs in by a passkey alone has none to type. */
  readonly hasPassword: boolean;
  readonly onChange: (part: Partial<BankAccountForm>) => void;
};

function AccountFields({ answers, errors, hasPassword, onChange }: FieldsProps): ReactNode {
  const text = (field: keyof BankAccountForm, input: object, hint?: string) => (
    <Field
      id={field}
      label={t(`account.${field}`)}
      {...(hint === undefined ? {} : { hint })}
      error={errors[field]}
      input={{
        ...input,
        value: answers[field],
        onChange: (event) => onChange({ [field]: event.currentTarget.value }),
      }}
    />
  );
  const number = { inputMode: 'numeric', autoComplete: 'off', spellCheck: false };
  return (
    <>
      {text('holderName', { autoComplete: 'name' })}
      <fieldset>
        <legend className={form.label}>{t('account.accountType')}</legend>
        <div className={form.choices}>
          {(['checking', 'savings'] as const).map((accountType) => (
            <Choice
              key={accountType}
              id={`type-${accountType}`}
              name="accountType"
              checked={answers.accountType === accountType}
              onChoose={() => onChange({ accountType })}
              label={t(`account.${accountType}`)}
            />
          ))}
        </div>
      </fieldset>
      {text('routingNumber', number, t('account.routing-hint'))}
      {text('accountNumber', number, t('account.account-hint'))}
      {text('accountNumberAgain', number)}
      {hasPassword
        ? text(
            'password',
            { type: 'password', autoComplete: 'current-password' },
            t('account.password-hint'),
          )
        : null}
    </>
  );
}
