import type { LeaseContract } from '@roadbook/domain/contract/contract';
import { adjustedLeaseBalance } from '@roadbook/domain/lease/lease-balance';
import { leaseMaturityDate } from '@roadbook/domain/lease/lease-calendar';
import { leasePaymentOf, totalOf } from '@roadbook/domain/lease/lease-charge';
import { excessMileage, mileageStanding } from '@roadbook/domain/lease/mileage';
import { lastReading } from '@roadbook/domain/lease/odometer';
import { leasePaymentsToCome } from '@roadbook/domain/lease/payments-to-come';
import { creditOf } from '@roadbook/domain/ledger/balances';
import { breakdown, line } from '@roadbook/domain/money/breakdown';
import { sumCents } from '@roadbook/domain/money/cents';
import {
  type BusinessDate,
  daysBetween,
  laterOf,
  monthsBetween,
  partsOf,
} from '@roadbook/domain/time/calendar';
import { wireBreakdown } from '../operation/breakdown.ts';
import type { OverviewContext } from './overview-context.ts';

/** The part of an overview that only leases have. */
export function leaseParts(lease: LeaseContract, { today }: OverviewContext) {
  const { terms } = lease;
  const maturity = leaseMaturityDate(terms);
  const isRunning = lease.status === 'active' || lease.status === 'holdover';
  const payment = leasePaymentOf(terms, 1);
  const ahead = isRunning ? leasePaymentsToCome(lease, today) : { left: [], asked: [] };
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
    remainingPayments: ahead.left.length,
    remainingPaymentsCents: sumCents(ahead.left.map(totalOf)).toString(),
    residualValueCents: terms.residualValueCents.toString(),
    adjustedLeaseBalance: wireBreakdown(adjustedLeaseBalance(terms, today)),
    prepaidCents: creditOf(lease.balances, 'prepaid-lease-payments').toString(),
    mileage: mileageOf(lease, today),
    nextPayments: ahead.asked.slice(0, 5).map(({ number, dueDate, baseCents, taxCents }) => ({
      number,
      dueDate,
      baseCents: baseCents.toString(),
      taxCents: taxCents.toString(),
    })),
  };
}

function mileageOf(lease: LeaseContract, today: BusinessDate) {
  const { mileage } = lease.terms;
  const maturity = leaseMaturityDate(lease.terms);
  // A car that is kept is driven on: its miles count on the day it comes back.
  const endsOn = lease.status === 'holdover' ? laterOf(maturity, today) : maturity;
  const standing = mileageStanding(lease.terms, lease.facts.readings, today, endsOn);
  const projected = standing.projectedMiles;
  const { readOn } = standing;
  const reading = lastReading(lease.terms, lease.facts.readings);
  return {
    ...standing,
    readMiles: reading?.miles ?? null,
    readSource: reading?.source ?? null,
    allowedAtReadingMiles:
      readOn === null
        ? null
        : mileageStanding(lease.terms, lease.facts.readings, readOn).allowedToDateMiles,
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
