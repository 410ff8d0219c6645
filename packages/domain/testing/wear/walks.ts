/**
 * Walks around cars from a seed, for everything that must agree about them: the rules, the screens,
 * the server, the printed report. The same seed gives the same walk, today and everywhere.
 */
import { addDays, date } from '../../src/time/calendar.ts';
import type { WearWaiver } from '../../src/wear/charge/waiver.ts';
import { BODY_STYLES, type CarPart, partsOf } from '../../src/wear/walk/car-part.ts';
import type { ConditionReport, Finding } from '../../src/wear/walk/condition-report.ts';
import { canBreakPaint, damagesOf, measuredBy } from '../../src/wear/walk/damage-type.ts';

/** A walk and the waivers of its contract. */
export type GeneratedWalk = {
  readonly seed: number;
  readonly report: ConditionReport;
  readonly waivers: readonly WearWaiver[];
};

export function generateWalks(count: number, firstSeed = 1): GeneratedWalk[] {
  return Array.from({ length: count }, (_, index) => generateWalk(firstSeed + index));
}

export function generateWalk(seed: number): GeneratedWalk {
  const dice = diceOf(seed);
  const bodyStyle = pick(dice, BODY_STYLES);
  const inspected: string[] = [];
  const skipped: string[] = [];
  const findings: Finding[] = [];
  for (const part of partsOf(bodyStyle)) {
    const fate = dice(100);
    if (fate < 45) inspected.push(part.id);
    else if (fate < 55) skipped.push(part.id);
    else if (fate < 80) {
      const marks = dice(5) === 0 ? 2 : 1;
      for (let mark = 0; mark < marks; mark += 1) {
        findings.push(generateFinding(dice, part, `finding-${findings.length + 1}`));
      }
    }
  }
  const takenOn = addDays(date('2026-01-01'), dice(365));
  return {
    seed,
    report: { bodyStyle, findings, inspected, skipped, takenOn },
    waivers: generateWaivers(dice),
  };
}

function generateFinding(dice: Dice, part: CarPart, id: string): Finding {
  const damage = pick(dice, damagesOf(part.kind));
  const by = measuredBy(damage);
  const measured = dice(8) !== 0;
  return {
    id,
    partId: part.id,
    damage,
    sizeMils: by === 'size' && measured ? generateSize(dice) : null,
    depthMils: null,
    count: dice(3) === 0 ? 1 + dice(5) : 1,
    paintBroken: canBreakPaint(part.kind, damage) && dice(4) === 0,
    inDriversView: part.kind === 'windshield' && dice(3) === 0,
    treadThirtySeconds: by === 'tread' && measured ? dice(11) : null,
    photoIds: [],
  };
}

/** Mostly small, sometimes on or just over a limit, seldom larger than a foot. */
function generateSize(dice: Dice): number {
  const limits = [125, 500, 1_000, 2_000, 3_000, 3_370, 4_000, 6_000, 12_000];
  const way = dice(10);
  if (way < 3) return pick(dice, limits) + dice(2);
  return way < 9 ? dice(6_500) : dice(30_000);
}

function generateWaivers(dice: Dice): WearWaiver[] {
  if (dice(2) === 0) return [];
  const total: WearWaiver = {
    id: 'wear-waiver',
    title: 'Wear waiver',
    order: 1,
    totalCents: pick(dice, [50_000n, 150_000n, 500_000n, null]),
    perEvent: pick(dice, [null, { limitCents: 100_000n, above: pick(dice, ABOVE) }]),
    perMissingPart: pick(dice, [null, { limitCents: 20_000n, above: pick(dice, ABOVE) }]),
    excludes: pick(dice, [[], ['tire'], ['missing', 'glass'], ['windshield', 'burn']] as const),
    expiresOn: pick(dice, [null, date('2026-06-30')]),
    source: 'Waiver agreement, section 2',
  };
  if (dice(3) !== 0) return [total];
  const loyalty: WearWaiver = {
    ...total,
    id: 'loyalty-waiver',
    title: 'Loyalty waiver',
    order: dice(3),
    totalCents: 50_000n,
    perEvent: null,
    perMissingPart: null,
    excludes: [],
    expiresOn: null,
    source: 'Loyalty offer',
  };
  return [total, loyalty];
}

const ABOVE = ['cap', 'exclude'] as const;

/** A whole number from 0 up to, but not including, its argument. */
type Dice = (sides: number) => number;

/** Mulberry32: small, fast, and the same on every machine. */
function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

function pick<T>(dice: Dice, list: readonly T[]): T {
  return list[dice(list.length)] as T;
}
