import type { PlanAnswers } from '@roadbook/domain/lease-end/planner/plan-answers';
import type { Plan } from '@roadbook/domain/lease-end/planner/plan-outlook';
import { type ReactNode, useMemo } from 'react';
import { KeepSection } from '../keep/keep-section.tsx';
import { planState } from '../plan-store.ts';
import { Assumptions } from './assumptions.tsx';
import { BuyingSection } from './buying-section.tsx';
import { loadCarWords } from './car-words.ts';
import { CostHeadline } from './cost-headline.tsx';
import { CouldBeMore } from './could-be-more.tsx';
import { EarlyEnd } from './early-end.tsx';
import { LeaveFor } from './leave-for.tsx';
import { MilesSection } from './miles-section.tsx';
import style from './plan-page.module.css';
import { Timeline } from './timeline.tsx';
import { toldAsker } from './told-asker.ts';
import { TradeOffs } from './trade-offs.tsx';
import { dayShown } from './ways-out/way-out-days.ts';
import { WaysOutSection } from './ways-out/ways-out-section.tsx';

type ResultProps = {
  readonly answers: PlanAnswers;
  readonly plan: Extract<Plan, { outcome: 'planned' }>;
};

/** The whole plan on one page, in the order of a worried person's questions. */
export function PlanResult({ answers, plan }: ResultProps): ReactNode {
  const { outlook, assumed } = plan;
  const asker = useMemo(() => toldAsker(answers, outlook), [answers, outlook]);
  const report = async () => {
    const [{ planReport }] = await Promise.all([
      import('./plan-report.ts'),
      loadCarWords().catch(() => undefined),
    ]);
    const state = planState();
    return planReport(outlook, assumed, dayShown(outlook, state.on), state);
  };
  return (
    <div className={style.plan}>
      <CostHeadline outlook={outlook} />
      <CouldBeMore asker={asker} outlook={outlook} />
      <WaysOutSection outlook={outlook} />
      <BuyingSection asker={asker} outlook={outlook} />
      <LeaveFor outlook={outlook} />
      <MilesSection outlook={outlook} />
      <EarlyEnd outlook={outlook} />
      <TradeOffs outlook={outlook} />
      <Timeline outlook={outlook} />
      <Assumptions assumed={assumed} />
      <KeepSection report={report} />
    </div>
  );
}
