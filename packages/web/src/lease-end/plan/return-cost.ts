import { leaseMaturityDate } from '@roadbook/domain/lease/lease-calendar';
import {
  type CentsRange,
  type LeaseEndOutlook,
  wayOutOn,
} from '@roadbook/domain/lease-end/planner/outlook';
import { type Breakdown, breakdown } from '@roadbook/domain/money/breakdown';
import { type BusinessDate, laterOf } from '@roadbook/domain/time/calendar';
import { movedBy } from '../../shared/format/range.ts';

/** Lines that are no surprise: rent, due whichever way the lease ends. */
const RENT: readonly string[] = ['payments-to-come', 'remaining-payments', 'holdover', 'past-due'];

/** What giving the car back costs: the payments still to come, and what comes on top of them. */
export type ReturnCost = {
  readonly on: BusinessDate;
  readonly cost: Breakdown;
  readonly range: CentsRange;
  readonly payments: Breakdown;
  readonly top: Breakdown;
  readonly topRange: CentsRange;
};

/** The day on which the lease ends by itself, or today when it has. */
export function lastDayOf(outlook: LeaseEndOutlook): BusinessDate {
  return laterOf(leaseMaturityDate(outlook.likely.terms), outlook.likely.asOf);
}

export function returnCost(outlook: LeaseEndOutlook): ReturnCost {
  const on = lastDayOf(outlook);
  const figure = wayOutOn(outlook, 'return', on);
  if (!figure.isOpen) throw new RangeError('a car can always be given back from today on');
  const { cash, cashRange } = figure;
  const payments = breakdown(cash.lines.filter(({ label }) => RENT.includes(label)));
  const top = breakdown(cash.lines.filter(({ label }) => !RENT.includes(label)));
  const topRange = movedBy(cashRange, -payments.totalCents);
  return { on, cost: cash, range: cashRange, payments, top, topRange };
}
