import type { OdometerReading } from '@roadbook/domain/contract/reading';
import { answerProblems } from '@roadbook/domain/lease-end/planner/plan-answers';
import { planOutlook } from '@roadbook/domain/lease-end/planner/plan-outlook';
import { typicalPolicyOn } from '@roadbook/domain/lease-end/typical-policy';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { describeVin } from '@roadbook/domain/vehicle/describe-vin';
import type { ValueOffer, VehicleSegment } from '@roadbook/domain/vehicle/value/car-value';
import type { FieldErrors } from '../../shared/form/error-summary.tsx';
import { enoughFor, type GivenAnswers } from '../plan-store.ts';
import { problemSentence, typedWrongly, vinSentence } from './problem-sentence.ts';
import { FIRST_THREE, type Question } from './question.ts';
import type { QuestionField } from './question-field.ts';
import { ROWS } from './row-questions.ts';
import { readTyped } from './typed-value.ts';

export type Typed = Readonly<Record<string, string>>;
type Value = bigint | number | string | null;
export type ReadAnswers =
  | { readonly outcome: 'read'; readonly given: GivenAnswers }
  | { readonly outcome: 'wrong'; readonly errors: FieldErrors };

/**
 * What was typed on one screen as answers; each field that cannot be is named with its sentence.
 * An empty field is "I don't know", but for the three without which there is no plan.
 */
export function readAnswers(
  question: Question,
  typed: Typed,
  before: GivenAnswers,
  today: BusinessDate,
): ReadAnswers {
  const errors: Record<string, string> = {};
  const values: Record<string, Value> = {};
  for (const field of question.fields) {
    const text = (typed[field.id] ?? '').trim();
    const value = text === '' ? null : valueIn(field, text);
    const isMissing = text === '' && FIRST_THREE.includes(question.id);
    if (isMissing || (text !== '' && value === null)) {
      errors[field.id] = field.kind === 'vin' ? vinSentence(text) : typedWrongly(field);
    }
    values[field.id] = value;
  }
  for (const [field, sentence] of rowProblems(question, values, today)) errors[field] ??= sentence;
  if (Object.keys(errors).length > 0) return { outcome: 'wrong', errors };
  const given = assembled(question, values, before, today);
  const wrong = checked(question, { ...before, ...given }, today);
  if (Object.keys(wrong).length > 0) return { outcome: 'wrong', errors: wrong };
  return { outcome: 'read', given };
}

function valueIn({ kind, options = [] }: QuestionField, text: string): Value {
  if (kind === 'choice') return options.includes(text) ? text : null;
  if (kind !== 'vin') return readTyped(kind, text);
  const vin = describeVin(text);
  return vin.outcome === 'read' ? vin.vin : null;
}

function assembled(
  question: Question,
  values: Readonly<Record<string, Value>>,
  before: GivenAnswers,
  today: BusinessDate,
): GivenAnswers {
  if (question.id === 'odometer') {
    const miles = values.odometer as number;
    const same = before.odometer?.miles === miles ? before.odometer : null;
    return { odometer: same ?? { miles, on: today } };
  }
  if (question.id === 'offers') return { valueOffers: offersIn(values, before, today) };
  if (question.id === 'service') {
    return values.servicemember === null ? {} : { servicemember: values.servicemember === 'yes' };
  }
  if (question.id === 'readings') {
    const deliveryOdometer = values.deliveryOdometer as number | null;
    return { earlierReadings: readingsIn(values), deliveryOdometer };
  }
  if (question.id === 'car') {
    const segment = values.segment as VehicleSegment | null;
    const priceWhenNewCents = values.priceWhenNewCents as bigint | null;
    const modelYear = (values.modelYear as number | null) ?? yearOf(values.vin ?? null);
    return { segment, priceWhenNewCents, modelYear };
  }
  return values as GivenAnswers;
}

function yearOf(vin: Value): number | null {
  if (typeof vin !== 'string') return null;
  const described = describeVin(vin);
  return described.outcome === 'read' ? described.modelYear : null;
}

function offersIn(
  values: Readonly<Record<string, Value>>,
  before: GivenAnswers,
  today: BusinessDate,
): ValueOffer[] {
  return ROWS.flatMap((at) => {
    const cents = values[`offerCents${at}`] as bigint | null;
    if (cents === null) return [];
    const goodThrough = values[`offerUntil${at}`] as BusinessDate | null;
    const known = (before.valueOffers ?? []).find((each) => each.cents === cents);
    return [{ source: 'other' as const, cents, on: known?.on ?? today, goodThrough }];
  });
}

function readingsIn(values: Readonly<Record<string, Value>>): OdometerReading[] {
  return ROWS.flatMap((at) => {
    const miles = values[`readMiles${at}`] as number | null;
    const on = values[`readOn${at}`] as BusinessDate | null;
    return miles === null || on === null ? [] : [{ miles, on }];
  });
}

/** A reading needs its day and its miles; an offer that has ended is no offer any more. */
function rowProblems(
  { id }: Question,
  values: Readonly<Record<string, Value>>,
  today: BusinessDate,
): [string, string][] {
  const miles = { id: 'readMiles', kind: 'miles' } as const;
  const day = { id: 'readOn', kind: 'date' } as const;
  return ROWS.flatMap((at): [string, string][] => {
    if (id === 'offers') {
      const until = values[`offerUntil${at}`];
      const isOver = typeof until === 'string' && until < today;
      const hasNone = until !== null && values[`offerCents${at}`] === null;
      if (hasNone) return [[`offerCents${at}`, typedWrongly({ id: 'offerCents', kind: 'cents' })]];
      return isOver ? [[`offerUntil${at}`, problemSentence('offer-over', {})]] : [];
    }
    if (id !== 'readings') return [];
    const on = values[`readOn${at}`];
    const read = values[`readMiles${at}`];
    if (read !== null && on === null) return [[`readOn${at}`, typedWrongly(day)]];
    if (on !== null && read === null) return [[`readMiles${at}`, typedWrongly(miles)]];
    return [];
  });
}

/** The trade's own judgement of all answers together, beside the fields of this screen. */
function checked(question: Question, answers: GivenAnswers, today: BusinessDate): FieldErrors {
  const enough = enoughFor(answers);
  const whole = enough ?? {
    ...answers,
    maturityDate: answers.maturityDate ?? today,
    paymentCents: answers.paymentCents ?? 1n,
    odometer: answers.odometer ?? { miles: highestOf(answers), on: today },
  };
  let problems = answerProblems(whole, today);
  if (problems.length === 0 && enough !== null) {
    const plan = planOutlook(enough, typicalPolicyOn(today), today);
    if (plan.outcome === 'refused') problems = plan.problems;
  }
  const errors: Record<string, string> = {};
  for (const { field, rule, value, accepted } of problems) {
    const here = question.fields.find((each) => each.id === field) ?? question.fields[0];
    if (here !== undefined) {
      errors[here.id] ??= problemSentence(rule, { ...accepted, value, field });
    }
  }
  return errors;
}

function highestOf({ deliveryOdometer, earlierReadings = [] }: GivenAnswers): number {
  return Math.max(deliveryOdometer ?? 0, ...earlierReadings.map(({ miles }) => miles));
}
