import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { t } from '../../../../../shared/copy/copy.ts';
import { formatAtPlace } from '../../../../../shared/format/at-place.ts';
import button from '../../../../../shared/style/button.module.css';
import { call } from '../../../../../shared/wire/client.ts';
import { contractKey } from '../../../../queries.ts';
import type { Appointment, Held, Home, Kind, Place, Told } from './appointment-words.ts';
import style from './appointments.module.css';
import { CheckSlot } from './check-slot.tsx';
import { ChooseKind } from './choose-kind.tsx';
import { ChoosePlace } from './choose-place.tsx';
import { ChooseTime } from './choose-time.tsx';

type FlowProps = {
  readonly contractId: string;
  readonly told: Told;
  /** The appointment that gets another time; null where a new one is booked. */
  readonly moving: Appointment | null;
  /** Back to the list, with what was done; empty where nothing was. */
  readonly onEnd: (said: string) => void;
};

/** What for, where, when, check: one question at a time. Answers stay on the way back. */
export function BookingFlow({ contractId, told, moving, onEnd }: FlowProps): ReactNode {
  const queries = useQueryClient();
  const [kind, setKind] = useState<Kind | null>(moving?.kind ?? null);
  const [zip, setZip] = useState(moving?.home?.zip ?? told.zip ?? '');
  const [place, setPlace] = useState<Place | null>(null);
  const [held, setHeld] = useState<Held | null>(null);
  const decide = useMutation({
    mutationFn: ({ claimId, home }: { claimId: string; home: Home | null }) => {
      const body = { claimId, home };
      if (moving === null) return call('bookAppointment', { params: { contractId }, body });
      const { appointmentId } = moving;
      return call('moveAppointment', { params: { contractId, appointmentId }, body });
    },
    onSuccess: async (done) => {
      await queries.invalidateQueries({ queryKey: contractKey(contractId) });
      const at = formatAtPlace(done.startsAt, done.place);
      onEnd(
        t(moving === null ? 'appointment.booked' : 'appointment.moved', {
          at,
          reference: done.reference,
        }),
      );
    },
  });
  const steps = [kind, place, held].filter((each) => each !== null).length;
  const back = (): void => {
    if (held !== null) {
      setHeld(null);
      decide.reset();
    } else if (place !== null) setPlace(null);
    else if (kind !== null && moving === null) setKind(null);
    else onEnd('');
  };
  return (
    <>
      <button type="button" className={`${button.quiet} ${style.step}`} onClick={back}>
        {t(
          steps === 0 || (moving !== null && steps === 1)
            ? 'appointment.leave'
            : 'appointment.back',
        )}
      </button>
      {kind === null ? (
        <ChooseKind told={told} onChoose={setKind} />
      ) : place === null ? (
        <ChoosePlace
          contractId={contractId}
          kind={kind}
          zip={zip}
          onZip={setZip}
          onChoose={setPlace}
        />
      ) : held === null ? (
        <ChooseTime contractId={contractId} kind={kind} place={place} onHeld={setHeld} />
      ) : (
        <CheckSlot
          held={held}
          zip={zip}
          home={moving?.home ?? null}
          isMoving={moving !== null}
          isBusy={decide.isPending}
          fault={decide.error}
          onDecide={(home) => decide.mutate({ claimId: held.claimId, home })}
        />
      )}
    </>
  );
}
