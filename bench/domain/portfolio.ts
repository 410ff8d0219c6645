import type { LoanContract } from '@roadbook/domain/contract/contract';
import type { LeaseTerms } from '@roadbook/domain/contract/lease-terms';
import { basePayment } from '@roadbook/domain/lease/pricing';
import { leaseTerms, loanTerms, sampleLoan } from '@roadbook/domain/testing/sample-contracts';
import { addDays, type BusinessDate, date, partsOf } from '@roadbook/domain/time/calendar';
import { type Random, seededRandom } from '../measure/random.ts';

const CONTRACTS = 500;
const DAYS_EACH = 8;
const FIRST_DAY = date('2026-01-15');

/** One question: what of a contract is asked, and for which day. */
export type Asked<T> = { readonly of: T; readonly on: BusinessDate };

/**
 * Loans of different amounts, rates and day counts, each asked for some days of its first years.
 */
export function askedLoans(): Asked<LoanContract>[] {
  const random = seededRandom(21);
  return askedDays(
    random,
    Array.from({ length: CONTRACTS }, () => anyLoan(random)),
  );
}

/** Leases of different prices, terms and timings, each asked for some days of its first years. */
export function askedLeases(): Asked<LeaseTerms>[] {
  const random = seededRandom(22);
  return askedDays(
    random,
    Array.from({ length: CONTRACTS }, () => anyLease(random)),
  );
}

function anyLoan(random: Random): LoanContract {
  const terms = loanTerms({
    amountFinancedCents: BigInt(random.whole(800_000, 6_000_000)),
    annualRatePpb: BigInt(random.whole(200, 1_500)) * 100_000n,
    dayCount: random.pick(['actual/365', 'actual/actual', '30/360']),
    installmentCount: random.pick([36, 48, 60, 72]),
  });
  return sampleLoan(terms, {
    unpaidInterestCents: BigInt(random.pick([0, 0, 1_234])),
    otherFeesCents: BigInt(random.pick([0, 0, 2_500])),
  });
}

function anyLease(random: Random): LeaseTerms {
  const startsOn = addDays(FIRST_DAY, random.whole(-20, 20));
  const cost = BigInt(random.whole(1_500_000, 7_000_000));
  const residualValueCents = (cost * BigInt(random.whole(40, 65))) / 100n;
  const termMonths = random.pick([24, 36, 39, 48]);
  const moneyFactorPpb = BigInt(random.whole(500, 4_000)) * 1_000n;
  const priced = basePayment(cost, residualValueCents, termMonths, moneyFactorPpb);
  return leaseTerms({
    startsOn,
    termMonths,
    moneyFactorPpb,
    residualValueCents,
    dueDay: partsOf(startsOn).day,
    timing: random.pick(['advance', 'arrears']),
    adjustedCapitalizedCostCents: cost,
    basePaymentCents: priced.basePaymentCents,
  });
}

/** Questions in an order that stays with no contract for long. */
function askedDays<T>(random: Random, contracts: readonly T[]): Asked<T>[] {
  return Array.from({ length: CONTRACTS * DAYS_EACH }, () => ({
    of: random.pick(contracts),
    on: addDays(FIRST_DAY, random.whole(30, 700)),
  }));
}
