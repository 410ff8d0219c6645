import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { t } from '../../../../../shared/copy/copy.ts';
import { zoneName } from '../../../../../shared/format/at-place.ts';
import { formatDay } from '../../../../../shared/format/date.ts';
import { timeAt } from '../../../../../shared/format/moment.ts';
import { PageHeading } from '../../../../../shared/page/heading.tsx';
import { Skeleton } from '../../../../../shared/state/loaded.tsx';
import { ProblemNotice } from '../../../../../shared/state/problem-notice.tsx';
import button from '../../../../../shared/style/button.module.css';
import { call } from '../../../../../shared/wire/client.ts';
import { contractKey } from '../../../../queries.ts';
import type { Held, Kind, Place } from './appointment-words.ts';
import style from './appointments.module.css';

type TimeProps = {
  readonly contractId: string;
  readonly kind: Kind;
  readonly place: Place;
  readonly onHeld: (held: Held) => void;
};

/** The free times of a place by day. Pressing one keeps it; a lost race shows the list anew. */
export function ChooseTime({ contractId, kind, place, onHeld }: TimeProps): ReactNode {
  const { placeId, timeZone } = place;
  const queries = useQueryClient();
  const key = [...contractKey(contractId), 'slots', placeId, kind];
  const slots = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => {
      const query = pageParam === null ? { kind } : { kind, from: pageParam };
      return call('listSlots', { params: { contractId, placeId }, query }, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });
  const hold = useMutation({
    mutationFn: (startsAt: string) =>
      call('holdSlot', { params: { contractId }, body: { kind, placeId, startsAt } }),
    onSuccess: onHeld,
    onError: () => void queries.invalidateQueries({ queryKey: key }),
  });
  const days = slots.data?.pages.flatMap((page) => page.days) ?? [];
  return (
    <>
      <PageHeading>{t('appointment.when')}</PageHeading>
      <p>{t('appointment.when-lead', { place: place.name, zone: zoneName(timeZone) })}</p>
      {hold.error === null ? null : <ProblemNotice fault={hold.error} takesFocus />}
      {slots.isPending ? <Skeleton lines={10} /> : null}
      {slots.isError ? <ProblemNotice fault={slots.error} /> : null}
      {slots.isSuccess && days.length === 0 ? <p>{t('appointment.no-time')}</p> : null}
      {days.map(({ on, slots: free }) => (
        <section key={on} className={style.day} aria-label={formatDay(on)}>
          <h2>{formatDay(on)}</h2>
          <ul className={style.times}>
            {free.map(({ startsAt }) => (
              <li key={startsAt}>
                <button
                  type="button"
                  className={`${button.secondary} ${style.time}`}
                  disabled={hold.isPending}
                  onClick={() => hold.mutate(startsAt)}
                >
                  {timeAt(startsAt, timeZone)}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {slots.hasNextPage ? (
        <button
          type="button"
          className={button.secondary}
          disabled={slots.isFetchingNextPage}
          onClick={() => void slots.fetchNextPage()}
        >
          {t('appointment.later')}
        </button>
      ) : null}
    </>
  );
}
