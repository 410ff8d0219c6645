import type { LeaseTerms } from '@roadbook/domain/contract/lease-terms';
import { leasePaymentCount } from '@roadbook/domain/lease/lease-calendar';
import type { Cents } from '@roadbook/domain/money/cents';
import { floorDivide } from '@roadbook/domain/money/divide';
import { PPB_ONE, type Ppb } from '@roadbook/domain/money/rate';
import { roundHalfUp } from '@roadbook/domain/money/round';

/** The rate a year at which the securitization discounts: above what most of the leases yield. */
export const DISCOUNT_PPB: Ppb = 72_500_000n;

const SCALE = 10n ** 18n;

/**
 * The payments still to come after `paid` of them, and the guide's residual value, discounted month
 * by month: what investors in leases are told instead of a loan balance (Schedule AL, item 4).
 */
export function securitizationValue(
  terms: LeaseTerms,
  paid: number,
  baseResidualCents: Cents,
): Cents {
  const growth = 12n * PPB_ONE + DISCOUNT_PPB;
  let value = baseResidualCents * SCALE;
  for (let left = leasePaymentCount(terms) - paid; left > 0; left -= 1) {
    value = floorDivide((value + terms.basePaymentCents * SCALE) * 12n * PPB_ONE, growth);
  }
  return roundHalfUp(value, SCALE);
}
