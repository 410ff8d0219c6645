import type { Place } from '@roadbook/domain/place/place';
import type { AppointmentWord } from '../../letters/letter-values.ts';
import { sendToPersons } from '../../letters/send-to-person.ts';
import { referenceOf } from '../../money/pay/receipts.ts';
import type { Shell } from '../../operation/shell.ts';
import { lettersTo, openPeople } from '../../people/notices/letters-to-party.ts';
import { noticePeople } from '../../people/notices/notice-people.sql.ts';
import type { Queryable } from '../../platform/database/store.ts';
import type { AppointmentRow } from './appointment.sql.ts';
import { atPlace } from './moments.ts';
import type { ClaimRow } from './slots.sql.ts';

type Plain =
  | 'appointment-booked'
  | 'appointment-moved'
  | 'appointment-cancelled'
  | 'appointment-missed'
  | 'appointment-reminder';

type Telling = {
  readonly row: AppointmentRow;
  readonly place: Place;
} & (
  | { readonly template: Plain }
  | {
      readonly template: 'appointment-displaced';
      readonly offer: { readonly claim: ClaimRow; readonly place: Place } | null;
    }
);

/**
 * Tells the people of a contract of an appointment, in the transaction of what is told. The
 * sequence number is part of what makes the letter's id, so each change is told once.
 */
export async function tellOfAppointment(
  tx: Queryable,
  { ring, clock }: Pick<Shell, 'ring' | 'clock'>,
  telling: Telling,
): Promise<void> {
  const { template, row, place } = telling;
  const nowMs = clock();
  const people = await noticePeople(tx, [row.contract_id]);
  // Whoever cannot be opened gets no letter; the notices of contracts report it.
  const opened = openPeople({ ring, report: () => undefined }, people);
  const { on, time } = atPlace(place, row.starts_at);
  const values = {
    kind: wordOf(row),
    on: { day: on },
    time,
    place: place.name,
    address: `${place.street}, ${place.city}, ${place.state} ${place.zip}`,
    reference: referenceOf(row.appointment_id),
    ...offerValues(telling),
  };
  const told = { template, topic: 'appointments', demands: false, values } as const;
  const about = {
    contractId: row.contract_id,
    asked: ['appointment', row.appointment_id, row.sequence, template],
    nowMs,
    ...(template === 'appointment-reminder' ? { expiresMs: Date.parse(row.starts_at) } : {}),
  };
  const letters = people.flatMap((party) => {
    const person = opened.get(party.person_id);
    return person === undefined ? [] : lettersTo(party, person, about, told);
  });
  await sendToPersons(tx, { ring, nowMs }, letters);
}

/** What an appointment is for, in a word that the catalogue chooses by. */
export function wordOf({ kind }: Pick<AppointmentRow, 'kind'>): AppointmentWord {
  return kind === 'home-inspection' ? 'home' : kind;
}

function offerValues(telling: Telling) {
  if (telling.template !== 'appointment-displaced') return {};
  const { offer } = telling;
  if (offer === null) return { offer: 'none', offerOn: '', offerTime: '', offerPlace: '' };
  const { on, time } = atPlace(offer.place, offer.claim.starts_at);
  return { offer: 'kept', offerOn: { day: on }, offerTime: time, offerPlace: offer.place.name };
}
