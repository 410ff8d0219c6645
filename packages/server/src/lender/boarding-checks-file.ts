import { z } from 'zod';
import { ACT_RULES, CHECK_ACTS, DEFAULT_CHECKS } from './boarding-checks.ts';

const Measure = z.int().min(0).max(1_000_000);
const limit = { remarkOver: Measure, refuseOver: Measure.nullable() };
const Limit = z.strictObject(limit);
const Band = z.strictObject({ ...limit, remarkBelow: Measure, refuseBelow: Measure.nullable() });

/** What boarding checks, as a lender file has it. */
export const BoardingChecksFile = z.strictObject({
  paymentPerMille: Band,
  rateFitPerMille: Measure,
  rateExactPerMille: Measure,
  leastOfInterestPerMille: Measure,
  maturityMonths: Limit,
  remainingMonths: Limit,
  balancePerMille: Limit,
  interestPaidAheadDays: Limit,
  interestPaidBehindDays: Limit,
  closedBalanceCents: z.string().regex(/^\d{1,16}$/, 'whole cents as digits'),
  cutOffDays: Measure.default(DEFAULT_CHECKS.cutOffDays),
  acts: z.strictObject(
    Object.fromEntries(ACT_RULES.map((rule) => [rule, z.enum(CHECK_ACTS)] as const)),
  ),
});
