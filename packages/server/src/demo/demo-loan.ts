import type { LoanTerms } from '@roadbook/domain/contract/loan-terms';
import { levelPayment } from '@roadbook/domain/loan/level-payment';
import type { Cents } from '@roadbook/domain/money/cents';
import type { Ppb } from '@roadbook/domain/money/rate';
import { roundHalfUp } from '@roadbook/domain/money/round';
import { levelSchedule } from '@roadbook/domain/schedule/schedule';
import {
  addDays,
  addMonths,
  type BusinessDate,
  fromParts,
  partsOf,
} from '@roadbook/domain/time/calendar';
import { LARKSPUR } from '../lender/larkspur/larkspur.ts';
import { type Car, carOf, MODELS, modelNamed } from './cars.ts';
import { LOAN_DEAL } from './deals.ts';
import { type DemoCalendar, dueOnOrAfter } from './demo-calendar.ts';
import { type Dice, dice } from './dice.ts';
import { type LoanStanding, loanStandingAt } from './loan-standing.ts';
import type { LoanStory } from './loan-stories.ts';

/** A loan of the fictional portfolio as the former servicer knows it at the cut-off. */
export type DemoLoan = {
  readonly deal: string;
  readonly assetNumber: string;
  readonly contractNumber: string;
  /** Null for an ordinary loan that no promise hangs on. */
  readonly story: LoanStory | null;
  readonly terms: LoanTerms;
  readonly car: Car;
  readonly isNew: boolean;
  readonly valueCents: Cents;
  readonly creditScore: number;
  /** Days after the due date on which each payment comes. */
  readonly lateBy: number;
  readonly standing: LoanStanding;
};

type Grade = {
  /** Of a hundred loans. */
  readonly share: number;
  readonly score: readonly [number, number];
  /** The annual rate in steps of 0.05 %. */
  readonly steps: readonly [number, number];
  readonly months: readonly number[];
  /** Financed, in percent of the vehicle's value. */
  readonly financed: readonly [number, number];
};

const PRIME: Grade = {
  share: 55,
  score: [721, 845],
  steps: [58, 138],
  months: [48, 60, 60, 72],
  financed: [62, 96],
};
const NEAR_PRIME: Grade = {
  share: 28,
  score: [641, 720],
  steps: [140, 236],
  months: [60, 72, 72],
  financed: [78, 104],
};
const SUBPRIME: Grade = {
  share: 17,
  score: [548, 640],
  steps: [240, 378],
  months: [60, 72, 75],
  financed: [84, 112],
};
const STEP_PPB = 500_000n;

/** Makes loan number `index` of the book, with its story or as an ordinary one. */
export function makeLoan(
  seed: string,
  calendar: DemoCalendar,
  index: number,
  story: LoanStory | null,
): DemoLoan {
  const own = dice(`${seed}/loan/${index}`);
  const grade = gradeOf(own, story);
  const [dueDay, anchor] = dueDayAndAnchor(own, calendar, story);
  const installmentCount = story?.car?.months ?? own.pick(grade.months);
  const left = story?.left ?? own.between(12, installmentCount - 14);
  const firstDueDate = addMonths(anchor, left - installmentCount, dueDay);
  const isNew = story?.car !== undefined || own.chance(58);
  const age = isNew ? 0 : own.between(1, 5);
  const model = story?.car === undefined ? own.pick(MODELS) : modelNamed(story.car.model);
  const car = carOf(own, model, partsOf(firstDueDate).year - age, 100_100 + index * 7);
  // Whole dollars times percent are cents.
  const valueCents = BigInt(car.priceDollars) * BigInt(100 - 13 * age);
  const share = BigInt(own.between(...grade.financed));
  const financed = roundHalfUp(valueCents * share, 100n);
  const annualRatePpb = BigInt(own.between(...grade.steps)) * STEP_PPB;
  const terms = termsOf({ financed, annualRatePpb, installmentCount, firstDueDate, dueDay });
  const lateBy = story === null ? ordinaryLateness(own) : (story.lateBy ?? 0);
  return {
    deal: LOAN_DEAL,
    assetNumber: `LL-${10_001 + index * 3}`,
    contractNumber: `81${4_200_117 + index * 1_009}`,
    story,
    terms,
    car,
    isNew,
    valueCents,
    creditScore: own.between(...grade.score),
    lateBy,
    standing: loanStandingAt(terms, calendar, lateBy),
  };
}

/** A borrower who always pays late pays most at a high rate, and that is the point of the story. */
function gradeOf(own: Dice, story: LoanStory | null): Grade {
  if (story?.lateBy !== undefined) return SUBPRIME;
  if (story?.car !== undefined) return PRIME;
  const roll = own.below(100);
  if (roll < PRIME.share) return PRIME;
  return roll < PRIME.share + NEAR_PRIME.share ? NEAR_PRIME : SUBPRIME;
}

function dueDayAndAnchor(
  own: Dice,
  { today }: DemoCalendar,
  story: LoanStory | null,
): [number, BusinessDate] {
  if (story !== null) {
    const anchor = addDays(today, story.dueIn);
    return [partsOf(anchor).day, anchor];
  }
  const dueDay = own.chance(8) ? 31 : own.between(1, 28);
  return [dueDay, dueOnOrAfter(today, dueDay)];
}

function ordinaryLateness(own: Dice): number {
  return own.chance(25) ? own.between(2, 6) : 0;
}

function termsOf({
  financed,
  annualRatePpb,
  installmentCount,
  firstDueDate,
  dueDay,
}: {
  readonly financed: Cents;
  readonly annualRatePpb: Ppb;
  readonly installmentCount: number;
  readonly firstDueDate: BusinessDate;
  readonly dueDay: number;
}): LoanTerms {
  const installmentCents = levelPayment(financed, annualRatePpb, installmentCount);
  const { year, month } = partsOf(addMonths(firstDueDate, -1));
  return {
    product: 'loan',
    originatedOn: fromParts({ year, month, day: 1 }),
    amountFinancedCents: financed,
    annualRatePpb,
    dayCount: 'actual/365',
    schedule: levelSchedule({
      firstDueDate,
      rhythm: { every: 'monthly', dueDay },
      count: installmentCount,
      installmentCents,
    }),
    policy: LARKSPUR.loanPolicy,
    assumed: [],
  };
}
