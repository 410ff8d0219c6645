import '../../../../../shared/copy/appointments-copy.ts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { t } from '../../../../../shared/copy/copy.ts';
import { formatDate } from '../../../../../shared/format/date.ts';
import { PageHeading } from '../../../../../shared/page/heading.tsx';
import { Loaded } from '../../../../../shared/state/loaded.tsx';
import button from '../../../../../shared/style/button.module.css';
import { appointmentsQuery } from '../../../../queries.ts';
import { AppointmentCard, PastAppointments } from './appointment-card.tsx';
import { type Appointment, isAhead, isOpen, purposeOf, type Told } from './appointment-words.ts';
import style from './appointments.module.css';
import { BookingFlow } from './booking-flow.tsx';

/** What is booked for the end of a lease, and the way to book, move and cancel it. */
export function AppointmentsPage(): ReactNode {
  const { contractId } = useParams({ from: '/contracts/$contractId' });
  const told = useQuery(appointmentsQuery(contractId));
  return (
    <div className={style.page}>
      <Link className={style.back} to="/contracts/$contractId/lease-end" params={{ contractId }}>
        {t('appointment.to-lease-end')}
      </Link>
      <Loaded query={told} lines={12}>
        {(data) => <Appointments contractId={contractId} told={data} />}
      </Loaded>
    </div>
  );
}

type Doing = { readonly what: 'book' } | { readonly what: 'move'; readonly of: Appointment };

function Appointments({ contractId, told }: { contractId: string; told: Told }): ReactNode {
  const [doing, setDoing] = useState<Doing | null>(null);
  const [said, setSaid] = useState('');
  const ahead = told.appointments.filter(isAhead);
  if (doing !== null) {
    return (
      <BookingFlow
        contractId={contractId}
        told={told}
        moving={doing.what === 'move' ? doing.of : null}
        onEnd={(words) => {
          setDoing(null);
          setSaid(words);
        }}
      />
    );
  }
  return (
    <>
      <PageHeading>{t('appointment.title')}</PageHeading>
      <p role="status" className={said === '' ? undefined : style.said}>
        {said}
      </p>
      {ahead.map((each) => (
        <AppointmentCard
          key={each.appointmentId}
          appointment={each}
          onMove={() => setDoing({ what: 'move', of: each })}
          onSaid={setSaid}
        />
      ))}
      <BookAnother told={told} ahead={ahead} onBook={() => setDoing({ what: 'book' })} />
      <PastAppointments past={told.appointments.filter((each) => !isAhead(each))} />
    </>
  );
}

type BookProps = {
  readonly told: Told;
  readonly ahead: readonly Appointment[];
  readonly onBook: () => void;
};

/** What else can be booked, or from which day on. */
function BookAnother({ told, ahead, onBook }: BookProps): ReactNode {
  const taken = ahead.map(({ kind }) => purposeOf(kind));
  const left = told.days.filter(({ kind }) => !taken.includes(purposeOf(kind)));
  const later = left.filter((days) => !isOpen(days) && days.kind !== 'home-inspection');
  return (
    <section className={style.section} aria-label={t('appointment.book')}>
      {ahead.length === 0 ? <p>{t('appointment.none')}</p> : null}
      {later.map(({ kind, opensOn, from, to }) => (
        <p key={kind}>
          {t(
            to < opensOn || from === opensOn
              ? `appointment.opens.${kind}`
              : `appointment.over.${kind}`,
            {
              day: formatDate(opensOn),
            },
          )}
        </p>
      ))}
      {left.some(isOpen) ? (
        <button
          type="button"
          className={ahead.length === 0 ? button.primary : button.secondary}
          onClick={onBook}
        >
          {t(ahead.length === 0 ? 'appointment.book-first' : 'appointment.book-other')}
        </button>
      ) : null}
    </section>
  );
}
