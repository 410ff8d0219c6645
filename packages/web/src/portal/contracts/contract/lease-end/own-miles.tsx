import { lastReading, readingsSetAside } from '@roadbook/domain/lease/odometer';
import type { ReactNode } from 'react';
import sectionStyle from '../../../../lease-end/plan/section.module.css';
import { t } from '../../../../shared/copy/copy.ts';
import { formatDate } from '../../../../shared/format/date.ts';
import { formatMiles } from '../../../../shared/format/miles.ts';
import OdometerForm from '../odometer/odometer-form.tsx';
import type { OwnFacts } from './own-lease-end.ts';
import style from './own-miles.module.css';

type MilesProps = {
  readonly contractId: string;
  readonly facts: OwnFacts;
  /** A reading that a plan on this device has, ready to be saved. */
  readonly brought: { readonly miles: string; readonly on: string } | null;
};

/** Where the miles come from, which readings are asked about, and the field for a new one. */
export function OwnMiles({ contractId, facts, brought }: MilesProps): ReactNode {
  const { agreement, readings, asOf } = facts;
  const last = lastReading(agreement, readings);
  const odd = readingsSetAside(agreement, readings).filter(({ on }) => on > agreement.startsOn);
  return (
    <div className={style.miles}>
      <p>
        {last === null
          ? t('own-miles.none')
          : t(`own-miles.${last.source}`, {
              miles: formatMiles(last.miles),
              day: formatDate(last.on),
            })}
      </p>
      {odd.map(({ miles, on, source }) => (
        <p key={`${on}-${miles}-${source}`} className={sectionStyle.aside}>
          {t('own-miles.set-aside', { miles: formatMiles(miles), day: formatDate(on) })}
        </p>
      ))}
      <h3 id="odometer">{t('odometer.tell')}</h3>
      <OdometerForm
        key={brought === null ? 'fresh' : `${brought.miles} ${brought.on}`}
        contractId={contractId}
        today={asOf}
        {...(brought === null ? {} : { typed: brought })}
      />
    </div>
  );
}
