import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { dayShown } from '../../../../lease-end/plan/ways-out/way-out-days.ts';
import { usePlanState } from '../../../../lease-end/plan-store.ts';
import { t } from '../../../../shared/copy/copy.ts';
import { formatDate } from '../../../../shared/format/date.ts';
import { ProblemNotice } from '../../../../shared/state/problem-notice.tsx';
import button from '../../../../shared/style/button.module.css';
import { call } from '../../../../shared/wire/client.ts';
import { savedLeaseEndQuery } from '../../../queries.ts';
import row from '../row-list.module.css';
import { keptPlan, type PlanBody, planBody } from './bring-along.ts';
import style from './keep-with-account.module.css';
import type { OwnLeaseEnd, Saved } from './own-lease-end.ts';

type Act = { readonly save: 'plan'; readonly body: PlanBody } | { readonly save: 'nothing' };

type KeepProps = {
  readonly contractId: string;
  readonly end: OwnLeaseEnd;
  readonly saved: Saved;
};

/** Saves what is on the page, or what this device kept before, with the account; or forgets it. */
export function KeepWithAccount({ contractId, end, saved }: KeepProps): ReactNode {
  const state = usePlanState();
  const queries = useQueryClient();
  const act = useMutation({
    mutationFn: (wanted: Act) => doAct(contractId, wanted),
    onSuccess: () =>
      queries.invalidateQueries({ queryKey: savedLeaseEndQuery(contractId).queryKey }),
  });
  const plan = useMemo(() => keptPlan(localStorage), []);
  const press = (key: string, wanted: Act): ReactNode => (
    <button
      type="button"
      className={button.secondary}
      disabled={act.isPending}
      onClick={() => act.mutate(wanted)}
    >
      {t(key)}
    </button>
  );
  const own = planBody(state, dayShown(end.outlook, state.on));
  return (
    <section className={row.section} aria-labelledby="keep">
      <h2 id="keep">{t('own-end.save-title')}</h2>
      <p>{t('own-end.save-lead')}</p>
      <div role="status">{saved.plan === null ? null : <p>{savedPlan(saved.plan.savedAt)}</p>}</div>
      <div className={style.buttons}>
        {press('own-end.save-plan', { save: 'plan', body: own })}
        {plan === null
          ? null
          : press('own-end.bring-plan', {
              save: 'plan',
              body: planBody(plan, dayShown(end.outlook, plan.on)),
            })}
        {saved.plan === null && saved.walk === null
          ? null
          : press('own-end.forget', { save: 'nothing' })}
      </div>
      {act.isError ? <ProblemNotice fault={act.error} /> : null}
    </section>
  );
}

function savedPlan(savedAt: string): string {
  return t('own-end.saved-plan', { day: formatDate(savedAt.slice(0, 'YYYY-MM-DD'.length)) });
}

async function doAct(contractId: string, act: Act): Promise<void> {
  const params = { contractId };
  if (act.save === 'plan') await call('saveLeaseEndPlan', { params, body: act.body });
  else {
    await call('deleteLeaseEndPlan', { params });
    await call('deleteLeaseEndWalk', { params });
  }
}
