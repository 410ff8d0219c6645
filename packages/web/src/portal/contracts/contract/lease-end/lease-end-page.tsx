import '../../../../shared/copy/contract-copy.ts';
import '../../../../shared/copy/lease-end/own-plan-copy.ts';
import { date } from '@roadbook/domain/time/calendar';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link, Navigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useEffect, useMemo } from 'react';
import { CostHeadline } from '../../../../lease-end/plan/cost-headline.tsx';
import { CouldBeMore } from '../../../../lease-end/plan/could-be-more.tsx';
import { PlaceLinkContext } from '../../../../lease-end/plan/place-link.tsx';
import page from '../../../../lease-end/plan/plan-page.module.css';
import { WaysOutSection } from '../../../../lease-end/plan/ways-out/ways-out-section.tsx';
import { changePlan, NOTHING_TOLD, usePlanState } from '../../../../lease-end/plan-store.ts';
import { holdoverWords } from '../../../../shared/contract/standing-words.ts';
import { t } from '../../../../shared/copy/copy.ts';
import { formatDate } from '../../../../shared/format/date.ts';
import { Later } from '../../../../shared/state/later.tsx';
import { Loaded } from '../../../../shared/state/loaded.tsx';
import button from '../../../../shared/style/button.module.css';
import { contractQuery, leaseEndQuery, savedLeaseEndQuery } from '../../../queries.ts';
import type { ContractOverview } from '../../next-step.ts';
import { OwnPrice } from '../give-back/own-price.tsx';
import style from './lease-end-page.module.css';
import {
  answersOf,
  NOT_WALKED,
  ownAsker,
  ownLease,
  ownOutlook,
  type Saved,
  type Told,
  type Walked,
} from './own-lease-end.ts';
import { OwnPlaceLink } from './own-place-link.tsx';

/** The lease-end planner with the contract's own numbers. */
export function LeaseEndPage(): ReactNode {
  const { contractId } = useParams({ from: '/contracts/$contractId' });
  const contract = useQuery(contractQuery(contractId));
  // Whoever gave the car back has no way out left to choose, but a bill to read.
  const hasEnded = contract.data?.status === 'ended' || contract.data?.status === 'closed';
  const isBack = contract.data?.product === 'lease' && hasEnded;
  const told = useQuery({ ...leaseEndQuery(contractId), enabled: !isBack });
  const saved = useQuery({ ...savedLeaseEndQuery(contractId), enabled: !isBack });
  // What judges a walk is only loaded where one is saved.
  const walk = saved.data?.walk ?? null;
  const judge = useQuery({ ...judgeQuery, enabled: walk !== null });
  const draw = (leaseEnd: Told, kept: Saved, walkedOf: WalkedOf | null) => (
    <OwnPlan
      contractId={contractId}
      told={leaseEnd}
      saved={kept}
      walkedOf={walkedOf}
      contract={contract.data ?? null}
    />
  );
  if (isBack) {
    return <Navigate to="/contracts/$contractId/give-back" params={{ contractId }} replace />;
  }
  return (
    <Loaded query={told} lines={16}>
      {(leaseEnd) => (
        <Loaded query={saved} lines={16}>
          {(kept) =>
            kept.walk === null ? (
              draw(leaseEnd, kept, null)
            ) : (
              <Loaded query={judge} lines={16}>
                {({ walkedOf }) => draw(leaseEnd, kept, walkedOf)}
              </Loaded>
            )
          }
        </Loaded>
      )}
    </Loaded>
  );
}

const judgeQuery = queryOptions({
  queryKey: ['part', 'own-walked'],
  queryFn: () => import('./own-walked.ts'),
  staleTime: Number.POSITIVE_INFINITY,
  structuralSharing: false,
});

type WalkedOf = (told: Told, walk: NonNullable<Saved['walk']>) => Walked;

type PlanProps = {
  readonly contractId: string;
  readonly told: Told;
  readonly saved: Saved;
  readonly walkedOf: WalkedOf | null;
  readonly contract: ContractOverview | null;
};

function OwnPlan({ contractId, told, saved, walkedOf, contract }: PlanProps): ReactNode {
  const { answers } = usePlanState();
  const { plan, walk } = saved;
  const lease = useMemo(
    () => ownLease(told, walk === null ? NOT_WALKED : walkedOf?.(told, walk)),
    [told, walk, walkedOf],
  );
  const { outlook, assumed } = useMemo(() => ownOutlook(lease, answers), [lease, answers]);
  const asker = useMemo(() => ownAsker(lease, answers), [lease, answers]);
  useEffect(() => changePlan(savedState(plan)), [plan]);
  useEffect(() => changePlan({ repairs: lease.repairs }), [lease]);
  const { facts } = lease;
  return (
    <PlaceLinkContext value={OwnPlaceLink}>
      <div className={page.plan}>
        <OwnPrice contractId={contractId} />
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
        <Later name="own-plan-rest" load={() => import('./own-plan-rest.tsx')}>
          {({ OwnPlanRest }) => (
            <OwnPlanRest
              contractId={contractId}
              facts={facts}
              outlook={outlook}
              assumed={assumed}
              asker={asker}
              saved={saved}
              contract={contract}
            />
          )}
        </Later>
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
