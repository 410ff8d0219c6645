import type { PlanAnswers } from '@roadbook/domain/lease-end/planner/plan-answers';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import type { GivenAnswers } from '../plan-store.ts';
import type { QuestionField } from './question-field.ts';
import { OFFERS, READINGS } from './row-questions.ts';
import { type TypedKind, writeTyped } from './typed-value.ts';

/** The questions in the order of a contract; the first three are enough for an answer. */
export const QUESTION_IDS = [
  'ends',
  'payment',
  'odometer',
  'allowance',
  'excess',
  'price',
  'fees',
  'tax',
  'offers',
  'car',
  'owed',
  'term',
  'readings',
  'cost',
  'service',
] as const;
export type QuestionId = (typeof QUESTION_IDS)[number];

export const FIRST_THREE: readonly QuestionId[] = ['ends', 'payment', 'odometer'];

export type Question = {
  readonly id: QuestionId;
  readonly fields: readonly QuestionField[];
};

const field = (id: keyof PlanAnswers, kind: TypedKind): QuestionField => ({ id, kind });

const FIELDS: Readonly<Record<QuestionId, readonly QuestionField[]>> = {
  ends: [field('maturityDate', 'date')],
  payment: [field('paymentCents', 'cents')],
  odometer: [field('odometer', 'miles')],
  allowance: [field('allowanceMiles', 'miles')],
  excess: [field('excessMileCents', 'mile-price')],
  price: [field('residualCents', 'cents')],
  fees: [
    field('dispositionCents', 'cents'),
    field('purchaseOptionCents', 'cents'),
    field('earlyTerminationCents', 'cents'),
  ],
  tax: [field('taxRatePpb', 'percent')],
  offers: OFFERS,
  car: [
    { id: 'segment', kind: 'choice', options: ['car', 'suv', 'truck'] },
    field('priceWhenNewCents', 'cents'),
    field('modelYear', 'year'),
    { id: 'vin', kind: 'vin' },
  ],
  owed: [field('pastDueCents', 'cents'), field('depositCents', 'cents')],
  term: [field('termMonths', 'months')],
  readings: [...READINGS, field('deliveryOdometer', 'miles')],
  cost: [field('adjustedCapitalizedCostCents', 'cents')],
  service: [{ id: 'servicemember', kind: 'choice', options: ['yes', 'no'] }],
};

export function questionOf(id: QuestionId): Question {
  return { id, fields: FIELDS[id] };
}

/** Whether anything a question asks for has been told. */
export function isAnswered(id: QuestionId, answers: GivenAnswers): boolean {
  const told = answers as Readonly<Record<string, unknown>>;
  if (id === 'offers') return (answers.valueOffers ?? []).length > 0;
  if (id === 'readings') {
    return (answers.earlierReadings ?? []).length > 0 || told.deliveryOdometer != null;
  }
  return FIELDS[id].some((each) => told[each.id] != null);
}

/** The answers as the fields of a question show them again. */
export function shownAnswers(
  { id, fields }: Question,
  answers: GivenAnswers,
): Readonly<Record<string, string>> {
  const shown: Record<string, string> = {};
  for (const [at, each] of (answers.valueOffers ?? []).entries()) {
    shown[`offerCents${at}`] = writeTyped('cents', each.cents);
    if (each.goodThrough !== null) shown[`offerUntil${at}`] = writeTyped('date', each.goodThrough);
  }
  for (const [at, each] of (answers.earlierReadings ?? []).entries()) {
    shown[`readMiles${at}`] = writeTyped('miles', each.miles);
    shown[`readOn${at}`] = writeTyped('date', each.on);
  }
  const told = answers as Readonly<Record<string, unknown>>;
  for (const each of fields) {
    const value = id === 'odometer' ? answers.odometer?.miles : told[each.id];
    if (typeof value === 'boolean') shown[each.id] = value ? 'yes' : 'no';
    else if (each.kind === 'choice' && typeof value === 'string') shown[each.id] = value;
    else if (each.kind !== 'choice' && each.kind !== 'vin' && value != null) {
      shown[each.id] = writeTyped(each.kind, value as bigint | number | BusinessDate);
    }
  }
  return shown;
}
