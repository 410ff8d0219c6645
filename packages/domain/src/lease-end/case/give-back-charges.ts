import type { LeaseContract } from '../../contract/contract.ts';
import type { BillCharge, BillLine } from '../../contract/give-back.ts';
import type { TaxableCharge } from '../../contract/lease-terms.ts';
import { chargeTax } from '../../lease/lease-charge.ts';
import { excessMilesLine } from '../../lease/mileage.ts';
import { allocate } from '../../money/allocate.ts';
import type { LineInputs } from '../../money/breakdown.ts';
import { atLeastZero, type Cents, sumCents } from '../../money/cents.ts';
import type { BusinessDate } from '../../time/calendar.ts';
import type { LeaseEndPolicy } from '../lease-end-policy.ts';
import { allowanceFor, returnKind } from '../ways-out/end-miles.ts';

/** A charge for wear, or what a waiver takes off (negative), before tax. */
export type WearLine = {
  readonly lineId: string;
  readonly rule: string;
  readonly inputs: LineInputs;
  readonly chargeCents: Cents;
  readonly evidence: string;
  readonly decidedBy: string;
};

/** A toll, a ticket or a tax of the time before the receipt, as its document says. */
export type ThirdPartyLine = WearLine & { readonly incurredOn: BusinessDate };

/** What the charges of a car that is given back are computed from. */
export type GiveBackBasis = {
  /** The day on which the car is back. */
  readonly on: BusinessDate;
  readonly miles: number;
  /** What the miles rest on: the receipt, a report, a photo. */
  readonly milesEvidence: string;
  readonly wear: readonly WearLine[];
};

/**
 * What a car that is given back costs besides what the account owes: disposition fee, miles, wear,
 * each with its tax. The amounts are those of `wayOutCost` for the same facts, and a property holds
 * them together. Tax on wear is computed once over all of it, and split over its lines by size.
 */
export function giveBackCharges(
  { terms }: LeaseContract,
  policy: LeaseEndPolicy,
  { on, miles, milesEvidence, wear }: GiveBackBasis,
): BillLine[] {
  const { dispositionCents } = terms.endFees;
  const allowed = allowanceFor(terms, policy, on, returnKind(terms, on));
  const excess = excessMilesLine(terms, miles, allowed);
  const byRule = { evidence: 'contract', decidedBy: 'rule' };
  const tax = (charge: TaxableCharge, cents: Cents) => chargeTax(terms.tax, charge, cents);
  return [
    {
      lineId: 'disposition-fee',
      charge: 'disposition-fee' as const,
      rule: 'disposition',
      inputs: {},
      chargeCents: dispositionCents,
      taxCents: tax('disposition-fee', dispositionCents),
      ...byRule,
    },
    {
      lineId: 'excess-miles',
      charge: 'excess-miles' as const,
      rule: excess.rule,
      inputs: excess.inputs,
      chargeCents: excess.cents,
      taxCents: tax('excess-miles', excess.cents),
      evidence: milesEvidence,
      decidedBy: 'rule',
    },
    ...wearCharges(wear, (cents) => tax('excess-wear', cents)),
  ].filter(({ chargeCents }) => chargeCents !== 0n);
}

/** Wear with its tax. Waivers never come to more than the charges they lower. */
export function wearCharges(wear: readonly WearLine[], taxOf: (cents: Cents) => Cents): BillLine[] {
  const total = sumCents(wear.map(({ chargeCents }) => chargeCents));
  const weights = wear.map(({ chargeCents }) => atLeastZero(chargeCents));
  const taxes = total > 0n ? allocate(taxOf(total), weights) : weights.map(() => 0n);
  return wear.map((each, index) => ({
    ...each,
    charge: 'excess-wear' as BillCharge,
    taxCents: taxes[index] ?? 0n,
  }));
}

/** What a list of lines comes to, tax included. */
export function totalOfBill(lines: readonly BillLine[]): Cents {
  return sumCents(lines.map(({ chargeCents, taxCents }) => chargeCents + taxCents));
}
