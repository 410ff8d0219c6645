import { parseDate } from '@roadbook/domain/time/calendar';
import { OFFER_SOURCES, VEHICLE_SEGMENTS } from '@roadbook/domain/vehicle/value/car-value';
import { listOf, objectOf, type Shape } from './shape.ts';

export const dayShape: Shape = (value) =>
  typeof value === 'string' ? (parseDate(value) ?? undefined) : undefined;

/** An amount or a rate: a digit string, far longer than any that is true is refused. */
export const digitsShape: Shape = (value) =>
  typeof value === 'string' && /^(?:0|[1-9]\d{0,14})$/.test(value) ? BigInt(value) : undefined;

export const wholeShape: Shape = (value) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;

export const flagShape: Shape = (value) => (typeof value === 'boolean' ? value : undefined);

const oneOf =
  (words: readonly string[]): Shape =>
  (value) =>
    typeof value === 'string' && words.includes(value) ? value : undefined;

export const segmentShape = oneOf(VEHICLE_SEGMENTS);

export const readingShape = objectOf({ miles: wholeShape, on: dayShape });
export const readingsShape = listOf(readingShape, 24);

/** A day that may be missing is null in the plan and left out of the file. */
const dayOrNone: Shape = (value) => (value === undefined ? null : dayShape(value));

export const offersShape = listOf(
  objectOf({
    source: oneOf(OFFER_SOURCES),
    cents: digitsShape,
    on: dayShape,
    goodThrough: dayOrNone,
  }),
  12,
);

export const wearShape: Shape = (value) => {
  const shape = { lowCents: digitsShape, likelyCents: digitsShape, highCents: digitsShape };
  const read = objectOf(shape)(value) as Record<keyof typeof shape, bigint> | undefined;
  if (read === undefined) return undefined;
  return read.lowCents <= read.likelyCents && read.likelyCents <= read.highCents ? read : undefined;
};

/** The name of a step or a repair: code, not prose. */
const idShape: Shape = (value) =>
  typeof value === 'string' && /^[\w:.-]{1,80}$/.test(value) ? value : undefined;

export const chosenShape = listOf(idShape, 200);

const wholeOrNone: Shape = (value) => (value === undefined ? null : wholeShape(value));

const markShape = objectOf({
  partId: idShape,
  damage: idShape,
  sizeMils: wholeOrNone,
  treadThirtySeconds: wholeOrNone,
  count: wholeShape,
});

const repair = {
  id: idShape,
  savesWearCents: digitsShape,
  repairLowCents: digitsShape,
  repairHighCents: digitsShape,
};
const namedRepair = objectOf({ ...repair, mark: markShape });
/** A plan of an earlier build does not say what is mended. */
const bareRepair = objectOf(repair);

export const repairsShape = listOf((value) => namedRepair(value) ?? bareRepair(value), 200);
