import { adjustedLeaseBalance } from '../../lease/lease-balance.ts';
import { leaseMaturityDate } from '../../lease/lease-calendar.ts';
import { allowedMiles } from '../../lease/mileage.ts';
import { type Breakdown, breakdown, type Line, line } from '../../money/breakdown.ts';
import { sumCents } from '../../money/cents.ts';
import type { BusinessDate } from '../../time/calendar.ts';
import type { BuyerClass } from '../lease-end-policy.ts';
import { closed, type LeaseEndRefusal } from '../lease-end-refusal.ts';
import { charged, creditLines, holdoverLines, owedLines } from './end-lines.ts';
import { odometerOn } from './end-miles.ts';
import type { LeaseEndTelling } from './lease-end-telling.ts';

/**
 * What buying the car costs on a day, for one class of buyer: the residual value at maturity, the
 * adjusted lease balance before it, the purchase option fee, what is due and unpaid, official fees
 * and sales tax, less deposit, prepaid payments and unused bought miles where the lender refunds
 * them. No disposition fee, no wear, no miles; the early-termination fee only where the contract
 * charges it on a purchase. Payments due by that day count as paid: who asks for a later day adds
 * them. Refuses a buyer whom the lender's dated policy does not name.
 */
export function buyout(
  c: LeaseEndTelling,
  on: BusinessDate,
  buyer: BuyerClass = 'lessee',
): Breakdown | LeaseEndRefusal {
  const { terms, policy } = c;
  if (on < c.asOf) return closed('date-before-today', { on, today: c.asOf });
  if (!policy.buyers.includes(buyer)) return closed('buyer-not-allowed', { buyer });
  const isEarly = on < leaseMaturityDate(terms);
  const price: Line[] = [
    ...adjustedLeaseBalance(terms, on).lines,
    line('purchase-option-fee', 'purchase-option', terms.endFees.purchaseOptionCents),
  ];
  if (isEarly && policy.earlyEnd.feeOnPurchase) price.push(earlyFee(c));
  const base = sumCents(price.map((each) => each.cents));
  const taxed = charged(c, 'buyout', line('price', 'buyout-price', base));
  const lines = [
    ...price,
    ...taxed.slice(1),
    line('official-fees', 'title-and-registration', policy.officialFeesCents),
    ...owedLines(c),
    ...holdoverLines(c, on),
    ...creditLines(c),
    ...boughtMilesRefund(c, on),
  ];
  return breakdown(lines.filter((each) => each.cents !== 0n));
}

function earlyFee(c: LeaseEndTelling): Line {
  const cents = c.terms.endFees.earlyTerminationCents;
  return line('early-termination-fee', 'early-termination', cents);
}

/** Miles bought ahead and not driven, at the price they were bought for. */
function boughtMilesRefund(c: LeaseEndTelling, on: BusinessDate): Line[] {
  const { boughtMiles, deliveryOdometer } = c.terms.mileage;
  if (!c.policy.miles.refundsUnused || boughtMiles < 1) return [];
  const left = deliveryOdometer + allowedMiles(c.terms) - odometerOn(c, on);
  const unused = Math.min(boughtMiles, Math.max(0, left));
  if (unused < 1) return [];
  const each = c.policy.miles.boughtMileCents;
  const inputs = { unusedMiles: unused.toString(), boughtMileCents: each.toString() };
  return [line('bought-miles-refund', 'unused-bought-miles', -(BigInt(unused) * each), inputs)];
}
