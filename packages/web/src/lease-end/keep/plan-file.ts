import type { PlanAnswers } from '@roadbook/domain/lease-end/planner/plan-answers';
import type { PlanState } from '../plan-store.ts';
import {
  chosenShape,
  dayShape,
  digitsShape,
  flagShape,
  offersShape,
  readingShape,
  readingsShape,
  repairsShape,
  segmentShape,
  wearShape,
  wholeShape,
} from './plan-shapes.ts';
import { type Shape, type Unread, unread } from './shape.ts';

/** What the first bytes of a kept plan say; another version is another shape. */
const FORMAT = 'lease-end-plan';
const VERSION = 1;

/** How each answer is written and read. An answer that is not told is left out. */
const ANSWERS: { readonly [K in keyof Required<PlanAnswers>]: Shape } = {
  maturityDate: dayShape,
  paymentCents: digitsShape,
  odometer: readingShape,
  termMonths: wholeShape,
  allowanceMiles: wholeShape,
  boughtMiles: wholeShape,
  excessMileCents: digitsShape,
  deliveryOdometer: wholeShape,
  earlierReadings: readingsShape,
  residualCents: digitsShape,
  adjustedCapitalizedCostCents: digitsShape,
  dispositionCents: digitsShape,
  purchaseOptionCents: digitsShape,
  earlyTerminationCents: digitsShape,
  taxRatePpb: digitsShape,
  pastDueCents: digitsShape,
  depositCents: digitsShape,
  segment: segmentShape,
  modelYear: wholeShape,
  priceWhenNewCents: digitsShape,
  valueOffers: offersShape,
  wear: wearShape,
  servicemember: flagShape,
};

const REST: { readonly [K in Exclude<keyof PlanState, 'answers'>]: Shape } = {
  on: dayShape,
  chosen: chosenShape,
  repairs: repairsShape,
};

export type ReadPlan = { readonly outcome: 'read'; readonly state: PlanState } | Unread;

/** A plan as JSON text: amounts as digit strings, nothing but what was told. */
export function planAsText({ answers, ...rest }: PlanState): string {
  return JSON.stringify({
    format: FORMAT,
    version: VERSION,
    answers: written(answers),
    ...written(rest),
  });
}

function written(values: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => [name, plain(value)]),
  );
}

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return value.map(plain);
  return typeof value === 'object' && value !== null ? written(value) : value;
}

/**
 * Reads a kept plan. Whatever is odd about it is refused with the name of the field, and nothing
 * of it is taken on: it may have come from anybody.
 */
export function planFromText(text: string): ReadPlan {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return unread('file');
  }
  if (!isRecord(given) || given.format !== FORMAT) return unread('format');
  if (given.version !== VERSION) return unread('version');
  const { format: _format, version: _version, answers, ...rest } = given;
  if (!isRecord(answers)) return unread('answers');
  const readAnswers = readFields(answers, ANSWERS);
  if (readAnswers.outcome === 'unread') return readAnswers;
  const readRest = readFields(rest, REST);
  if (readRest.outcome === 'unread') return readRest;
  const state = { on: null, chosen: [], repairs: [], ...readRest.values };
  return { outcome: 'read', state: { ...state, answers: readAnswers.values } };
}

type Fields =
  | { readonly outcome: 'read'; readonly values: Readonly<Record<string, unknown>> }
  | Unread;

function readFields(
  given: Readonly<Record<string, unknown>>,
  shapes: Readonly<Record<string, Shape>>,
): Fields {
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined;
    const read = shape === undefined ? undefined : shape(value);
    if (read === undefined) return unread(name);
    values[name] = read;
  }
  return { outcome: 'read', values };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
