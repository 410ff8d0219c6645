import '../../shared/copy/lease-end/walk-copy.ts';
import { parseDate } from '@roadbook/domain/time/calendar';
import type { ReactNode } from 'react';
import { dateAt } from '../../shared/format/clock.ts';
import { firstGuideId } from './guide/wear-data.ts';
import { CURRENT } from './keep/walk-store.ts';
import { newWalk, type Walk } from './walk.ts';
import { useWalkRoom } from './walk-room.ts';
import { WalkScreens } from './walk-screens.tsx';

/** The day it is where the phone is. */
export function dayHere() {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const day = parseDate(dateAt(timeZone, Date.now()));
  if (day === null) throw new RangeError('the clock shows no day of this calendar');
  return day;
}

export function blankWalk(): Walk {
  return newWalk(dayHere(), firstGuideId());
}

/**
 * The walk around the car, for anybody. Everything is computed here; nothing that is typed, chosen
 * or photographed leaves the device. The device keeps it unless its owner wants nothing kept.
 */
export function WalkPage(): ReactNode {
  const room = useWalkRoom({ name: CURRENT, blank: blankWalk });
  return <WalkScreens room={room} />;
}
