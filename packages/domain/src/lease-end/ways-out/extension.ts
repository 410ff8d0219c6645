import { leaseMaturityDate } from '../../lease/lease-calendar.ts';
import { type Breakdown, breakdown, line } from '../../money/breakdown.ts';
import { roundHalfUp } from '../../money/round.ts';
import { addMonths, type BusinessDate, daysBetween } from '../../time/calendar.ts';
import { closed, type LeaseEndRefusal } from '../lease-end-refusal.ts';
import { charged } from './end-lines.ts';
import type { LeaseEndTelling } from './lease-end-telling.ts';

/** The rent of an extension, and how many whole months and further days it takes. */
export type Extension = {
  readonly until: BusinessDate;
  readonly months: number;
  readonly days: number;
  readonly rent: Breakdown;
};

const RENT_DAYS = 30n;

/**
 * Keeping the car until a day after maturity by agreement: each whole month costs the base payment,
 * further days base × days / 30, with tax. The payments are rent: residual value and option fee
 * stay. Refused beyond the months a lease may be extended in all; the seventh month would need new
 * disclosures (12 CFR 1013.3, 1013.5).
 */
export function extension(c: LeaseEndTelling, until: BusinessDate): Extension | LeaseEndRefusal {
  const { terms, policy, account } = c;
  const maturity = leaseMaturityDate(terms);
  if (until <= maturity) return closed('extension-not-after-maturity', { until, maturity });
  const left = policy.extension.maxMonths - account.extendedMonths;
  const last = addMonths(maturity, Math.max(0, left), terms.dueDay);
  if (until > last) return closed('extension-limit', { until, last, months: left.toString() });
  let months = 0;
  while (addMonths(maturity, months + 1, terms.dueDay) <= until) months += 1;
  const days = daysBetween(addMonths(maturity, months, terms.dueDay), until);
  const base = terms.basePaymentCents;
  const each = { basePaymentCents: base.toString() };
  const whole = line('extension-rent', 'extension-months', base * BigInt(months), {
    ...each,
    count: months.toString(),
  });
  const rest = line(
    'extension-days',
    'extension-days',
    roundHalfUp(base * BigInt(days), RENT_DAYS),
    { ...each, days: days.toString() },
  );
  const rent = breakdown([...charged(c, 'extension', whole), ...charged(c, 'extension', rest)]);
  return { until, months, days, rent };
}
