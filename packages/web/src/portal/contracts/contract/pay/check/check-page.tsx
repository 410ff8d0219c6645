import '../../../../../shared/copy/contract-copy.ts';
import '../../../../../shared/copy/pay-copy.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, useNavigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useRef, useState } from 'react';
import { useBrand } from '../../../../../shared/brand/brand-context.ts';
import { t } from '../../../../../shared/copy/copy.ts';
import { formatCents } from '../../../../../shared/format/cents.ts';
import { PageHeading } from '../../../../../shared/page/heading.tsx';
import { Loaded } from '../../../../../shared/state/loaded.tsx';
import { ProblemNotice } from '../../../../../shared/state/problem-notice.tsx';
import button from '../../../../../shared/style/button.module.css';
import { call } from '../../../../../shared/wire/client.ts';
import { ProblemError } from '../../../../../shared/wire/problem-error.ts';
import {
  contractKey,
  contractsQuery,
  paymentMethodsQuery,
  paymentQuery,
} from '../../../../queries.ts';
import { isOpen, markPaid, type PaymentDraft, purposeOf, readDraft } from '../draft.ts';
import style from '../pay.module.css';
import { dropPayForm } from '../pay-form.ts';
import { ChosenAnswers } from './chosen-answers.tsx';
import { Preview } from './preview.tsx';

/**
 * The last look before money moves. What Back, reload and a second press lead to depends on the
 * draft alone: none, and the questions come again; paid, and the receipt is shown.
 */
export function CheckPage(): ReactNode {
  const { contractId } = useParams({ from: '/contracts/$contractId' });
  const [draft] = useState(() => readDraft(sessionStorage, contractId));
  if (draft === null) {
    return <Navigate to="/contracts/$contractId/pay" params={{ contractId }} replace />;
  }
  if (!isOpen(draft)) {
    const params = { contractId, paymentId: draft.paymentId };
    return <Navigate to="/contracts/$contractId/payments/$paymentId" params={params} replace />;
  }
  return (
    <div className={style.page}>
      <Link className={style.back} to="/contracts/$contractId/pay" params={{ contractId }}>
        {t('check.back')}
      </Link>
      <PageHeading>{t('check.title')}</PageHeading>
      <CheckedPayment contractId={contractId} draft={draft} />
    </div>
  );
}

type CheckedProps = { readonly contractId: string; readonly draft: PaymentDraft };

function CheckedPayment({ contractId, draft }: CheckedProps): ReactNode {
  const methods = useQuery(paymentMethodsQuery);
  const { amountCents, choice, on } = draft;
  const body = { amountCents, purpose: purposeOf(choice), on };
  const preview = useQuery({
    queryKey: [...contractKey(contractId), 'preview', body],
    queryFn: ({ signal }) => call('previewPayment', { params: { contractId }, body }, signal),
  });
  const label = methods.data?.methods.find(({ methodId }) => methodId === draft.methodId)?.label;
  return (
    <>
      <ChosenAnswers contractId={contractId} draft={draft} methodLabel={label} />
      <Loaded query={preview} lines={8}>
        {(shown) => (
          <>
            <Preview preview={shown} />
            <PayButton contractId={contractId} draft={draft} isScheduled={shown.isScheduled} />
          </>
        )}
      </Loaded>
      {preview.isError ? <AnotherAnswer contractId={contractId} /> : null}
    </>
  );
}

/** What was refused can be answered differently: the way back stands where the button would. */
function AnotherAnswer({ contractId }: { contractId: string }): ReactNode {
  return (
    <p className={style.again}>
      <Link className={button.primary} to="/contracts/$contractId/pay" params={{ contractId }}>
        {t('check.back')}
      </Link>
    </p>
  );
}

function isRefusedAccount(fault: unknown): boolean {
  return fault instanceof ProblemError && fault.problem.code === 'payment-method-refused';
}

function PayButton({
  contractId,
  draft,
  isScheduled,
}: CheckedProps & { isScheduled: boolean }): ReactNode {
  const brand = useBrand();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { amountCents, choice, methodId, on, key } = draft;
  const pay = useMutation({
    mutationFn: () =>
      call('makePayment', {
        params: { contractId },
        body: { amountCents, purpose: purposeOf(choice), methodId, on },
        key,
      }),
    onError: (fault) => {
      // The list says from now on which account was refused, and chooses another.
      if (isRefusedAccount(fault)) {
        void queries.invalidateQueries({ queryKey: paymentMethodsQuery.queryKey });
      }
    },
    onSuccess: async (receipt) => {
      markPaid(sessionStorage, contractId, receipt.paymentId);
      dropPayForm(sessionStorage, contractId);
      void queries.invalidateQueries({ queryKey: contractKey(contractId), refetchType: 'none' });
      void queries.invalidateQueries({ queryKey: contractsQuery.queryKey });
      void queries.invalidateQueries({ queryKey: paymentMethodsQuery.queryKey });
      queries.setQueryData(paymentQuery(contractId, receipt.paymentId).queryKey, receipt);
      const params = { contractId, paymentId: receipt.paymentId };
      await navigate({ to: '/contracts/$contractId/payments/$paymentId', params, replace: true });
    },
  });
  // The button is disabled only when React has drawn again; a double click is faster than that.
  const sent = useRef(false);
  const payOnce = () => {
    if (sent.current) return;
    sent.current = true;
    pay.mutate(undefined, { onError: () => (sent.current = false) });
  };
  const amount = formatCents(amountCents);
  return (
    <>
      <p className={style.authorise}>{t('check.authorise', { amount, name: brand.name })}</p>
      <button
        type="button"
        className={button.primary}
        disabled={pay.isPending || pay.isSuccess}
        onClick={payOnce}
      >
        {t(isScheduled ? 'check.promise' : 'check.pay', { amount })}
      </button>
      {pay.isError ? (
        <div className={style.problem}>
          <ProblemNotice fault={pay.error} takesFocus />
          {isRefusedAccount(pay.error) ? <AnotherAnswer contractId={contractId} /> : null}
        </div>
      ) : null}
    </>
  );
}
