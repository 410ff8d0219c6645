import '../../../../shared/copy/contract-copy.ts';
import '../../../../shared/copy/lease-end/own-plan-rest-copy.ts';
import type { LeaseEndOutlook } from '@roadbook/domain/lease-end/planner/outlook';
import type { PlanAssumption } from '@roadbook/domain/lease-end/planner/plan-outlook';
import { type ReactNode, useState } from 'react';
import { typedDate } from '../../../../lease-end/ask/typed-date.ts';
import { Assumptions } from '../../../../lease-end/plan/assumptions.tsx';
import { BuyingSection } from '../../../../lease-end/plan/buying-section.tsx';
import { EarlyEnd } from '../../../../lease-end/plan/early-end.tsx';
import { LeaveFor } from '../../../../lease-end/plan/leave-for.tsx';
import { MilesSection } from '../../../../lease-end/plan/miles-section.tsx';
import { Timeline } from '../../../../lease-end/plan/timeline.tsx';
import { TradeOffs } from '../../../../lease-end/plan/trade-offs.tsx';
import type { Asker } from '../../../../lease-end/plan/what-narrows.ts';
import type { ContractOverview } from '../../next-step.ts';
import { KeepWithAccount } from './keep-with-account.tsx';
import type { OwnFacts, Saved } from './own-lease-end.ts';
import { OwnMiles } from './own-miles.tsx';
import { OwnQuestions } from './own-questions.tsx';
import { WalkSection } from './walk/walk-section.tsx';

type RestProps = {
  readonly contractId: string;
  readonly facts: OwnFacts;
  readonly outlook: LeaseEndOutlook;
  readonly assumed: readonly PlanAssumption[];
  readonly asker: Asker;
  readonly saved: Saved;
  readonly contract: ContractOverview | null;
};

/** The plan of a lease of ours below its ways out, down to what is kept of it. */
export function OwnPlanRest(props: RestProps): ReactNode {
  const { contractId, facts, outlook, assumed, asker, saved, contract } = props;
  const [brought, setBrought] = useState<{ miles: string; on: string } | null>(null);
  const { plan, walk } = saved;
  return (
    <>
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
        report={async () => (await import('./own-report.ts')).ownReport(outlook, assumed, contract)}
        onBrought={({ answers: { odometer } }) =>
          setBrought(
            odometer === undefined
              ? null
              : { miles: String(odometer.miles), on: typedDate(odometer.on) },
          )
        }
      />
    </>
  );
}
