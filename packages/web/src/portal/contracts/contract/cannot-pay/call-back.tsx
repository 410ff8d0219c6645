import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useBrand } from '../../../../shared/brand/brand-context.ts';
import { t } from '../../../../shared/copy/copy.ts';
import { formatDay } from '../../../../shared/format/date.ts';
import { formatPhone } from '../../../../shared/format/phone.ts';
import { Loaded } from '../../../../shared/state/loaded.tsx';
import type { Response } from '../../../../shared/wire/client.ts';
import { callBackQuery } from '../../../queries.ts';
import { CallBackForm } from './call-back-form.tsx';
import style from './cannot-pay-page.module.css';

/** The call that was asked for, with its reference; else the questions that ask for one. */
export function CallBack({ contractId }: { contractId: string }): ReactNode {
  const asked = useQuery(callBackQuery(contractId));
  return (
    <Loaded query={asked} lines={6}>
      {({ waiting, phone }) =>
        waiting === null ? (
          <CallBackForm contractId={contractId} phone={formatPhone(phone ?? '')} />
        ) : (
          <Asked asked={waiting} />
        )
      }
    </Loaded>
  );
}

type Waiting = NonNullable<Response<'getCallBack'>['waiting']>;

function Asked({ asked }: { asked: Waiting }): ReactNode {
  const { hours } = useBrand();
  const values = {
    phone: asked.phone,
    day: formatDay(asked.askedOn),
    reference: asked.reference,
  };
  return (
    <div className={style.told} role="status">
      <h3>{t('call-back.asked', values)}</h3>
      <p>{t('call-back.about', { about: t(`call-back.about.${asked.about}`) })}</p>
      <p>{t('call-back.we-call', { ...values, hours })}</p>
      <p>{t('call-back.until-then')}</p>
    </div>
  );
}
