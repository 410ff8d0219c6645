import type * as operations from '@roadbook/api/operations/appointments';
import type { FieldError } from '@roadbook/api/problem';
import { HOLD_MINUTES } from '@roadbook/domain/lease-end/appointment/appointment';
import { isInWindow } from '@roadbook/domain/lease-end/appointment/appointment-window';
import { serves } from '@roadbook/domain/place/place';
import { slotAt } from '@roadbook/domain/place/slots';
import { wallTime } from '@roadbook/domain/time/time-zone';
import type { Handler } from '../../operation/handler.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import { admitAttempt } from '../../people/admit-attempt.ts';
import type { CustomerSession } from '../../people/session.ts';
import { uuidV7 } from '../../platform/database/uuid.ts';
import { nextFreeSlot } from './free-slots.ts';
import { leaseAtEnd, windowOf } from './lease-at-end.ts';
import { atText, dayText, isoOf, momentNow, momentOf } from './moments.ts';
import { placeAt, readPlaces } from './places.ts';
import { presentClaim } from './present.ts';
import { claimSlot, releaseOtherHolds } from './slots.sql.ts';

/** Enough to look at many times, too few to keep a place's whole day from others. */
const HOLDS_MOST = { attempts: 40, windowSeconds: 3_600 };

/** Keeps a slot for ten minutes, and frees what this lease kept before. One of many wins it. */
export const holdSlot: Handler<typeof operations.holdSlot, CustomerSession> = async ({
  shell,
  caller,
  params,
  body,
}) => {
  const { store, lender, clock } = shell;
  const { contractId } = params;
  const { personId } = caller;
  const { kind, placeId } = body;
  const startsAt = momentOf(body.startsAt);
  const found = await leaseAtEnd(shell, contractId, personId);
  await admitAttempt(shell, `hold:${personId}`, HOLDS_MOST);
  const places = await readPlaces(store);
  const fault = (field: string, value: string, rule: string): FieldError[] => [
    { field: `body.${field}`, value, rule },
  ];
  const place = placeAt(places, placeId, startsAt);
  if (place === null || !serves(place, kind, found.make)) {
    const rule = 'a place of the list for the ZIP code';
    throw new ProblemError('place-not-found', {}, fault('placeId', placeId, rule));
  }
  const { on } = wallTime(place.timeZone, startsAt);
  const at = atText(place, body.startsAt);
  const facts = { at, place: place.name };
  const now = momentNow(clock());
  if (startsAt <= now) {
    throw new ProblemError('slot-past', facts, fault('startsAt', body.startsAt, 'a time to come'));
  }
  const window = windowOf(found, kind, lender);
  if (!isInWindow(window, on)) {
    const { from, to } = window;
    const days = { on: dayText(on), from: dayText(from), to: dayText(to) };
    const rule = `a day from ${from} to ${to}`;
    throw new ProblemError('slot-outside-window', days, fault('startsAt', body.startsAt, rule));
  }
  const slot = place.effectiveFrom > on ? null : slotAt(place, startsAt);
  if (slot === null) {
    const rule = 'a time that the place offers';
    throw new ProblemError('slot-not-offered', facts, fault('startsAt', body.startsAt, rule));
  }
  const claim = await claimSlot(
    store,
    {
      placeId,
      startsAt: isoOf(slot.startsAt),
      endsAt: isoOf(slot.endsAt),
      bays: place.bays,
      claimId: uuidV7(clock()),
      contractId,
      personId,
      kind,
      heldUntil: new Date(clock() + HOLD_MINUTES * 60_000).toISOString(),
      appointmentId: null,
    },
    new Date(clock()).toISOString(),
  );
  if (claim === null) {
    const search = { placeId, kind, make: found.make, now };
    const next = await nextFreeSlot(store, places, search, window, on, startsAt);
    const nextAt =
      next === null
        ? 'on another day or at another place'
        : atText(next.place, isoOf(next.slot.startsAt));
    const nextStartsAt = next === null ? '' : isoOf(next.slot.startsAt);
    throw new ProblemError('slot-taken', { ...facts, nextAt, nextStartsAt });
  }
  await releaseOtherHolds(store, claim);
  return presentClaim(places, claim);
};
