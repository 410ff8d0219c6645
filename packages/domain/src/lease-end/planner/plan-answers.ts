import type { OdometerReading } from '../../contract/reading.ts';
import { type Cents, dollars } from '../../money/cents.ts';
import type { Ppb } from '../../money/rate.ts';
import { addDays, addMonths, type BusinessDate, partsOf } from '../../time/calendar.ts';
import type { ValueOffer, VehicleSegment } from '../../vehicle/value/car-value.ts';
import type { CentsRange } from './outlook.ts';

/**
 * What a lessee of any lender tells the planner. Three answers make a first plan; every other one
 * takes the place of something assumed. Null and absent both mean "not told".
 */
export type PlanAnswers = {
  readonly maturityDate: BusinessDate;
  /** The monthly payment as it is billed, with its tax. */
  readonly paymentCents: Cents;
  readonly odometer: OdometerReading;
  readonly termMonths?: number | null;
  /** Miles allowed over the whole term. */
  readonly allowanceMiles?: number | null;
  readonly boughtMiles?: number | null;
  readonly excessMileCents?: Cents | null;
  readonly deliveryOdometer?: number | null;
  readonly earlierReadings?: readonly OdometerReading[];
  readonly residualCents?: Cents | null;
  readonly adjustedCapitalizedCostCents?: Cents | null;
  readonly dispositionCents?: Cents | null;
  readonly purchaseOptionCents?: Cents | null;
  readonly earlyTerminationCents?: Cents | null;
  /** Sales tax on the charges of the lease end and on a purchase. */
  readonly taxRatePpb?: Ppb | null;
  /** Payments and fees that are due and unpaid today. */
  readonly pastDueCents?: Cents | null;
  readonly depositCents?: Cents | null;
  readonly segment?: VehicleSegment | null;
  readonly modelYear?: number | null;
  readonly priceWhenNewCents?: Cents | null;
  readonly valueOffers?: readonly ValueOffer[];
  /** Excess wear from a walk around the car, waivers counted. */
  readonly wear?: CentsRange | null;
  readonly servicemember?: boolean;
};

/** One answer that cannot be right: where, which rule, what was said, what would be accepted. */
export type PlanProblem = {
  readonly field: string;
  readonly rule: PlanRule;
  readonly value: string;
  readonly accepted: Readonly<Record<string, string>>;
};

export const PLAN_RULES = [
  'between',
  'date-between',
  'end-before-start',
  'residual-above-price',
  'payments-below-cost',
  'reading-in-future',
  'reading-before-start',
  'reading-below-earlier',
] as const;
export type PlanRule = (typeof PLAN_RULES)[number];

/** Limits of what can be a lease of a car; far beyond them somebody mistyped. */
const PAYMENT_MAX: Cents = 25_000_00n;
const AMOUNT_MAX: Cents = 1_000_000_00n;
const MILES_MAX = 999_999;
const TERM_MAX = 84;
const LATE_DAYS_MAX = 366;
const EXCESS_MAX: Cents = 5_00n;
/** The first model year whose cars have a seventeen-character VIN. */
const MODEL_YEAR_MIN = 1981;
const TAX_MAX: Ppb = 250_000_000n;

/** All that is wrong with the answers, in the order in which they are asked. */
export function answerProblems(answers: PlanAnswers, asOf: BusinessDate): readonly PlanProblem[] {
  return [
    ...dateProblems(answers, asOf),
    ...amountProblems(answers),
    ...mileProblems(answers, asOf),
    ...between('modelYear', answers.modelYear, MODEL_YEAR_MIN, partsOf(asOf).year + 2),
  ];
}

function dateProblems(answers: PlanAnswers, asOf: BusinessDate): PlanProblem[] {
  const from = addDays(asOf, -LATE_DAYS_MAX);
  const to = addMonths(asOf, TERM_MAX);
  const problems: PlanProblem[] = [];
  const end = answers.maturityDate;
  if (end < from || end > to) {
    problems.push(problem('maturityDate', 'date-between', end, { from, to }));
  }
  problems.push(...between('termMonths', answers.termMonths, 1, TERM_MAX));
  return problems;
}

function amountProblems(answers: PlanAnswers): PlanProblem[] {
  const amounts: [string, Cents | null | undefined, Cents, Cents][] = [
    ['paymentCents', answers.paymentCents, 1n, PAYMENT_MAX],
    ['excessMileCents', answers.excessMileCents, 0n, EXCESS_MAX],
    ['residualCents', answers.residualCents, 0n, AMOUNT_MAX],
    ['adjustedCapitalizedCostCents', answers.adjustedCapitalizedCostCents, 1n, AMOUNT_MAX],
    ['dispositionCents', answers.dispositionCents, 0n, AMOUNT_MAX],
    ['purchaseOptionCents', answers.purchaseOptionCents, 0n, AMOUNT_MAX],
    ['earlyTerminationCents', answers.earlyTerminationCents, 0n, AMOUNT_MAX],
    ['pastDueCents', answers.pastDueCents, 0n, AMOUNT_MAX],
    ['depositCents', answers.depositCents, 0n, AMOUNT_MAX],
    ['priceWhenNewCents', answers.priceWhenNewCents, 1_000_00n, AMOUNT_MAX],
  ];
  const { wear, valueOffers = [] } = answers;
  for (const cents of wear === null || wear === undefined ? [] : wearAmounts(wear)) {
    amounts.push(['wear', cents, 0n, AMOUNT_MAX]);
  }
  for (const { cents } of valueOffers) amounts.push(['valueOffers', cents, 0n, AMOUNT_MAX]);
  const problems = amounts.flatMap(([field, cents, from, to]) =>
    cents === null || cents === undefined || (cents >= from && cents <= to)
      ? []
      : [
          problem(field, 'between', dollars(cents), {
            fromCents: from.toString(),
            toCents: to.toString(),
          }),
        ],
  );
  const tax = answers.taxRatePpb ?? 0n;
  if (tax < 0n || tax > TAX_MAX) {
    const accepted = { fromPpb: '0', toPpb: TAX_MAX.toString() };
    problems.push(problem('taxRatePpb', 'between', tax.toString(), accepted));
  }
  return [...problems, ...residualProblems(answers)];
}

function wearAmounts({ lowCents, likelyCents, highCents }: CentsRange): Cents[] {
  return [lowCents, likelyCents, highCents];
}

function residualProblems(answers: PlanAnswers): PlanProblem[] {
  const { residualCents, adjustedCapitalizedCostCents, priceWhenNewCents } = answers;
  const price = priceWhenNewCents ?? adjustedCapitalizedCostCents ?? null;
  if (residualCents === null || residualCents === undefined || price === null) return [];
  if (residualCents < price) return [];
  const accepted = { priceCents: price.toString() };
  return [problem('residualCents', 'residual-above-price', dollars(residualCents), accepted)];
}

function mileProblems(answers: PlanAnswers, asOf: BusinessDate): PlanProblem[] {
  const { odometer, earlierReadings = [] } = answers;
  const delivery = answers.deliveryOdometer ?? 0;
  const problems = [
    ...between('odometer', odometer.miles, 0, MILES_MAX),
    ...between('allowanceMiles', answers.allowanceMiles, 0, MILES_MAX),
    ...between('boughtMiles', answers.boughtMiles, 0, MILES_MAX),
    ...between('deliveryOdometer', answers.deliveryOdometer, 0, MILES_MAX),
    ...earlierReadings.flatMap(({ miles }) => between('earlierReadings', miles, 0, MILES_MAX)),
  ];
  for (const { on } of earlierReadings) {
    if (on > asOf) problems.push(problem('earlierReadings', 'reading-in-future', on, { to: asOf }));
  }
  if (odometer.on > asOf) {
    problems.push(problem('odometer', 'reading-in-future', odometer.on, { to: asOf }));
  }
  const highest = Math.max(delivery, ...earlierReadings.map(({ miles }) => miles));
  if (odometer.miles < highest) {
    const accepted = { fromMiles: highest.toString() };
    problems.push(problem('odometer', 'reading-below-earlier', `${odometer.miles}`, accepted));
  }
  return problems;
}

function between(
  field: string,
  value: number | null | undefined,
  from: number,
  to: number,
): PlanProblem[] {
  if (value === null || value === undefined) return [];
  // A forged link may bring a fraction, of which no count is made.
  if (value >= from && value <= to && value % 1 === 0) return [];
  return [problem(field, 'between', `${value}`, { from: `${from}`, to: `${to}` })];
}

export function problem(
  field: string,
  rule: PlanRule,
  value: string,
  accepted: Readonly<Record<string, string>>,
): PlanProblem {
  return { field, rule, value, accepted };
}
