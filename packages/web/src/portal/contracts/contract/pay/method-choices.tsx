import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { t } from '../../../../shared/copy/copy.ts';
import { Choice } from '../../../../shared/form/choice.tsx';
import form from '../../../../shared/form/form.module.css';
import { formatDate } from '../../../../shared/format/date.ts';
import button from '../../../../shared/style/button.module.css';
import type { Response } from '../../../../shared/wire/client.ts';

type MethodProps = {
  readonly contractId: string;
  readonly methods: Response<'listPaymentMethods'>['methods'];
  readonly chosen: string | null;
  readonly error: string | undefined;
  readonly onChoose: (methodId: string) => void;
};

/** From which account: the saved ones, masked, and the way to add another. */
export function MethodChoices({
  contractId,
  methods,
  chosen,
  error,
  onChoose,
}: MethodProps): ReactNode {
  return (
    <fieldset id="method" tabIndex={-1}>
      <legend className={form.legend}>{t('pay.from-which')}</legend>
      {error === undefined ? null : <p className={form.error}>{error}</p>}
      <div className={form.choices}>
        {methods.length === 0 ? <p>{t('pay.no-methods')}</p> : null}
        {methods.map(({ methodId, label, refusedOn }) => (
          <Choice
            key={methodId}
            id={`method-${methodId}`}
            name="method"
            checked={chosen === methodId}
            onChoose={() => onChoose(methodId)}
            label={label}
            hint={
              refusedOn === null
                ? undefined
                : t('pay.method-refused', { day: formatDate(refusedOn) })
            }
          />
        ))}
        <p>
          <Link
            className={methods.length === 0 ? button.secondary : button.quiet}
            to="/contracts/$contractId/pay/bank-account"
            params={{ contractId }}
          >
            {t('pay.add-account')}
          </Link>
        </p>
        {methods.length === 0 ? null : (
          <p>
            <Link className={button.quiet} to="/payment-methods" search={{ contract: contractId }}>
              {t('pay.manage-accounts')}
            </Link>
          </p>
        )}
      </div>
    </fieldset>
  );
}
