import '../../../../shared/copy/own-planner-copy.ts';
import { date } from '@roadbook/domain/time/calendar';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { typedDate } from '../../../../lease-end/ask/typed-date.ts';
import { Assumptions } from '../../../../lease-end/plan/assumptions.tsx';
import { BuyingSection } from '../../../../lease-end/plan/buying-section.tsx';
import { CostHeadline } from '../../../../lease-end/plan/cost-headline.tsx';
import { CouldBeMore } from '../../../../lease-end/plan/could-be-more.tsx';
import { EarlyEnd } from '../../../../lease-end/plan/early-end.tsx';
import { LeaveFor } from '../../../../lease-end/plan/leave-for.tsx';
import { MilesSection } from '../../../../lease-end/plan/miles-section.tsx';
import { PlaceLinkContext } from '../../../../lease-end/plan/place-link.tsx';
import page from '../../../../lease-end/plan/plan-page.module.css';
import { Timeline } from '../../../../lease-end/plan/timeline.tsx';
import { TradeOffs } from '../../../../lease-end/plan/trade-offs.tsx';
import { WaysOutSection } from '../../../../lease-end/plan/ways-out/ways-out-section.tsx';
import { changePlan, NOTHING_TOLD, usePlanState } from '../../../../lease-end/plan-store.ts';
import { serveWear } from '../../../../lease-end/walk/guide/served-wear.ts';
import { holdoverWords } from '../../../../shared/contract/standing-words.ts';
import { t } from '../../../../shared/copy/copy.ts';
import { formatDate } from '../../../../shared/format/date.ts';
import { Loaded } from '../../../../shared/state/loaded.tsx';
import button from '../../../../shared/style/button.module.css';
import { contractQuery, leaseEndQuery, savedLeaseEndQuery } from '../../../queries.ts';
import type { ContractOverview } from '../../next-step.ts';
import { KeepWithAccount } from './keep-with-account.tsx';
import style from './lease-end-page.module.css';
import {
  answersOf,
  ownAsker,
  ownLease,
  ownOutlook,
  type Saved,
  servedWearOf,
  type Told,
} from './own-lease-end.ts';
import { OwnMiles } from './own-miles.tsx';
import { OwnPlaceLink } from './own-place-link.tsx';
import { OwnQuestions } from './own-questions.tsx';
import { ownReport } from './own-report.ts';
import { WalkSection } from './walk/walk-section.tsx';

/** The lease-end planner with the contract's own numbers. */
export function LeaseEndPage(): ReactNode {
  const { contractId } = useParams({ from: '/contracts/$contractId' });
  const told = useQuery(leaseEndQuery(contractId));
  const saved = useQuery(savedLeaseEndQuery(contractId));
  const contract = useQuery(contractQuery(contractId));
  return (
    <Loaded query={told} lines={16}>
      {(leaseEnd) => (
        <Loaded query={saved} lines={16}>
          {(kept) => (
            <OwnPlan
              contractId={contractId}
              told={leaseEnd}
              saved={kept}
              contract={contract.data ?? null}
            />
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

type PlanProps = {
  readonly contractId: string;
  readonly told: Told;
  readonly saved: Saved;
  readonly contract: ContractOverview | null;
};

function OwnPlan({ contractId, told, saved, contract }: PlanProps): ReactNode {
  const { answers } = usePlanState();
  const { plan, walk } = saved;
  const lease = useMemo(() => ownLease(told, { walk }), [told, walk]);
  const { outlook, assumed } = useMemo(() => ownOutlook(lease, answers), [lease, answers]);
  const asker = useMemo(() => ownAsker(lease, answers), [lease, answers]);
  const [brought, setBrought] = useState<{ miles: string; on: string } | null>(null);
  useEffect(() => changePlan(savedState(plan)), [plan]);
  useEffect(() => changePlan({ repairs: lease.repairs }), [lease]);
  useEffect(() => serveWear(servedWearOf(told)), [told]);
  const { facts } = lease;
  return (
    <PlaceLinkContext value={OwnPlaceLink}>
      <div className={page.plan}>
        <CostHeadline outlook={outlook} isWithin />
        <Notices contract={contract} told={told} asOf={facts.asOf} />
        <p>
          <Link
            className={button.secondary}
            to="/contracts/$contractId/lease-end/appointments"
            params={{ contractId }}
          >
            {t('own-end.appointments')}
          </Link>
        </p>
        <CouldBeMore asker={asker} outlook={outlook} asksAll={false} />
        <WaysOutSection outlook={outlook} />
        <BuyingSection asker={asker} outlook={outlook} />
        <LeaveFor outlook={outlook} />
        <MilesSection outlook={outlook}>
          <OwnMiles contractId={contractId} facts={facts} brought={brought} />
        </MilesSection>
        <EarlyEnd outlook={outlook} />
        <TradeOffs outlook={outlook} />
        <Timeline outlook={outlook} />
        <WalkSection contractId={contractId} saved={walk} />
        <OwnQuestions key={plan?.savedAt ?? 'none'} today={facts.asOf} />
        <Assumptions assumed={assumed} />
        <KeepWithAccount
          contractId={contractId}
          outlook={outlook}
          saved={saved}
          report={() => ownReport(outlook, assumed, contract)}
          onBrought={({ answers: { odometer } }) =>
            setBrought(
              odometer === undefined
                ? null
                : { miles: String(odometer.miles), on: typedDate(odometer.on) },
            )
          }
        />
      </div>
    </PlaceLinkContext>
  );
}

/** What the page begins with: the saved plan, or the contract's own days and nothing chosen. */
function savedState(plan: Saved['plan']) {
  const { repairs: _, ...nothing } = NOTHING_TOLD;
  if (plan === null) return nothing;
  const { leaveOn, chosen, answers } = plan.plan;
  return { answers: answersOf(answers), on: date(leaveOn), chosen };
}

type NoticesProps = Pick<PlanProps, 'contract' | 'told'> & { readonly asOf: string };

/** The day of the figures, what each day costs after the end, and what we cannot price. */
function Notices({ contract, told, asOf }: NoticesProps): ReactNode {
  const holdover = contract === null ? null : holdoverWords(contract.standing);
  return (
    <div className={style.notices}>
      {holdover === null ? null : <p className={style.holdover}>{holdover}</p>}
      <p>{t('own-end.lead', { day: formatDate(asOf) })}</p>
      {told.wear === null ? <p>{t('own-end.no-guide')}</p> : null}
    </div>
  );
}
