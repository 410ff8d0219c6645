/** Findings for properties: any damage that a part can have, measured or not. */
import fc from 'fast-check';
import { CAR_PARTS } from '../../src/wear/walk/car-part.ts';
import type { Finding } from '../../src/wear/walk/condition-report.ts';
import { canBreakPaint, damagesOf, measuredBy } from '../../src/wear/walk/damage-type.ts';

/** Few parts, so that several findings meet on one. */
const PARTS = CAR_PARTS.filter((part) =>
  [
    'front-bumper',
    'left-headlight',
    'windshield',
    'left-front-door',
    'left-front-wheel',
    'left-front-tire',
    'left-mirror',
    'driver-seat',
    'dashboard',
    'rear-glass',
    'keys',
  ].includes(part.id),
);

/** Sizes around the limits of guides and the bands of severities, and any other. */
const size = fc.oneof(
  fc.constantFrom(0, 125, 126, 500, 501, 1_000, 1_001, 2_000, 2_001, 3_000, 3_001),
  fc.constantFrom(3_370, 3_371, 4_000, 4_001, 6_000, 6_001, 12_000, 12_001, 250_000),
  fc.integer({ min: 0, max: 250_000 }),
);

export const someFinding: fc.Arbitrary<Finding> = fc.constantFrom(...PARTS).chain((part) =>
  fc.constantFrom(...damagesOf(part.kind)).chain((damage) =>
    fc.record({
      id: fc.constant('one'),
      partId: fc.constant(part.id),
      damage: fc.constant(damage),
      sizeMils: measuredBy(damage) === 'size' ? size : fc.constant(null),
      depthMils: fc.constant(null),
      count: fc.integer({ min: 1, max: 6 }),
      paintBroken: canBreakPaint(part.kind, damage) ? fc.boolean() : fc.constant(false),
      inDriversView: part.kind === 'windshield' ? fc.boolean() : fc.constant(false),
      treadThirtySeconds:
        measuredBy(damage) === 'tread' ? fc.integer({ min: 0, max: 12 }) : fc.constant(null),
      photoIds: fc.constant([]),
    }),
  ),
);

/** The findings of a walk, every measure known. */
export const someFindings = fc.array(someFinding, { maxLength: 8 }).map(named);

/** The same with some measures missing. */
export const someOpenFindings = fc
  .array(fc.tuple(someFinding, fc.boolean()).map(opened), { maxLength: 8 })
  .map(named);

function opened([finding, open]: [Finding, boolean]): Finding {
  return open ? { ...finding, sizeMils: null, treadThirtySeconds: null } : finding;
}

function named(findings: readonly Finding[]): Finding[] {
  return findings.map((finding, index) => ({ ...finding, id: `f${index}` }));
}
