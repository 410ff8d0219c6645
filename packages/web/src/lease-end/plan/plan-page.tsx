import type { PlanAnswers } from '@roadbook/domain/lease-end/planner/plan-answers';
import { planOutlook } from '@roadbook/domain/lease-end/planner/plan-outlook';
import { typicalPolicyOn } from '@roadbook/domain/lease-end/typical-policy';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { type ReactNode, useEffect, useMemo } from 'react';
import { t } from '../../shared/copy/copy.ts';
import button from '../../shared/style/button.module.css';
import { askPath } from '../ask/ask-path.ts';
import { problemSentence } from '../ask/problem-sentence.ts';
import { FIRST_THREE, isAnswered } from '../ask/question.ts';
import { enoughFor, planState, takeWalk, usePlanState } from '../plan-store.ts';
import { PlannerHeading } from '../planner-heading.tsx';
import { PlannerLink } from '../planner-link.tsx';
import { planRepairs, savedWearRange } from '../walk/keep/wear-range.ts';
import style from './plan-page.module.css';
import { PlanResult } from './plan-result.tsx';

/** The plan, as soon as there is enough for one; until then the way to the next question. */
export function PlanPage({ today }: { today: BusinessDate }): ReactNode {
  const { answers } = usePlanState();
  const enough = useMemo(() => enoughFor(answers), [answers]);
  useEffect(takeUpWalk, []);
  if (enough === null) {
    const next = FIRST_THREE.find((each) => !isAnswered(each, answers)) ?? 'ends';
    return <Stopped title={t('plan.empty')} text={t('plan.empty-text')} to={askPath(next)} />;
  }
  return <Planned answers={enough} today={today} />;
}

function Planned({ answers, today }: { answers: PlanAnswers; today: BusinessDate }): ReactNode {
  const plan = useMemo(() => planOutlook(answers, typicalPolicyOn(today), today), [answers, today]);
  if (plan.outcome === 'planned') return <PlanResult answers={answers} plan={plan} />;
  const [{ rule, value, accepted, field } = { rule: '', value: '', accepted: {}, field: '' }] =
    plan.problems;
  const sentence = problemSentence(rule, { ...accepted, value, field });
  return <Stopped title={t('plan.refused')} text={sentence} to={askPath('ends', true)} />;
}

function Stopped({ title, text, to }: { title: string; text: string; to: string }): ReactNode {
  return (
    <div className={style.stopped}>
      <PlannerHeading title={title} />
      <p>{text}</p>
      <PlannerLink to={to} className={button.primary}>
        {t('plan.answer')}
      </PlannerLink>
    </div>
  );
}

/** A walk around the car that was passed on to the plan is part of its answers. */
function takeUpWalk(): void {
  const walked = savedWearRange(sessionStorage) ?? savedWearRange(localStorage);
  if (walked === null) return;
  const { lowCents, likelyCents, highCents } = walked;
  const wear = {
    lowCents: BigInt(lowCents),
    likelyCents: BigInt(likelyCents),
    highCents: BigInt(highCents),
  };
  const before = planState().answers.wear;
  const isNew = before?.likelyCents !== wear.likelyCents || before.highCents !== wear.highCents;
  if (isNew) takeWalk(wear, planRepairs(walked));
}
