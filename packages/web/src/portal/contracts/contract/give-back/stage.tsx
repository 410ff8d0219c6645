import '../../../../shared/copy/contract-copy.ts';
import type { ReactNode } from 'react';
import { useBrand } from '../../../../shared/brand/brand-context.ts';
import { t } from '../../../../shared/copy/copy.ts';
import { formatCents } from '../../../../shared/format/cents.ts';
import { formatDate } from '../../../../shared/format/date.ts';
import { formatMiles } from '../../../../shared/format/miles.ts';
import type { GiveBack } from './bill-words.ts';
import style from './give-back.module.css';

type StageProps = { readonly giveBack: GiveBack; readonly contractId: string };

/** How far a car is that was given back: the receipt, the promised bill, the end, the refund. */
export function Stage({ giveBack, contractId }: StageProps): ReactNode {
  const { stage, receipt, refundCents, owedCents } = giveBack;
  if (receipt === null) return null;
  const values = { day: formatDate(receipt.on), miles: formatMiles(receipt.miles) };
  return (
    <div className={style.stage}>
      <p>
        <strong>{t('give-back.received', values)}</strong> {t('give-back.received.mean')}
      </p>
      {receipt.hasForm ? (
        <p>
          <a
            href={`/api/v1/contracts/${contractId}/return-form.html`}
            target="_blank"
            rel="noreferrer"
          >
            {t('give-back.form')}
          </a>
        </p>
      ) : null}
      <PromisedBill giveBack={giveBack} />
      {stage === 'settled' ? (
        <p className={style.settled}>{t('give-back.settled')}</p>
      ) : stage === 'billed' && owedCents === '0' ? (
        <p>{t('give-back.nothing-owed')}</p>
      ) : null}
      {stage === 'settled' ? <p>{t('give-back.settled.third')}</p> : null}
      {refundCents === '0' ? null : (
        <p>
          <strong>{t('give-back.refund', { amount: formatCents(refundCents) })}</strong>{' '}
          {t('give-back.refund.mean')}
        </p>
      )}
    </div>
  );
}

/** The day of the last bill; when it has passed, an apology and somebody to call. */
function PromisedBill({ giveBack }: { giveBack: GiveBack }): ReactNode {
  const brand = useBrand();
  const { billBy, isBillLate, receipt } = giveBack;
  if (billBy === null) return null;
  const day = formatDate(billBy);
  return (
    <>
      {isBillLate ? (
        <p className={style.late}>
          {t('give-back.bill-late', { day })}{' '}
          <a href={brand.phoneHref}>{t('contract.call', { phone: brand.phone })}</a> {brand.hours}
        </p>
      ) : (
        <p>{t('give-back.bill-by', { day })}</p>
      )}
      {receipt?.hasNewDamage ? <p>{t('give-back.received.damage')}</p> : null}
    </>
  );
}
