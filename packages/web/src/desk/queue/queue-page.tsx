import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { hasCopy, t } from '../../shared/copy/copy.ts';
import { formatDayShort } from '../../shared/format/date.ts';
import { relativeDay } from '../../shared/format/relative-day.ts';
import { PageHeading } from '../../shared/page/heading.tsx';
import { Skeleton } from '../../shared/state/loaded.tsx';
import button from '../../shared/style/button.module.css';
import { ActForm, Ask, typed } from '../frame/act-form.tsx';
import { DeskLink } from '../frame/link.ts';
import { useMoment } from '../frame/moment.ts';
import { DeskNotice } from '../frame/notice.tsx';
import style from '../frame/parts.module.css';
import { deskSessionQuery, queueQuery } from '../queries.ts';
import { ask, type Said } from '../wire/desk-client.ts';

type Item = Said<'listWork'>['items'][number];

/** What waits for a person, what was promised first. */
export function QueuePage(): ReactNode {
  const queue = useQuery(queueQuery);
  return (
    <>
      <PageHeading>{t('desk.place.queue')}</PageHeading>
      {queue.isError ? <DeskNotice fault={queue.error} /> : null}
      {queue.isPending ? <Skeleton lines={6} /> : null}
      {queue.data?.items.length === 0 ? (
        <p className={style.lead}>{t('desk.queue.empty')}</p>
      ) : null}
      <ul className={style.rows}>
        {(queue.data?.items ?? []).map((item) => (
          <li
            key={`${item.kind} ${item.itemKey}`}
            data-row
            // biome-ignore lint/a11y/noNoninteractiveTabindex: `j` and `k` go through the rows.
            tabIndex={0}
          >
            <Row item={item} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Row({ item }: { item: Item }): ReactNode {
  const moment = useMoment();
  const about = aboutWords(item);
  return (
    <>
      <span className={style.row}>
        <span>
          <b>{t(`desk.work.${item.kind}`)}</b> {about}
        </span>
        <PromisedDay item={item} />
      </span>
      <span className={`${style.row} ${style.aside}`}>
        <span>
          {[item.contractNumber, item.reference, t('desk.queue.since', { at: moment(item.since) })]
            .filter((part) => part !== null)
            .join(' · ')}
        </span>
        <span>
          {item.owner === null
            ? t('desk.queue.free')
            : item.isMine
              ? t('desk.queue.mine')
              : t('desk.queue.of', { owner: item.owner })}
        </span>
      </span>
      <Acts item={item} />
    </>
  );
}

/** Billing, deciding or paying finishes it; there is nothing to write down here. */
const isGiveBack = ({ kind }: Item): boolean =>
  kind === 'bill-due' || kind === 'bill-dispute' || kind === 'refund-due';

function aboutWords({ kind, about, partOfDay }: Item): string {
  const key = `desk.about.${about}`;
  const words = hasCopy(key) ? t(key) : about;
  return kind === 'call-back' && partOfDay !== null && partOfDay !== 'any'
    ? `${words}, ${t(`desk.part.${partOfDay}`)}`
    : words;
}

function PromisedDay({ item }: { item: Item }): ReactNode {
  const { data } = useQuery(deskSessionQuery);
  if (item.promisedOn === null || data === undefined) return null;
  const isLate = item.promisedOn < data.today;
  return (
    <span className={isLate ? style.late : undefined}>
      {t(isLate ? 'desk.queue.late' : 'desk.queue.promised', {
        day: formatDayShort(item.promisedOn),
        when: relativeDay(data.today, item.promisedOn),
      })}
    </span>
  );
}

function Acts({ item }: { item: Item }): ReactNode {
  const queries = useQueryClient();
  const params = { kind: item.kind, itemKey: item.itemKey };
  const renew = () => queries.invalidateQueries({ queryKey: queueQuery.queryKey });
  const take = useMutation({ mutationFn: () => ask('takeWork', { params }), onSuccess: renew });
  const back = useMutation({ mutationFn: () => ask('handBackWork', { params }), onSuccess: renew });
  const finish = async (answers: FormData): Promise<string> => {
    await ask('finishWork', { params, body: { note: typed(answers, 'note') ?? '' } });
    await renew();
    return t('desk.queue.finished');
  };
  const fault = take.error ?? back.error;
  return (
    <>
      {fault === null ? null : <DeskNotice fault={fault} />}
      <span className={style.acts}>
        {isGiveBack(item) && item.personId !== null && item.contractId !== null ? (
          <DeskLink
            to="/customers/$personId/contracts/$contractId"
            params={{ personId: item.personId, contractId: item.contractId }}
          >
            {t('desk.queue.contract')}
          </DeskLink>
        ) : item.personId === null || item.kind === 'letter' ? null : (
          <DeskLink to="/customers/$personId" params={{ personId: item.personId }}>
            {t('desk.queue.customer')}
          </DeskLink>
        )}
        {item.kind === 'letter' ? (
          <DeskLink to="/letters/$letterId" params={{ letterId: item.itemKey }}>
            {t('desk.letter.open')}
          </DeskLink>
        ) : null}
        {item.owner === null && item.kind !== 'letter' ? (
          <button type="button" className={button.quiet} onClick={() => take.mutate()}>
            {t('desk.queue.take')}
          </button>
        ) : null}
        {item.isMine ? (
          <button type="button" className={button.quiet} onClick={() => back.mutate()}>
            {t('desk.queue.hand-back')}
          </button>
        ) : null}
      </span>
      {item.isMine && !isGiveBack(item) ? (
        <ActForm name={t('desk.queue.done')} act={t('desk.queue.done')} onSubmit={finish}>
          <Ask name="note" label={t('desk.queue.note')} />
        </ActForm>
      ) : null}
    </>
  );
}
