import { levelPayment } from '@roadbook/domain/loan/level-payment';
import type { Cents } from '@roadbook/domain/money/cents';
import { toCount } from '@roadbook/domain/money/count';
import { floorDivide } from '@roadbook/domain/money/divide';
import { PPB_ONE, type Ppb } from '@roadbook/domain/money/rate';
import { installmentsPerYear, RHYTHM_NAMES, type Rhythm } from '@roadbook/domain/schedule/rhythm';
import type { BoardingChecks } from '../../lender/boarding-checks.ts';
import type { Ex102Item } from '../read/boarding-item.ts';
import { integer, moneyCents, ratePpb, type Stated } from '../read/schema/ex102-record.ts';
import { isBalloon, rhythmOf } from '../read/schema/payment-rhythm.ts';

/** Which reading of its rate a loan's payment bears out; unclear where it is both or neither. */
export type RateReading = 'fraction' | 'percent' | 'unclear';

const ONE = 1000n;

const PER_YEAR = Object.fromEntries(
  RHYTHM_NAMES.map((every) => [every, installmentsPerYear({ every } as Rhythm)]),
) as Readonly<Record<Rhythm['every'], number>>;

/** No loan is measured by a payment that is further off than this. */
const FARTHEST = 1_000_000n;

/** The rate in force: the period's, else the original one. */
export function rateInForce(record: Stated): Ppb | undefined {
  return (
    ratePpb(record, 'reportingPeriodInterestRatePercentage') ??
    ratePpb(record, 'originalInterestRatePercentage')
  );
}

/**
 * The payment in parts per thousand of the level payment, by the original amount and term or by the
 * balance and the months left, whichever is nearer; null where the record does not say enough.
 */
export function paymentPerMille(record: Stated, rate: Ppb): number | null {
  const payment = moneyCents(record, 'reportingPeriodScheduledPaymentAmount') ?? 0n;
  const perYear = perYearOf(record);
  if (payment <= 0n || rate < 0n || perYear === null) return null;
  const share = (amount: string, months: string): bigint | null =>
    shareOfLevel(payment, moneyCents(record, amount), integer(record, months), rate, perYear);
  const ofOrigin = share('originalLoanAmount', 'originalLoanTerm');
  if (ofOrigin !== null && isNear(ofOrigin, 100n)) return toCount(ofOrigin);
  const ofBalance = share('reportingPeriodActualEndBalanceAmount', 'remainingTermToMaturityNumber');
  const nearer = nearerToOne(ofOrigin, ofBalance);
  return nearer === null ? null : toCount(nearer);
}

/** Payments of a year; null where the payments are not meant to end the loan evenly. */
function perYearOf(record: Stated): number | null {
  const every = rhythmOf(record);
  if (isBalloon(record) || every === 'single' || every === 'other') return null;
  return PER_YEAR[every];
}

function shareOfLevel(
  payment: Cents,
  amount: Cents | undefined,
  months: number | undefined,
  rate: Ppb,
  perYear: number,
): bigint | null {
  if (amount === undefined || amount <= 0n || months === undefined || months < 1) return null;
  const count = Math.max(1, Math.round((months * perYear) / 12));
  const level = levelPayment(amount, rate, count, perYear);
  const share = level <= 0n ? FARTHEST : floorDivide(payment * ONE, level);
  return share > FARTHEST ? FARTHEST : share;
}

function isNear(perMille: bigint, by: bigint): boolean {
  return perMille >= ONE - by && perMille <= ONE + by;
}

function nearerToOne(a: bigint | null, b: bigint | null): bigint | null {
  if (a === null || b === null) return a ?? b;
  return distance(a) <= distance(b) ? a : b;
}

/** How many times too large or too small, so that half is as far off as double. */
function distance(perMille: bigint): bigint {
  if (perMille >= ONE) return perMille;
  return perMille <= 0n ? FARTHEST : floorDivide(ONE * ONE, perMille);
}

/**
 * Which reading of the rate the payment bears out: as a fraction, as a percent, or no telling. A
 * percent is only believed where the fraction is absurd: over 100 %, a payment that is a small part
 * of its interest, or a payment that is the level payment of the percent to the dollar.
 */
export function rateReading(record: Stated, limits: RateLimits): RateReading {
  const rate = rateInForce(record);
  if (rate === undefined || rate <= 0n) return 'unclear';
  const fit = BigInt(limits.rateFitPerMille);
  const share = rate > PPB_ONE ? null : paymentPerMille(record, rate);
  if (share !== null && isNear(BigInt(share), fit)) return 'fraction';
  const ofPercent = paymentPerMille(record, floorDivide(rate, 100n));
  if (ofPercent === null || !isNear(BigInt(ofPercent), fit)) return 'unclear';
  const isAbsurd =
    rate > PPB_ONE ||
    isNear(BigInt(ofPercent), BigInt(limits.rateExactPerMille)) ||
    interestPerMille(record, rate) < BigInt(limits.leastOfInterestPerMille);
  return isAbsurd ? 'percent' : 'unclear';
}

type RateLimits = Pick<
  BoardingChecks,
  'rateFitPerMille' | 'rateExactPerMille' | 'leastOfInterestPerMille'
>;

/** The payment in parts per thousand of a month's interest on the balance. */
function interestPerMille(record: Stated, rate: Ppb): bigint {
  const payment = moneyCents(record, 'reportingPeriodScheduledPaymentAmount') ?? 0n;
  const balance = moneyCents(record, 'reportingPeriodActualEndBalanceAmount') ?? 0n;
  if (balance <= 0n) return FARTHEST;
  return floorDivide(payment * 12n * PPB_ONE * ONE, balance * rate);
}

/** The reading that an item of a file bears out; a rejected record can state a rate too. */
export function readingOf(item: Ex102Item, limits: RateLimits): RateReading {
  const stated = statedOf(item);
  return stated === null ? 'unclear' : rateReading(stated, limits);
}

function statedOf(item: Ex102Item): Stated | null {
  if (item.ok) return item.record.product === 'loan' ? item.record : null;
  if (item.scope === 'file' || item.product !== 'loan' || item.readable === null) return null;
  return { product: 'loan', fields: item.readable };
}
