import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { t } from '../../../../../shared/copy/copy.ts';
import { formatAtPlace } from '../../../../../shared/format/at-place.ts';
import { ProblemNotice } from '../../../../../shared/state/problem-notice.tsx';
import button from '../../../../../shared/style/button.module.css';
import { call } from '../../../../../shared/wire/client.ts';
import { contractKey } from '../../../../queries.ts';
import { type Appointment, addressLine, calendarHref } from './appointment-words.ts';
import style from './appointments.module.css';

type CardProps = {
  readonly appointment: Appointment;
  readonly onMove: () => void;
  readonly onSaid: (words: string) => void;
};

/** An appointment ahead: when, where, what to bring, and what can still be done about it. */
export function AppointmentCard({ appointment, onMove, onSaid }: CardProps): ReactNode {
  const { kind, state, place, startsAt, home, reference, canChange } = appointment;
  const id = useId();
  return (
    <section className={style.card} aria-labelledby={id}>
      <h2 id={id}>{t(`appointment.kind.${kind}`)}</h2>
      {state === 'displaced' ? (
        <Displaced appointment={appointment} onSaid={onSaid} />
      ) : (
        <p className={style.when}>{formatAtPlace(startsAt, place)}</p>
      )}
      <address className={style.where}>
        <b>{place.name}</b>
        <span>
          {home === null
            ? addressLine(place)
            : t('appointment.comes-to', { address: addressLine(home) })}
        </span>
        {place.phone === null ? null : (
          <a href={`tel:${place.phone.replace(/[^\d+]/g, '')}`}>{place.phone}</a>
        )}
      </address>
      <p>{t(kind === 'return' ? 'appointment.bring' : 'appointment.have-ready')}</p>
      <p className={style.quiet}>
        {t('appointment.reference')} <b className="number">{reference}</b>
      </p>
      {state === 'displaced' ? null : (
        <p>
          <a href={calendarHref(appointment)} download>
            {t('appointment.calendar')}
          </a>
        </p>
      )}
      {canChange ? (
        <Acts appointment={appointment} onMove={onMove} onSaid={onSaid} />
      ) : (
        <p className={style.quiet}>{t('appointment.begun')}</p>
      )}
    </section>
  );
}

/** A place that closed: we say so, and keep another time for this person first. */
function Displaced({ appointment, onSaid }: Omit<CardProps, 'onMove'>): ReactNode {
  const { contractId, appointmentId, place, startsAt, offered, home } = appointment;
  const queries = useQueryClient();
  const take = useMutation({
    mutationFn: (claimId: string) =>
      call('moveAppointment', {
        params: { contractId, appointmentId },
        body: { claimId, home },
      }),
    onSuccess: async (moved) => {
      await queries.invalidateQueries({ queryKey: contractKey(contractId) });
      const at = formatAtPlace(moved.startsAt, moved.place);
      onSaid(t('appointment.moved', { at, reference: moved.reference }));
    },
  });
  return (
    <div className={style.displaced}>
      <p>{t('appointment.displaced', { place: place.name, at: formatAtPlace(startsAt, place) })}</p>
      {offered === null ? (
        <p>{t('appointment.displaced-none')}</p>
      ) : (
        <>
          <p>
            {t('appointment.offered', {
              at: formatAtPlace(offered.startsAt, offered.place),
              place: offered.place.name,
              until: formatAtPlace(offered.heldUntil, offered.place),
            })}
          </p>
          <button
            type="button"
            className={button.primary}
            disabled={take.isPending}
            onClick={() => take.mutate(offered.claimId)}
          >
            {t('appointment.take', { at: formatAtPlace(offered.startsAt, offered.place) })}
          </button>
        </>
      )}
      {take.error === null ? null : <ProblemNotice fault={take.error} takesFocus />}
    </div>
  );
}

/** Moving and cancelling. Cancelling asks once more, in its place. */
function Acts({ appointment, onMove, onSaid }: CardProps): ReactNode {
  const { contractId, appointmentId, place, startsAt, reference } = appointment;
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const cancel = useMutation({
    mutationFn: () => call('cancelAppointment', { params: { contractId, appointmentId } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: contractKey(contractId) });
      onSaid(t('appointment.cancelled', { at: formatAtPlace(startsAt, place), reference }));
    },
  });
  return (
    <div className={style.acts}>
      {isAsking ? (
        <>
          <p>{t('appointment.cancel-ask')}</p>
          <button
            type="button"
            className={button.secondary}
            disabled={cancel.isPending}
            onClick={() => cancel.mutate()}
          >
            {t('appointment.cancel-yes')}
          </button>
          <button type="button" className={button.quiet} onClick={() => setAsking(false)}>
            {t('appointment.cancel-no')}
          </button>
        </>
      ) : (
        <>
          <button type="button" className={button.secondary} onClick={onMove}>
            {t('appointment.move')}
          </button>
          <button type="button" className={button.quiet} onClick={() => setAsking(true)}>
            {t('appointment.cancel')}
          </button>
        </>
      )}
      {cancel.error === null ? null : <ProblemNotice fault={cancel.error} takesFocus />}
    </div>
  );
}

/** What is over stays to be read. */
export function PastAppointments({ past }: { past: readonly Appointment[] }): ReactNode {
  if (past.length === 0) return null;
  return (
    <section className={style.section} aria-labelledby="past">
      <h2 id="past">{t('appointment.past')}</h2>
      <ul className={style.past}>
        {past.map(({ appointmentId, kind, state, startsAt, place, reference }) => (
          <li key={appointmentId}>
            <b>{t(`appointment.kind.${kind}`)}</b>
            <span>
              {formatAtPlace(startsAt, place)}, {place.name}
            </span>
            <span className={style.quiet}>
              {t(`appointment.state.${state}`)} · {reference}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
