import '../../../../shared/copy/contract-copy.ts';
import '../../../../shared/copy/pay-copy.ts';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { vehicleName } from '../../../../shared/contract/vehicle-name.ts';
import { t } from '../../../../shared/copy/copy.ts';
import { ErrorSummary, type FieldErrors } from '../../../../shared/form/error-summary.tsx';
import form from '../../../../shared/form/form.module.css';
import { PageHeading } from '../../../../shared/page/heading.tsx';
import { Loaded } from '../../../../shared/state/loaded.tsx';
import button from '../../../../shared/style/button.module.css';
import type { Response } from '../../../../shared/wire/client.ts';
import { contractQuery, paymentMethodsQuery, payoffQuery, sessionQuery } from '../../../queries.ts';
import { type ContractOverview, isPressed, takesPayments } from '../../next-step.ts';
import { AmountChoices } from './amount-choices.tsx';
import { ClosedToPayments } from './closed-to-payments.tsx';
import { DateField } from './date-field.tsx';
import { keepDraft } from './draft.ts';
import { MethodChoices } from './method-choices.tsx';
import style from './pay.module.css';
import {
  checkPayForm,
  choicesFor,
  keepPayForm,
  likelyChoice,
  likelyMethod,
  type PayForm,
  readPayForm,
} from './pay-form.ts';

type Methods = Response<'listPaymentMethods'>['methods'];

/** How much, from which account, on which day: three questions with their likely answers given. */
export function PayPage(): ReactNode {
  const { contractId } = useParams({ from: '/contracts/$contractId' });
  const contract = useQuery(contractQuery(contractId));
  const methods = useQuery(paymentMethodsQuery);
  const session = useQuery(sessionQuery);
  return (
    <div className={style.page}>
      <Link className={style.back} to="/contracts/$contractId" params={{ contractId }}>
        {contract.data === undefined ? t('pay.back') : vehicleName(contract.data)}
      </Link>
      <Loaded query={contract} lines={12}>
        {(overview) =>
          !takesPayments(overview) ? (
            <ClosedToPayments contract={overview} />
          ) : (
            <Loaded query={methods} lines={12}>
              {({ methods: saved }) => (
                <PayQuestions
                  contract={overview}
                  methods={saved}
                  today={session.data?.today ?? overview.amountDue.asOf}
                />
              )}
            </Loaded>
          )
        }
      </Loaded>
    </div>
  );
}

type QuestionsProps = {
  readonly contract: ContractOverview;
  readonly methods: Methods;
  readonly today: string;
};

function PayQuestions({ contract, methods, today }: QuestionsProps): ReactNode {
  const { contractId } = contract;
  const navigate = useNavigate();
  const [answers, setAnswers] = useFirstAnswers(contract, methods, today);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [attempt, setAttempt] = useState(0);
  const payoff = useQuery({
    ...payoffQuery(contractId, answers.on),
    enabled: contract.product === 'loan' && answers.on >= today,
  });
  const payoffCents = payoff.data?.payoff.totalCents ?? null;
  const change = (part: Partial<PayForm>) => {
    const changed = { ...answers, ...part };
    setAnswers(changed);
    keepPayForm(sessionStorage, contractId, changed);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    const checked = checkPayForm(answers, contract, payoffCents, today);
    if ('problems' in checked) {
      const sentences = Object.entries(checked.problems).map(([field, problem]) => [
        field,
        t(`pay.problem.${problem}`),
      ]);
      setErrors(Object.fromEntries(sentences));
      return;
    }
    keepDraft(sessionStorage, contractId, checked.chosen, () => crypto.randomUUID());
    void navigate({ to: '/contracts/$contractId/pay/check', params: { contractId } });
  };
  return (
    <form className={form.form} onSubmit={submit} noValidate>
      <ErrorSummary errors={errors} attempt={attempt} />
      <PageHeading>{t('pay.title')}</PageHeading>
      <AmountChoices
        contract={contract}
        answers={answers}
        payoff={payoff}
        errors={errors}
        onChange={change}
      />
      <MethodChoices
        contractId={contractId}
        methods={methods}
        chosen={answers.methodId}
        error={errors.method}
        onChoose={(methodId) => change({ methodId })}
      />
      <DateField
        on={answers.on}
        today={today}
        error={errors.on}
        onChange={(on) => change({ on })}
      />
      <p className={style.free}>{t('pay.no-fee')}</p>
      {isPressed(contract) ? (
        <p>
          <Link
            className={style.cannot}
            to="/contracts/$contractId/cannot-pay"
            params={{ contractId }}
          >
            {t('cannot.link')}
          </Link>
        </p>
      ) : null}
      <button className={button.primary} type="submit">
        {t('pay.continue')}
      </button>
    </form>
  );
}

/**
 * The answers kept from before, or the likely ones. What another page handed over in the address (a
 * payoff, a new account) is taken up once: later the answers given here count.
 */
function useFirstAnswers(contract: ContractOverview, methods: Methods, today: string) {
  const { contractId } = contract;
  const asked = useSearch({ from: '/contracts/$contractId/pay' });
  const navigate = useNavigate();
  const state = useState<PayForm>(() => {
    const kept = readPayForm(sessionStorage, contract.contractId);
    const choices = choicesFor(contract);
    const wanted = asked.choice ?? kept?.choice ?? likelyChoice(contract, today);
    const on = asked.on ?? kept?.on ?? today;
    return {
      choice: wanted !== null && choices.includes(wanted) ? wanted : likelyChoice(contract, today),
      amountText: kept?.amountText ?? '',
      methodId: likelyMethod(methods, asked.method ?? kept?.methodId ?? null),
      on: on < today ? today : on,
    };
  });
  const [answers] = state;
  const wasAsked = Object.keys(asked).length > 0;
  useEffect(() => {
    if (!wasAsked) return;
    keepPayForm(sessionStorage, contractId, answers);
    void navigate({ to: '/contracts/$contractId/pay', params: { contractId }, replace: true });
  }, [wasAsked, answers, contractId, navigate]);
  return state;
}
