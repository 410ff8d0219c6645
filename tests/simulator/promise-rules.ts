/** Every kind of lender policy there is here: grace, late fees, tolerance, order, clearing. */
import { CHANNELS, type Channel, type LateFee, type Line, type Rules } from './oracle/promise.ts';
import type { Random } from './random.ts';

const WATERFALLS: readonly (readonly Line[])[] = [
  ['due-principal', 'other-fees', 'late-fees', 'principal'],
  ['due-principal', 'late-fees', 'other-fees', 'principal'],
  ['other-fees', 'due-principal', 'late-fees', 'principal'],
];

const WIDE = { debitCents: 10_000_000n, promises: 20, promiseDays: 90 };
const LIMITS = [
  WIDE,
  { debitCents: 60_000n, promises: 20, promiseDays: 21 },
  WIDE,
  { debitCents: 10_000_000n, promises: 0, promiseDays: 90 },
  WIDE,
];

const PERCENT = 10_000_000n;

function lateFee(dice: Random): LateFee | null {
  const base = dice.one(['unpaid-part', 'whole-installment'] as const);
  const rule = {
    base,
    withTax: dice.chance(50),
    ratePpb: 5n * PERCENT,
    flatCents: 0n,
    minimumCents: 0n,
    maximumCents: null,
  };
  return dice.one<LateFee | null>([
    null,
    rule,
    { ...rule, ratePpb: 2n * PERCENT },
    { ...rule, minimumCents: 500n },
    { ...rule, maximumCents: 2_500n },
    { ...rule, ratePpb: 0n, flatCents: 1_500n },
    { ...rule, ratePpb: 3n * PERCENT, flatCents: 250n, minimumCents: 700n, maximumCents: 4_000n },
  ]);
}

function clearingDays(dice: Random): Record<Channel, number> {
  const slow = dice.one([0, 3, 10]);
  const days = CHANNELS.map((channel) => [channel, channel === 'wire' ? 0 : slow] as const);
  return { ...(Object.fromEntries(days) as Record<Channel, number>), lockbox: dice.one([0, 10]) };
}

export function rules(dice: Random): Rules {
  const [toleranceCents, tolerancePpb] = dice.one([
    [500n, PERCENT],
    [500n, PERCENT],
    [0n, 0n],
    [1_000n, 2n * PERCENT],
  ] as const);
  const graceDays = dice.from(0, 15);
  return {
    graceDays,
    lateFee: lateFee(dice),
    toleranceCents,
    tolerancePpb,
    smallBalanceCents: dice.one([500n, 500n, 0n]),
    quoteDays: 10,
    quoteMailDays: graceDays % 7,
    clearingDays: clearingDays(dice),
    refundDays: 30,
    chargeOffDays: dice.one([120, 120, 90, 180, null]),
    waterfall: dice.one(WATERFALLS),
    customerLimits: LIMITS[graceDays % LIMITS.length] ?? WIDE,
    reportedLateDays: 30,
    relief: { dueDayMoveDays: 16, extensionMonthsPerYear: 2, extensionMonthsInAll: 6 },
  };
}
