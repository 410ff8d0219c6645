import type { LeaseContract } from '@roadbook/domain/contract/contract';
import { adjustedLeaseBalance } from '@roadbook/domain/lease/lease-balance';
import {
  leaseDueDate,
  leaseMaturityDate,
  leasePaymentCount,
  leasePaymentsDueBy,
} from '@roadbook/domain/lease/lease-calendar';
import { leasePaymentOf, totalOf } from '@roadbook/domain/lease/lease-charge';
import { excessMileage, mileageStanding } from '@roadbook/domain/lease/mileage';
import { creditOf } from '@roadbook/domain/ledger/balances';
import { breakdown, line } from '@roadbook/domain/money/breakdown';
import {
  addDays,
  type BusinessDate,
  daysBetween,
  monthsBetween,
  partsOf,
} from '@roadbook/domain/time/calendar';
import { wireBreakdown } from './breakdown.ts';
import type { OverviewContext } from './overview-context.ts';

/** The part of an overview that only leases have. */
export function leaseParts(lease: LeaseContract, { today }: OverviewContext) {
  const { terms } = lease;
  const maturity = leaseMaturityDate(terms);
  const isRunning = lease.status === 'active' || lease.status === 'holdover';
  const payment = leasePaymentOf(terms, 1);
  const due = leasePaymentsDueBy(terms, addDays(today, -1));
  const count = leasePaymentCount(terms);
  const left = isRunning ? count - due : 0;
  const next = Array.from({ length: Math.min(left, 5) }, (_, index) => due + 1 + index);
  return {
    startsOn: terms.startsOn,
    termMonths: terms.termMonths,
    monthsLeft: wholeMonthsLeft(today, maturity),
    daysLeft: Math.max(0, daysBetween(today, maturity)),
    payment: wireBreakdown(
      breakdown([
        line('base-payment', 'lease-payment', payment.baseCents),
        ...(payment.taxCents === 0n
          ? []
          : [
              line('tax', 'tax-each-payment', payment.taxCents, {
                ratePpb: terms.tax.ratePpb.toString(),
                taxableCents: payment.baseCents.toString(),
                jurisdiction: terms.tax.jurisdiction,
              }),
            ]),
      ]),
    ),
    remainingPayments: left,
    remainingPaymentsCents: (BigInt(left) * totalOf(payment)).toString(),
    residualValueCents: terms.residualValueCents.toString(),
    adjustedLeaseBalance: wireBreakdown(adjustedLeaseBalance(terms, today)),
    prepaidCents: creditOf(lease.balances, 'prepaid-lease-payments').toString(),
    mileage: mileageOf(lease, today),
    nextPayments: next.map((number) => ({
      number,
      dueDate: leaseDueDate(terms, number),
      baseCents: payment.baseCents.toString(),
      taxCents: payment.taxCents.toString(),
    })),
  };
}

function mileageOf(lease: LeaseContract, today: BusinessDate) {
  const { mileage } = lease.terms;
  const standing = mileageStanding(lease.terms, lease.facts, today);
  const projected = standing.projectedMiles;
  return {
    ...standing,
    deliveryOdometer: mileage.deliveryOdometer,
    projectedExcess:
      projected === null
        ? null
        : wireBreakdown(excessMileage(lease.terms, mileage.deliveryOdometer + projected)),
    excessMileCents: mileage.excessMileCents.toString(),
  };
}

/** Whole months until maturity, as a person counts them; 0 once it is here. */
function wholeMonthsLeft(today: BusinessDate, maturity: BusinessDate): number {
  const months = monthsBetween(today, maturity);
  const isShort = partsOf(today).day > partsOf(maturity).day;
  return Math.max(0, isShort ? months - 1 : months);
}
