import { type ReactNode, useEffect, useRef } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { formatCents } from '../../shared/format/cents.ts';
import { formatDay } from '../../shared/format/date.ts';
import button from '../../shared/style/button.module.css';
import style from '../frame/parts.module.css';
import type { Car, Taken } from './received-car.ts';

type ReceiptProps = { readonly car: Car; readonly taken: Taken; readonly onNext: () => void };

/** The receipt: what stopped, what is owed, and the signed form to print. */
export function HandOverReceipt({ car, taken, onNext }: ReceiptProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { on, miles, owedCents, isQuoted, reference, form } = taken;
  return (
    <section className={style.section} aria-labelledby="receipt">
      <h2 id="receipt" tabIndex={-1} ref={heading}>
        {t('desk.hand-over.done')}
      </h2>
      <p>
        {t('desk.hand-over.done-text', {
          day: formatDay(on),
          miles: miles.toLocaleString('en-US'),
        })}
      </p>
      <p>
        {t(isQuoted ? 'desk.hand-over.pay-now' : 'desk.hand-over.bill-follows', {
          amount: formatCents(owedCents),
        })}
      </p>
      <dl className={style.facts}>
        <div>
          <dt>{t('desk.hand-over.vin')}</dt>
          <dd className="number">{car.vin}</dd>
        </div>
        <div>
          <dt>{t('problem.reference')}</dt>
          <dd className="number">{reference}</dd>
        </div>
        <div>
          <dt>{t('desk.hand-over.fingerprint')}</dt>
          <dd className="number">{form.slice(0, 16)}</dd>
        </div>
      </dl>
      <p>
        <a
          href={`/api/v1/desk/cars/${car.contractId}/return-form.html`}
          target="_blank"
          rel="noreferrer"
        >
          {t('desk.hand-over.print')}
        </a>
      </p>
      <button type="button" className={button.secondary} onClick={onNext}>
        {t('desk.hand-over.next-car')}
      </button>
    </section>
  );
}
