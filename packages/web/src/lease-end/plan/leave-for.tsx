import type { LeaseEndOutlook } from '@roadbook/domain/lease-end/planner/outlook';
import { type LeaveAction, leavePlan } from '@roadbook/domain/lease-end/ways-out/leave-plan';
import { type ReactNode, useMemo } from 'react';
import { Amount } from '../../shared/amount/amount.tsx';
import { asWire } from '../../shared/amount/as-wire.ts';
import { t } from '../../shared/copy/copy.ts';
import { likelyOf, spanOf } from '../../shared/format/about.ts';
import { formatDay } from '../../shared/format/date.ts';
import { isExact } from '../../shared/format/range.ts';
import { changePlan, usePlanState } from '../plan-store.ts';
import { actionWords, savingWords } from './action-words.ts';
import style from './leave-for.module.css';
import section from './section.module.css';
import { useCarWords } from './use-car-words.ts';
import { dayShown } from './ways-out/way-out-days.ts';

/** "Leave for …": what lowers the cost of leaving, each step with what it saves and until when. */
export function LeaveFor({ outlook }: { outlook: LeaseEndOutlook }): ReactNode {
  const { on: day, repairs, chosen } = usePlanState();
  const on = dayShown(outlook, day);
  const plan = useMemo(
    () => leavePlan(outlook, on, repairs, chosen),
    [outlook, on, repairs, chosen],
  );
  useCarWords(repairs.length > 0);
  const toggle = (id: string) =>
    changePlan({
      chosen: chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id],
    });
  return (
    <section className={section.section} aria-labelledby="leave">
      <h2 id="leave">{t('leave.title')}</h2>
      <div>
        <p>{t('leave.lead', { day: formatDay(on) })}</p>
        {plan.actions.length === 0 ? <p>{t('leave.none')}</p> : null}
        <ul className={style.actions}>
          {plan.actions.map((action) => (
            <li key={action.id}>
              <Action
                action={action}
                isChosen={chosen.includes(action.id)}
                onToggle={() => toggle(action.id)}
              />
            </li>
          ))}
        </ul>
        <p className={style.total} aria-live="polite">
          <span>
            {t(chosen.length === 0 ? 'leave.total' : 'leave.total-chosen', {
              day: formatDay(plan.leavesOn),
            })}
          </span>
          <Amount
            name={t('leave.name')}
            breakdown={asWire(plan.cost)}
            size="large"
            shown={likelyOf(plan.range)}
          />
          {isExact(plan.range) ? null : <span className={style.span}>{spanOf(plan.range)}</span>}
        </p>
      </div>
    </section>
  );
}

type ActionProps = {
  readonly action: LeaveAction;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
};

function Action({ action, isChosen, onToggle }: ActionProps): ReactNode {
  return (
    <label className={style.action}>
      <input type="checkbox" checked={isChosen} onChange={onToggle} />
      <span>{actionWords(action)}</span>
      <span className={action.saves.lowCents < 0n ? style.may : style.saves}>
        {savingWords(action)} · {t('leave.until', { day: formatDay(action.until) })}
      </span>
    </label>
  );
}
