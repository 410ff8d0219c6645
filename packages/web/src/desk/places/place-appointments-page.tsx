import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { zoneName } from '../../shared/format/at-place.ts';
import { formatDay } from '../../shared/format/date.ts';
import { timeAt } from '../../shared/format/moment.ts';
import { relativeDay } from '../../shared/format/relative-day.ts';
import { PageHeading } from '../../shared/page/heading.tsx';
import { Skeleton } from '../../shared/state/loaded.tsx';
import button from '../../shared/style/button.module.css';
import { DeskNotice } from '../frame/notice.tsx';
import style from '../frame/parts.module.css';
import { placeAppointmentsQuery } from '../queries.ts';
import { ask, type Said } from '../wire/desk-client.ts';

type Told = Said<'listPlaceAppointments'>;
type Appointment = Told['appointments'][number];

/** What comes to the own place today and in the coming days: the car and the time, no more. */
export function PlaceAppointmentsPage(): ReactNode {
  const told = useQuery(placeAppointmentsQuery);
  return (
    <>
      <PageHeading>{t('desk.place.appointments')}</PageHeading>
      {told.isError ? <DeskNotice fault={told.error} /> : null}
      {told.isPending ? <Skeleton lines={8} /> : null}
      {told.data === undefined ? null : <Days told={told.data} />}
    </>
  );
}

function Days({ told }: { told: Told }): ReactNode {
  const { place, today, appointments } = told;
  const days = [...new Set([today, ...appointments.map(({ on }) => on)])].toSorted();
  return (
    <>
      <p className={style.lead}>
        {t('desk.appointments.lead', { place: place.name, zone: zoneName(place.timeZone) })}
      </p>
      {days.map((day) => {
        const ofDay = appointments.filter(({ on }) => on === day);
        return (
          <section key={day} className={style.section} aria-label={formatDay(day)}>
            <h2>
              {formatDay(day)} <span className={style.aside}>{relativeDay(today, day)}</span>
            </h2>
            {ofDay.length === 0 ? <p>{t('desk.appointments.none')}</p> : null}
            <ul className={style.rows}>
              {ofDay.map((each) => (
                <li key={each.appointmentId}>
                  <Row appointment={each} timeZone={place.timeZone} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

function Row({ appointment, timeZone }: { appointment: Appointment; timeZone: string }): ReactNode {
  const { kind, state, startsAt, vin, home, reference } = appointment;
  const { modelYear, make, model } = appointment;
  const car = [modelYear, make, model].filter((part) => part !== null).join(' ');
  return (
    <>
      <span className={style.row}>
        <span>
          <b className="number">{timeAt(startsAt, timeZone)}</b> {t(`desk.appointments.${kind}`)}
        </span>
        {state === 'booked' ? null : (
          <span className={style.tag}>{t(`desk.appointments.state.${state}`)}</span>
        )}
      </span>
      <span className={style.row}>
        <span>{car === '' ? t('desk.appointments.car-unknown') : car}</span>
        <span className="number">{vin}</span>
      </span>
      {home === null ? null : (
        <span className={style.row}>
          {t('desk.appointments.home', {
            address: `${home.street}, ${home.city}, ${home.state} ${home.zip}`,
          })}
        </span>
      )}
      <span className={`${style.row} ${style.aside}`}>
        {t('desk.appointments.reference', { reference })}
      </span>
      <Missed appointment={appointment} />
    </>
  );
}

/** "Nobody came": from the start of the appointment on, and asked once more by its own words. */
function Missed({ appointment }: { appointment: Appointment }): ReactNode {
  const queries = useQueryClient();
  const { appointmentId, state, hasBegun } = appointment;
  const miss = useMutation({
    mutationFn: () => ask('markAppointmentMissed', { params: { appointmentId } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: placeAppointmentsQuery.queryKey }),
  });
  if (state !== 'booked' || !hasBegun) return null;
  return (
    <>
      {miss.error === null ? null : <DeskNotice fault={miss.error} />}
      <span className={style.acts}>
        <button
          type="button"
          className={button.quiet}
          disabled={miss.isPending}
          onClick={() => miss.mutate()}
        >
          {t('desk.appointments.missed')}
        </button>
      </span>
    </>
  );
}
