import { type LeaveAction, leavePlan } from '@roadbook/domain/lease/end/leave-plan';
import type { LeaseEndOutlook } from '@roadbook/domain/lease/end/outlook';
import { type ReactNode, useMemo } from 'react';
import { Amount } from '../../../shared/amount/amount.tsx';
import { asWire } from '../../../shared/amount/as-wire.ts';
import { t } from '../../../shared/copy/copy.ts';
import { likelyOf, spanOf } from '../../../shared/format/about.ts';
import { formatCents } from '../../../shared/format/cents.ts';
import { formatDate, formatDay } from '../../../shared/format/date.ts';
import { isExact } from '../../../shared/format/range.ts';
import { changePlan, usePlanState } from '../plan-store.ts';
import { dayShown } from './doors/door-days.ts';
import style from './leave-for.module.css';
import section from './section.module.css';

/** "Leave for …": what lowers the cost of leaving, each step with what it saves and until when. */
export function LeaveFor({ outlook }: { outlook: LeaseEndOutlook }): ReactNode {
  const { on: day, repairs, chosen } = usePlanState();
  const on = dayShown(outlook, day);
  const plan = useMemo(
    () => leavePlan(outlook, on, repairs, chosen),
    [outlook, on, repairs, chosen],
  );
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
      <span>{t(`action.${action.kind}`, shownFacts(action.facts))}</span>
      <span className={action.saves.lowCents < 0n ? style.may : style.saves}>
        {action.saves.lowCents < 0n
          ? t('leave.may-save', { amount: likelyOf(action.saves) })
          : t('leave.saves', { amount: likelyOf(action.saves) })}
        {' · '}
        {t('leave.until', { day: formatDay(action.until) })}
      </span>
    </label>
  );
}

function shownFacts(facts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => {
      if (/cents$/i.test(name)) return [name, formatCents(value)];
      if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return [name, formatDate(value)];
      return [name, value.replace(/\B(?=(\d{3})+$)/g, ',')];
    }),
  );
}
