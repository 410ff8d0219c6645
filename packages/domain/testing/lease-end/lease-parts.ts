/** The parts of a generated lease: what was signed, how it stands, what its lender's rules are. */
import type { OpenLeasePayment } from '../../src/contract/contract.ts';
import { NO_HOLDOVER } from '../../src/contract/contract.ts';
import type { LeaseAgreement, LeaseTax, TaxableCharge } from '../../src/contract/lease-terms.ts';
import { leasePaymentCount, leasePaymentsDueBy } from '../../src/lease/lease-calendar.ts';
import { leasePaymentOf, totalOf } from '../../src/lease/lease-charge.ts';
import { basePayment, implicitRate } from '../../src/lease/pricing.ts';
import type { LeaseEndOffer, LeaseEndPolicy } from '../../src/lease-end/lease-end-policy.ts';
import type { LeaseEndAccount } from '../../src/lease-end/ways-out/lease-end-telling.ts';
import { addDays, type BusinessDate, date, partsOf } from '../../src/time/calendar.ts';
import type { Dice } from './dice.ts';

/** 24 to 60 months, every timing, every way of tax. */
export function generateTerms(dice: Dice): LeaseAgreement {
  const termMonths = dice.one([24, 27, 30, 36, 36, 36, 39, 42, 48, 60]);
  const cost = BigInt(dice.from(1_500_000, 8_000_000));
  const residual = (cost * BigInt(dice.from(35, 70))) / 100n;
  const factor = BigInt(dice.from(20, 450)) * 10_000n;
  const timing = dice.one(['advance', 'advance', 'arrears', 'single-payment'] as const);
  const monthly = basePayment(cost, residual, termMonths, factor).basePaymentCents;
  const base = timing === 'single-payment' ? monthly * BigInt(termMonths) : monthly;
  const rate = implicitRate(cost, base, residual, termMonths, timing);
  if (rate === null) return generateTerms(dice);
  const startsOn = addDays(date('2023-01-01'), dice.from(0, 1_200));
  const { day } = partsOf(startsOn);
  const allowance = dice.one([7_500, 10_000, 12_000, 15_000]);
  return {
    startsOn,
    termMonths,
    dueDay: dice.chance(70) ? day : dice.from(1, 31),
    timing,
    adjustedCapitalizedCostCents: cost,
    residualValueCents: residual,
    basePaymentCents: base,
    implicitRateE18: rate,
    betweenDueDates: dice.one(['pro-rata', 'period'] as const),
    tax: generateTax(dice),
    mileage: {
      deliveryOdometer: dice.one([0, 10, 12, 8_500]),
      allowanceMiles: Math.floor((allowance * termMonths) / 12),
      boughtMiles: dice.one([0, 0, 0, 500, 6_000]),
      excessMileCents: dice.one([0n, 15n, 20n, 25n, 30n]),
    },
    endFees: {
      dispositionCents: dice.one([0n, 350_00n, 400_00n, 595_00n]),
      purchaseOptionCents: dice.one([0n, 300_00n, 350_00n]),
      earlyTerminationCents: dice.one([0n, 200_00n, 500_00n]),
    },
    securityDepositCents: dice.one([0n, 0n, 450_00n]),
    capitalizedCostReductionCents: dice.one([0n, 0n, 3_600_00n, 2_999_99n]),
    assumed: [],
  };
}

const CHARGES: readonly TaxableCharge[] = [
  'base-payment',
  'disposition-fee',
  'excess-miles',
  'excess-wear',
  'early-termination',
  'holdover',
  'extension',
  'buyout',
];

function generateTax(dice: Dice): LeaseTax {
  return {
    method: dice.one(['each-payment', 'each-payment', 'payments-upfront', 'price-upfront', 'none']),
    jurisdiction: 'Somewhere',
    ratePpb: BigInt(dice.from(1, 1_100)) * 100_000n,
    taxable: CHARGES.filter(() => dice.chance(60)),
  };
}

/** Paid to the day, behind with the last ones, or ahead. */
export function generateAccount(
  dice: Dice,
  terms: LeaseAgreement,
  asOf: BusinessDate,
): LeaseEndAccount {
  const dueSoFar = leasePaymentsDueBy(terms, asOf);
  const behind = Math.min(dueSoFar, dice.one([0, 0, 0, 1, 1, 2, 3]));
  const open: OpenLeasePayment[] = [];
  for (let number = dueSoFar - behind + 1; number <= dueSoFar; number += 1) {
    open.push(leasePaymentOf(terms, number));
  }
  const [oldest] = open;
  if (oldest !== undefined && dice.chance(40)) {
    const left = BigInt(dice.from(1, 99));
    open[0] = {
      ...oldest,
      baseCents: (oldest.baseCents * left) / 100n + 1n,
      taxCents: (oldest.taxCents * left) / 100n,
    };
  }
  const toCome = BigInt(leasePaymentCount(terms) - dueSoFar) * totalOf(leasePaymentOf(terms, 1));
  const isAhead = behind === 0 && dice.chance(25);
  return {
    open,
    dueSoFar,
    feesCents: dice.one([0n, 0n, 25_00n, BigInt(dice.from(1, 40_000))]),
    prepaidCents: isAhead ? (toCome * BigInt(dice.from(1, 100))) / 100n : 0n,
    depositCents: terms.securityDepositCents,
    holdover: NO_HOLDOVER,
    extendedMonths: dice.one([0, 0, 0, 0, 1, 5, 6]),
  };
}

/** Every switch a lender has, and offers around maturity. */
export function generatePolicy(dice: Dice, maturity: BusinessDate): LeaseEndPolicy {
  return {
    version: 'generated',
    effectiveFrom: date('2020-01-01'),
    windows: {
      opens: 150,
      decide: 90,
      inspection: { fromDays: 90, toDays: 15 },
      turnIn: { fromDays: dice.one([0, 30, 45]), toDays: 0 },
    },
    buyers: dice.one<LeaseEndPolicy['buyers']>([
      ['lessee'],
      ['lessee', 'dealer'],
      ['lessee', 'dealer'],
      ['lessee', 'dealer', 'third-party'],
      ['dealer'],
    ]),
    officialFeesCents: dice.one([0n, 100_00n]),
    extension: { maxMonths: dice.one([0, 6, 6, 6]), milesProRata: dice.chance(70) },
    holdoverMilesProRata: dice.chance(40),
    earlyEnd: {
      milesProRata: dice.chance(70),
      cappedAtRemainingPayments: dice.chance(70),
      feeOnPurchase: dice.chance(30),
    },
    miles: {
      boughtMileCents: dice.one([10n, 15n, 25n]),
      buyUntilDays: dice.one([0, 60]),
      refundsUnused: dice.chance(50),
    },
    offers: Array.from({ length: dice.one([0, 0, 1, 2, 3]) }, (_, index) =>
      generateOffer(dice, maturity, `offer-${index + 1}`),
    ),
    finalBillDays: 30,
    giveBack: {
      toleranceMiles: 500,
      goodForDays: 30,
      disputeDays: 15,
      refundDays: 10,
      fourEyesCents: 250_00n,
      thirdParty: { withinDays: 180, mostCents: 2_500_00n },
    },
  };
}

function generateOffer(dice: Dice, maturity: BusinessDate, id: string): LeaseEndOffer {
  const kind = dice.one(['loyalty', 'pull-ahead'] as const);
  const from = addDays(maturity, -dice.from(30, 200));
  return {
    id,
    name: id,
    kind,
    waivesPayments: kind === 'loyalty' ? 0 : dice.from(1, 3),
    waivesDisposition: kind === 'loyalty' || dice.chance(60),
    from,
    until: addDays(from, dice.from(10, 260)),
    withinDays: 60,
  };
}
