import { leaseMaturityDate } from '../lease/lease-calendar.ts';
import { addDays, type BusinessDate } from '../time/calendar.ts';
import type { LeaseEndTelling } from './ways-out/lease-end-telling.ts';

/** What happens, or should, on the way to the lease's end. */
export const LEASE_END_STEPS = [
  'centre-opens',
  'decide',
  'book-inspection',
  'buy-miles-until',
  'inspection-until',
  'turn-in-from',
  'offer-ends',
  'maturity',
  'final-bill',
] as const;
export type LeaseEndStepKind = (typeof LEASE_END_STEPS)[number];

export type LeaseEndStep = {
  readonly kind: LeaseEndStepKind;
  readonly on: BusinessDate;
  /** What its sentence needs besides the day. */
  readonly facts: Readonly<Record<string, string>>;
};

/** The dates of a lease's end in order, by the lender's windows. Days gone by are in it too. */
export function leaseEndDates(c: LeaseEndTelling): readonly LeaseEndStep[] {
  const maturity = leaseMaturityDate(c.terms);
  const { windows, miles, offers, finalBillDays } = c.policy;
  const before = (days: number) => addDays(maturity, -days);
  const steps: LeaseEndStep[] = [
    step('centre-opens', before(windows.opens)),
    step('decide', before(windows.decide)),
    step('book-inspection', before(windows.inspection.fromDays)),
    step('buy-miles-until', before(miles.buyUntilDays)),
    step('inspection-until', before(windows.inspection.toDays)),
    step('turn-in-from', before(windows.turnIn.fromDays)),
    ...offers
      .filter(({ until }) => until >= c.asOf)
      .map((offer) => step('offer-ends', offer.until, { offer: offer.name })),
    step('maturity', maturity),
    step('final-bill', addDays(maturity, finalBillDays), { days: finalBillDays.toString() }),
  ];
  const rank = (kind: LeaseEndStepKind) => LEASE_END_STEPS.indexOf(kind);
  return steps.toSorted((a, b) =>
    a.on === b.on ? rank(a.kind) - rank(b.kind) : a.on < b.on ? -1 : 1,
  );
}

/** The next thing to do: the first step that is today or still ahead. */
export function nextLeaseEndStep(c: LeaseEndTelling): LeaseEndStep | null {
  return leaseEndDates(c).find(({ on }) => on >= c.asOf) ?? null;
}

function step(
  kind: LeaseEndStepKind,
  on: BusinessDate,
  facts: Readonly<Record<string, string>> = {},
): LeaseEndStep {
  return { kind, on, facts };
}
