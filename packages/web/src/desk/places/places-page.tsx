import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { zoneName } from '../../shared/format/at-place.ts';
import { formatDayShort } from '../../shared/format/date.ts';
import { PageHeading } from '../../shared/page/heading.tsx';
import { Skeleton } from '../../shared/state/loaded.tsx';
import { ActForm, Ask, typed } from '../frame/act-form.tsx';
import { DeskNotice } from '../frame/notice.tsx';
import style from '../frame/parts.module.css';
import { deskSessionQuery, placesQuery } from '../queries.ts';
import { ask, type Said } from '../wire/desk-client.ts';

type Place = Said<'listDeskPlaces'>['places'][number];

/** Every place with its hours: what a day closes, and what other hours change from a day on. */
export function PlacesPage(): ReactNode {
  const places = useQuery(placesQuery);
  return (
    <>
      <PageHeading>{t('desk.place.places')}</PageHeading>
      <p className={style.lead}>{t('desk.places-lead')}</p>
      {places.isError ? <DeskNotice fault={places.error} /> : null}
      {places.isPending ? <Skeleton lines={8} /> : null}
      {places.data?.places.length === 0 ? <p>{t('desk.places-none')}</p> : null}
      {(places.data?.places ?? []).map((place) => (
        <OnePlace key={place.placeId} place={place} />
      ))}
    </>
  );
}

function OnePlace({ place }: { place: Place }): ReactNode {
  const { name, placeId, street, city, state, zip, timeZone, kinds, brands } = place;
  const does = kinds.map((kind) => t(`desk.appointments.${kind}`)).join(', ');
  return (
    <section className={style.section} aria-label={name}>
      <h2>
        {name} <span className={style.aside}>{placeId}</span>
      </h2>
      <dl className={style.facts}>
        <div>
          <dt>{t('desk.places-where')}</dt>
          <dd>
            {street}, {city}, {state} {zip}
          </dd>
        </div>
        <div>
          <dt>{t('desk.places-does')}</dt>
          <dd>{brands.length === 0 ? does : `${does} (${brands.join(', ')})`}</dd>
        </div>
        <div>
          <dt>{t('desk.places-hours')}</dt>
          <dd>
            {place.hours}, {zoneName(timeZone)}
            {place.ahead.map(({ effectiveFrom, hours }) => (
              <span key={effectiveFrom} className={style.row}>
                {t('desk.places-from', { day: formatDayShort(effectiveFrom), hours })}
              </span>
            ))}
          </dd>
        </div>
        <div>
          <dt>{t('desk.places-slots')}</dt>
          <dd>{t('desk.places-slots-of', { minutes: place.slotMinutes, bays: place.bays })}</dd>
        </div>
        <div>
          <dt>{t('desk.places-days')}</dt>
          <dd>
            {place.exceptions.length === 0 ? t('desk.places-no-days') : null}
            {place.exceptions.map(({ on, hours }) => (
              <span key={on} className={style.row}>
                {formatDayShort(on)}: {hours}
              </span>
            ))}
          </dd>
        </div>
        <div>
          <dt>{t('desk.places-booked')}</dt>
          <dd className="number">{place.booked}</dd>
        </div>
      </dl>
      <DayForm place={place} />
      <HoursForm place={place} />
    </section>
  );
}

/** What a change did to those who were booked, in a sentence. */
function useChange() {
  const queries = useQueryClient();
  return async ({ displaced, offered }: Said<'setPlaceDay'>): Promise<string> => {
    await queries.invalidateQueries({ queryKey: placesQuery.queryKey });
    return t('desk.places-changed', { displaced, offered });
  };
}

function DayForm({ place: { placeId } }: { place: Place }): ReactNode {
  const { data } = useQuery(deskSessionQuery);
  const said = useChange();
  const change = async (answers: FormData): Promise<string> => {
    const body = { on: typed(answers, 'on') ?? '', hours: typed(answers, 'hours') };
    return said(await ask('setPlaceDay', { params: { placeId }, body }));
  };
  return (
    <ActForm name={t('desk.places-day')} act={t('desk.places-save')} onSubmit={change}>
      <Ask name="on" label={t('desk.places-on')} type="date" value={data?.today ?? ''} />
      <Ask
        name="hours"
        label={t('desk.places-day-hours')}
        hint={t('desk.places-day-hint')}
        value="closed"
        isOptional
      />
    </ActForm>
  );
}

function HoursForm({ place }: { place: Place }): ReactNode {
  const { placeId, hours, slotMinutes, bays } = place;
  const { data } = useQuery(deskSessionQuery);
  const said = useChange();
  const change = async (answers: FormData): Promise<string> => {
    const body = {
      effectiveFrom: typed(answers, 'from') ?? '',
      hours: typed(answers, 'hours') ?? '',
      slotMinutes: Number(typed(answers, 'minutes')),
      bays: Number(typed(answers, 'bays')),
    };
    return said(await ask('setPlaceHours', { params: { placeId }, body }));
  };
  return (
    <ActForm name={t('desk.places-other-hours')} act={t('desk.places-save')} onSubmit={change}>
      <Ask name="from" label={t('desk.places-valid-from')} type="date" value={data?.today ?? ''} />
      <Ask
        name="hours"
        label={t('desk.places-hours')}
        hint={t('desk.places-hours-hint')}
        value={hours}
      />
      <Ask name="minutes" label={t('desk.places-minutes')} value={`${slotMinutes}`} />
      <Ask name="bays" label={t('desk.places-bays')} value={`${bays}`} />
    </ActForm>
  );
}
