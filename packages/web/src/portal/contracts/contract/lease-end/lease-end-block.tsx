import '../../../../shared/copy/contract-copy.ts';
import '../../../../shared/copy/lease-end/own-next-step-copy.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { nextAction } from '../../../../lease-end/plan/next-action.ts';
import { holdoverWords } from '../../../../shared/contract/standing-words.ts';
import { t } from '../../../../shared/copy/copy.ts';
import { formatDate, formatDay } from '../../../../shared/format/date.ts';
import { relativeDay } from '../../../../shared/format/relative-day.ts';
import { Loaded } from '../../../../shared/state/loaded.tsx';
import button from '../../../../shared/style/button.module.css';
import type { Response } from '../../../../shared/wire/client.ts';
import { leaseEndQuery } from '../../../queries.ts';
import type { Lease } from '../../months-and-miles.tsx';
import row from '../row-list.module.css';
import { ownLease, ownOutlook } from './own-lease-end.ts';

/** What is left of a lease, the next thing to do with its day, and the way to all ways out. */
export default function LeaseEndBlock({ lease }: { lease: Lease }): ReactNode {
  const { contractId, monthsLeft, daysLeft, maturityDate, amountDue } = lease;
  const leaseEnd = useQuery(leaseEndQuery(contractId));
  const day = formatDate(maturityDate);
  return (
    <section className={row.section} aria-labelledby="lease-end">
      <h2 id="lease-end">{t('own-end.title')}</h2>
      <p>
        {maturityDate < amountDue.asOf
          ? (holdoverWords(lease.standing) ?? t('own-end.over', { day }))
          : t('own-end.left', { months: monthsLeft, days: daysLeft, day })}
      </p>
      <Loaded query={leaseEnd} lines={1}>
        {(told) => <NextStep told={told} />}
      </Loaded>
      <p>
        <Link
          className={button.secondary}
          to="/contracts/$contractId/lease-end"
          params={{ contractId }}
        >
          {t('own-end.see')}
        </Link>
      </p>
    </section>
  );
}

function NextStep({ told }: { told: Response<'getLeaseEnd'> }): ReactNode {
  const { kind, on, asOf } = useMemo(() => {
    const { outlook } = ownOutlook(ownLease(told), {});
    return { ...nextAction(outlook.likely), asOf: outlook.likely.asOf };
  }, [told]);
  return (
    <p>
      <strong>{t(`next.${kind}`)}</strong>{' '}
      {t(kind === 'centre-opens' ? 'next.from' : 'next.by', {
        day: formatDay(on),
        when: relativeDay(asOf, on),
      })}
    </p>
  );
}
