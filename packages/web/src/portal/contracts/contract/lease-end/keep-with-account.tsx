import type { LeaseEndOutlook } from '@roadbook/domain/lease-end/planner/outlook';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import sectionStyle from '../../../../lease-end/plan/section.module.css';
import { dayShown } from '../../../../lease-end/plan/ways-out/way-out-days.ts';
import { type PlanState, usePlanState } from '../../../../lease-end/plan-store.ts';
import { t } from '../../../../shared/copy/copy.ts';
import { formatMoment } from '../../../../shared/format/moment.ts';
import type { Report } from '../../../../shared/report/report.ts';
import { SavePdfButton } from '../../../../shared/report/save-pdf-button.tsx';
import { ProblemNotice } from '../../../../shared/state/problem-notice.tsx';
import button from '../../../../shared/style/button.module.css';
import { call } from '../../../../shared/wire/client.ts';
import { savedLeaseEndQuery } from '../../../queries.ts';
import { keptPlan, type PlanBody, planBody } from './bring-along.ts';
import style from './keep-with-account.module.css';
import { answersOf, type Saved } from './own-lease-end.ts';
import { savedPlanWords } from './saved-words.ts';

type Act =
  | { readonly save: 'plan'; readonly body: PlanBody; readonly from: PlanState | null }
  | { readonly save: 'nothing' };

type KeepProps = {
  readonly contractId: string;
  readonly outlook: LeaseEndOutlook;
  readonly saved: Saved;
  readonly report: () => Promise<Report>;
  /** Tells of a plan of this device that was brought along. */
  readonly onBrought: (plan: PlanState) => void;
};

/** Saves what is on the page, or what this device kept before, with the account; or forgets it. */
export function KeepWithAccount(props: KeepProps): ReactNode {
  const { contractId, outlook, saved, report, onBrought } = props;
  const state = usePlanState();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<Act | null>(null);
  const act = useMutation({
    mutationFn: (wanted: Act) => doAct(contractId, wanted),
    onSuccess: async (_, wanted) => {
      setAsked(null);
      await queries.invalidateQueries({ queryKey: savedLeaseEndQuery(contractId).queryKey });
      if (wanted.save === 'plan' && wanted.from !== null) onBrought(wanted.from);
    },
  });
  const plan = useMemo(() => keptPlan(localStorage), []);
  const own = planBody(state, dayShown(outlook, state.on));
  const press = (key: string, wanted: Act, asks: boolean): ReactNode => (
    <button
      type="button"
      className={button.secondary}
      disabled={act.isPending}
      onClick={() => (asks ? setAsked(wanted) : act.mutate(wanted))}
    >
      {t(key)}
    </button>
  );
  const brought: Act | null =
    plan === null
      ? null
      : { save: 'plan', body: planBody(plan, dayShown(outlook, plan.on)), from: plan };
  return (
    <section className={`${sectionStyle.section} not-printed`} aria-labelledby="keep">
      <h2 id="keep">{t('own-end.save-title')}</h2>
      <div>
        <p>{t('own-end.save-lead')}</p>
        <div role="status" className={style.saved}>
          {saved.plan === null ? null : <p>{savedPlanWords(saved.plan)}</p>}
          {saved.plan === null || isSame(own, saved.plan.plan) ? null : (
            <p>{t('own-end.changed-since')}</p>
          )}
        </div>
        <div className={style.buttons}>
          {press('own-end.save-plan', { save: 'plan', body: own, from: null }, false)}
          {brought === null ? null : press('own-end.bring-plan', brought, saved.plan !== null)}
          {saved.plan === null && saved.walk === null
            ? null
            : press('own-end.forget', { save: 'nothing' }, true)}
        </div>
        {asked === null ? null : (
          <Ask
            act={asked}
            saved={saved}
            isPending={act.isPending}
            onYes={() => act.mutate(asked)}
            onNo={() => setAsked(null)}
          />
        )}
        {act.isError ? <ProblemNotice fault={act.error} takesFocus /> : null}
        <h3>{t('own-end.paper')}</h3>
        <div className={style.buttons}>
          <SavePdfButton report={report} fileName="lease-end.pdf" />
          <button type="button" className={button.secondary} onClick={printAll}>
            {t('keep.print')}
          </button>
        </div>
      </div>
    </section>
  );
}

type AskProps = {
  readonly act: Act;
  readonly saved: Saved;
  readonly isPending: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
};

/** Asks before something that is saved goes: what, of when, and both ways on. */
function Ask({ act, saved, isPending, onYes, onNo }: AskProps): ReactNode {
  const before = saved.plan ?? saved.walk;
  const when = before === null ? '' : formatMoment(before.savedAt);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a question in the page, no fields to group.
    <div role="group" aria-labelledby="replace" className={style.asked}>
      <p id="replace" ref={focusOn} tabIndex={-1}>
        {t(`own-end.ask-${act.save}`, { when })}
      </p>
      <div className={style.buttons}>
        <button type="button" className={button.primary} disabled={isPending} onClick={onYes}>
          {t(act.save === 'nothing' ? 'own-end.ask-forget' : 'own-end.ask-replace')}
        </button>
        <button type="button" className={button.secondary} onClick={onNo}>
          {t('own-end.ask-keep')}
        </button>
      </div>
    </div>
  );
}

/** A question that has just come up is where the reader goes on. */
function focusOn(question: HTMLElement | null): void {
  question?.focus();
}

/** Whether a plan would be saved as it is saved already. */
function isSame(own: PlanBody, { leaveOn, chosen, answers }: PlanBody): boolean {
  const before = { answers: answersOf(answers), on: null, chosen, repairs: [] };
  const saved = planBody(before, leaveOn);
  const text = (body: PlanBody) =>
    JSON.stringify([body.leaveOn, [...body.chosen].toSorted(), body.answers]);
  return text(own) === text(saved);
}

/** On paper nothing can be unfolded, so everything is unfolded first. */
function printAll(): void {
  for (const each of document.querySelectorAll<HTMLDetailsElement>('main details')) {
    each.open = true;
  }
  print();
}

async function doAct(contractId: string, act: Act): Promise<void> {
  const params = { contractId };
  if (act.save === 'plan') await call('saveLeaseEndPlan', { params, body: act.body });
  else {
    await call('deleteLeaseEndPlan', { params });
    await call('deleteLeaseEndWalk', { params });
  }
}
