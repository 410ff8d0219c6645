import '../../../../shared/copy/planner-copy.ts';
import { date } from '@roadbook/domain/time/calendar';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useEffect, useMemo } from 'react';
import { LeaveFor } from '../../../../lease-end/plan/leave-for.tsx';
import { Timeline } from '../../../../lease-end/plan/timeline.tsx';
import { WaysOutSection } from '../../../../lease-end/plan/ways-out/ways-out-section.tsx';
import { changePlan, NOTHING_TOLD } from '../../../../lease-end/plan-store.ts';
import { t } from '../../../../shared/copy/copy.ts';
import { formatDate } from '../../../../shared/format/date.ts';
import { Loaded } from '../../../../shared/state/loaded.tsx';
import type { Response } from '../../../../shared/wire/client.ts';
import { leaseEndQuery, savedLeaseEndQuery } from '../../../queries.ts';
import page from '../overview-page.module.css';
import { KeepWithAccount } from './keep-with-account.tsx';
import { answersOf, ownLeaseEnd, type Saved } from './own-lease-end.ts';
import { WalkSection } from './walk/walk-section.tsx';

/** The lease-end planner with the contract's own numbers. */
export function LeaseEndPage(): ReactNode {
  const { contractId } = useParams({ from: '/contracts/$contractId' });
  const told = useQuery(leaseEndQuery(contractId));
  const saved = useQuery(savedLeaseEndQuery(contractId));
  return (
    <Loaded query={told} lines={16}>
      {(leaseEnd) => (
        <Loaded query={saved} lines={16}>
          {(kept) => <OwnPlan contractId={contractId} told={leaseEnd} saved={kept} />}
        </Loaded>
      )}
    </Loaded>
  );
}

type PlanProps = {
  readonly contractId: string;
  readonly told: Response<'getLeaseEnd'>;
  readonly saved: Saved;
};

function OwnPlan({ contractId, told, saved }: PlanProps): ReactNode {
  const end = useMemo(() => ownLeaseEnd(told, saved), [told, saved]);
  useEffect(() => {
    const { plan } = saved;
    const own =
      plan === null
        ? NOTHING_TOLD
        : {
            answers: answersOf(plan.plan.answers),
            on: date(plan.plan.leaveOn),
            chosen: plan.plan.chosen,
          };
    changePlan({ ...own, repairs: end.repairs });
  }, [saved, end]);
  const { outlook, assumed, facts } = end;
  return (
    <div className={page.page}>
      <p>{t('own-end.lead', { day: formatDate(facts.asOf) })}</p>
      <WaysOutSection outlook={outlook} />
      {assumed.length === 0 ? null : (
        <p>
          {t('own-end.assumed', {
            what: assumed.map(({ term }) => t(`own-end.term.${term}`)).join(', '),
          })}
        </p>
      )}
      <LeaveFor outlook={outlook} />
      <Timeline outlook={outlook} lead={t('own-end.dates')} />
      <WalkSection contractId={contractId} saved={saved.walk} />
      <KeepWithAccount contractId={contractId} end={end} saved={saved} />
    </div>
  );
}
