import type { OpenLeasePayment } from '../contract/contract.ts';
import { type Cents, minCents } from '../money/cents.ts';
import { floorDivide } from '../money/divide.ts';
import { totalOf } from './lease-charge.ts';

/** What money did to the open lease payments. */
export type AppliedToOpen = {
  readonly baseCents: Cents;
  readonly taxCents: Cents;
  /** What is still open, oldest first. */
  readonly open: readonly OpenLeasePayment[];
  readonly leftCents: Cents;
};

/**
 * Pays open lease payments oldest first, base and tax together; a part is split pro rata with the
 * remainder to the base.
 */
export function applyToOpen(open: readonly OpenLeasePayment[], money: Cents): AppliedToOpen {
  let left = money;
  let baseCents = 0n;
  let taxCents = 0n;
  const still: OpenLeasePayment[] = [];
  for (const payment of open) {
    const total = totalOf(payment);
    const paid = minCents(left, total);
    const tax = total === 0n ? 0n : floorDivide(paid * payment.taxCents, total);
    const base = paid - tax;
    baseCents += base;
    taxCents += tax;
    left -= paid;
    if (paid < total) {
      still.push({
        ...payment,
        baseCents: payment.baseCents - base,
        taxCents: payment.taxCents - tax,
      });
    }
  }
  return { baseCents, taxCents, open: still, leftCents: left };
}
