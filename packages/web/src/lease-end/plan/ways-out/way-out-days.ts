import { leaseMaturityDate } from '@roadbook/domain/lease/lease-calendar';
import { type LeaseEndOutlook, waysOutOn } from '@roadbook/domain/lease-end/planner/outlook';
import { addDays, addMonths, type BusinessDate, laterOf } from '@roadbook/domain/time/calendar';
import { type Scale, scaleOf } from '../../../shared/picture/scale.ts';

/** The last day worth looking at: as long as a lease may be extended, and a month at least. */
export function lastDayToShow({ likely }: LeaseEndOutlook): BusinessDate {
  const { terms, policy, asOf } = likely;
  const extended = addMonths(leaseMaturityDate(terms), policy.extension.maxMonths, terms.dueDay);
  return laterOf(extended, addDays(asOf, 30));
}

/** The day that is looked at: the chosen one, or the last of the lease while none is. */
export function dayShown(outlook: LeaseEndOutlook, chosen: BusinessDate | null): BusinessDate {
  const { asOf, terms } = outlook.likely;
  const last = lastDayToShow(outlook);
  const wanted = chosen ?? leaseMaturityDate(terms);
  if (wanted < asOf) return asOf;
  return wanted > last ? last : wanted;
}

/** One scale for all doors and all days, so that a bar that grows has grown. */
export function scaleOfDoors(outlook: LeaseEndOutlook): Scale {
  const { asOf, terms } = outlook.likely;
  const days = [asOf, laterOf(asOf, leaseMaturityDate(terms)), lastDayToShow(outlook)];
  return scaleOf(
    days.flatMap((day) =>
      waysOutOn(outlook, day).flatMap((figure) =>
        figure.isOpen
          ? [
              figure.cashRange.highCents,
              figure.net.lowCents,
              figure.net.highCents,
              figure.keeps?.highCents ?? 0n,
            ]
          : [],
      ),
    ),
  );
}
