import '../../../../shared/copy/contract-copy.ts';
import '../../../../shared/copy/pay-copy.ts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ExplainedLines } from '../../../../shared/amount/explained-lines.tsx';
import { useBrand } from '../../../../shared/brand/brand-context.ts';
import { t } from '../../../../shared/copy/copy.ts';
import { formatCents } from '../../../../shared/format/cents.ts';
import { formatDay } from '../../../../shared/format/date.ts';
import { PageHeading } from '../../../../shared/page/heading.tsx';
import { Loaded } from '../../../../shared/state/loaded.tsx';
import button from '../../../../shared/style/button.module.css';
import type { Response } from '../../../../shared/wire/client.ts';
import { paymentQuery } from '../../../queries.ts';
import { StandingList } from '../../standing/standing-list.tsx';
import style from './receipt-page.module.css';

type Receipt = Response<'getPayment'>;

/** Proof of a payment, and where it stands: accepted is not yet cleared, and that is said. */
export function ReceiptPage(): ReactNode {
  const { contractId, paymentId } = useParams({
    from: '/contracts/$contractId/payments/$paymentId',
  });
  const payment = useQuery(paymentQuery(contractId, paymentId));
  return (
    <Loaded query={payment} lines={12}>
      {(receipt) => <ReceiptSheet receipt={receipt} />}
    </Loaded>
  );
}

function ReceiptSheet({ receipt }: { receipt: Receipt }): ReactNode {
  const brand = useBrand();
  const { contractId, split, state } = receipt;
  const good = state === 'accepted' || state === 'cleared' || state === 'scheduled';
  return (
    <div className={style.page}>
      <div className={`${style.sheet} ${good ? style.good : style.undone}`}>
        <PageHeading>{t(`receipt.${state}.title`)}</PageHeading>
        <p className={`${style.amount} number`}>{formatCents(receipt.amountCents)}</p>
        <p>{t(`receipt.${state}.text`, stateFacts(receipt))}</p>
        <ReceiptFacts receipt={receipt} />
        {split === null ? null : (
          <section aria-labelledby="split">
            <h2 id="split">{t('receipt.where')}</h2>
            <ExplainedLines breakdown={split} name={t('check.this-payment')} />
          </section>
        )}
        <StandingList
          id="after"
          title={t('receipt.standing', { day: formatDay(receipt.standing.asOf) })}
          standing={receipt.standing}
        />
        <p className={style.lender}>
          {brand.name} · {brand.phone} · {brand.email}
        </p>
      </div>
      <div className={style.acts}>
        <Link className={button.primary} to="/contracts/$contractId" params={{ contractId }}>
          {t('receipt.done')}
        </Link>
        <button type="button" className={button.secondary} onClick={() => window.print()}>
          {t('receipt.print')}
        </button>
      </div>
    </div>
  );
}

function stateFacts({ on, clearsOn }: Receipt): { day: string; clears: string } {
  return { day: formatDay(on), clears: clearsOn === null ? formatDay(on) : formatDay(clearsOn) };
}

function ReceiptFacts({ receipt }: { receipt: Receipt }): ReactNode {
  const facts: [string, string][] = [
    ['reference', receipt.reference],
    ['contract', receipt.contractNumber],
    ['on', formatDay(receipt.on)],
    ...(receipt.methodLabel === null ? [] : [['from', receipt.methodLabel] as [string, string]]),
    ...(receipt.clearsOn === null || receipt.state !== 'accepted'
      ? []
      : [['clears', formatDay(receipt.clearsOn)] as [string, string]]),
  ];
  return (
    <dl className={style.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`receipt.${name}`)}</dt>
          <dd className="number">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
