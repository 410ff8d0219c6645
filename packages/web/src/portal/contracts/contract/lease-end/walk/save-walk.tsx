import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { formatMoment } from '../../../../../lease-end/walk/moment.ts';
import page from '../../../../../lease-end/walk/walk.module.css';
import { useWalk } from '../../../../../lease-end/walk/walk-context.ts';
import { t } from '../../../../../shared/copy/copy.ts';
import { formatDay } from '../../../../../shared/format/date.ts';
import { ProblemNotice } from '../../../../../shared/state/problem-notice.tsx';
import button from '../../../../../shared/style/button.module.css';
import { call } from '../../../../../shared/wire/client.ts';
import { savedLeaseEndQuery } from '../../../../queries.ts';
import { walkBody } from '../bring-along.ts';
import { AreYouSure } from './are-you-sure.tsx';
import style from './own-walk.module.css';
import type { SavedWalkOnWire } from './own-walk.ts';

type SaveProps = { readonly contractId: string; readonly saved: SavedWalkOnWire | null };

/** Saves the walk with the account. Another one that is saved there is only replaced when asked. */
export function SaveWalk({ contractId, saved }: SaveProps): ReactNode {
  const { walk, foundAt } = useWalk();
  const queries = useQueryClient();
  const [isAsked, ask] = useState(false);
  /** The saved walk that this one grew out of: taking its place loses nothing. */
  const [base, setBase] = useState(() => (foundAt === null ? (saved?.savedAt ?? null) : null));
  const body = walkBody(walk);
  const saving = useMutation({
    mutationFn: (sent: NonNullable<typeof body>) =>
      call('saveLeaseEndWalk', { params: { contractId }, body: sent }),
    onSuccess: ({ savedAt }) => {
      setBase(savedAt);
      return queries.invalidateQueries({ queryKey: savedLeaseEndQuery(contractId).queryKey });
    },
  });
  const save = () => {
    ask(false);
    if (body !== null) saving.mutate(body);
  };
  const isOthers = saved !== null && saved.savedAt !== base;
  return (
    <div className={style.save}>
      <p>{t('walk.own.save-text')}</p>
      {isAsked && saved !== null ? (
        <AreYouSure
          text={t('walk.own.replace-saved', {
            day: formatDay(saved.walk.takenOn),
            count: saved.walk.findings.length,
          })}
          yes={t('walk.own.replace-saved-yes')}
          no={t('walk.own.replace-saved-no')}
          onYes={save}
          onNo={() => ask(false)}
        />
      ) : (
        <button
          type="button"
          className={button.primary}
          disabled={saving.isPending || body === null}
          onClick={() => (isOthers ? ask(true) : save())}
        >
          {t('walk.own.save')}
        </button>
      )}
      <p role="status" className={saving.isSuccess ? page.note : ''}>
        {saving.data === undefined
          ? ''
          : t('walk.own.saved', { moment: formatMoment(saving.data.savedAt) })}
      </p>
      {saving.isError ? <ProblemNotice fault={saving.error} takesFocus /> : null}
    </div>
  );
}
