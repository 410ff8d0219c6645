import { LARKSPUR_CHARGES } from '@roadbook/server/lender/larkspur/wear-charges';
import { LARKSPUR_GUIDE } from '@roadbook/server/lender/larkspur/wear-guides';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateWalk } from '../../../testing/wear/walks.ts';
import { addDays } from '../../time/calendar.ts';
import { wearEstimate } from '../charge/estimate.ts';
import { CAR_PARTS } from './car-part.ts';
import type { ConditionReport, Finding } from './condition-report.ts';
import { DAMAGE_TYPES, damagesOf } from './damage-type.ts';
import { REPORT_RULES, type ReportRule, reportProblems } from './report-problems.ts';

const scratch: Finding = {
  id: 'f1',
  partId: 'hood',
  damage: 'scratch',
  sizeMils: 3_000,
  depthMils: null,
  count: 1,
  paintBroken: true,
  inDriversView: false,
  treadThirtySeconds: null,
  photoIds: [],
};
const { report: plain } = generateWalk(1);
const report: ConditionReport = {
  ...plain,
  bodyStyle: 'sedan',
  findings: [scratch],
  inspected: ['roof'],
  skipped: [],
};
const found = (change: Partial<Finding>, more: Partial<ConditionReport> = {}) =>
  reportProblems({ ...report, findings: [{ ...scratch, ...change }], ...more }, report.takenOn);

const CASES: [ReportRule, string, ReturnType<typeof found>][] = [
  ['part-unknown', 'findings.0.partId', found({ partId: 'wing' })],
  ['part-not-on-car', 'findings.0.partId', found({ partId: 'truck-bed' })],
  ['damage-not-of-part', 'findings.0.damage', found({ damage: 'tear' })],
  ['measure-not-of-damage', 'findings.0.treadThirtySeconds', found({ treadThirtySeconds: 4 })],
  ['between', 'findings.0.sizeMils', found({ sizeMils: 250_001 })],
  ['between', 'findings.0.count', found({ count: 0 })],
  ['paint-not-of-damage', 'findings.0.paintBroken', found({ damage: 'chip' })],
  ['view-not-of-part', 'findings.0.inDriversView', found({ inDriversView: true })],
  ['finding-twice', 'findings.1.id', found({}, { findings: [scratch, scratch] })],
  ['date-between', 'takenOn', found({}, { takenOn: addDays(report.takenOn, 2) })],
  ['date-between', 'takenOn', found({}, { takenOn: addDays(report.takenOn, -401) })],
  ['part-unknown', 'inspected.0', found({}, { inspected: ['wing'] })],
  ['part-not-on-car', 'skipped.0', found({}, { skipped: ['cargo-cover'] })],
];

describe('a report', () => {
  test.each(CASES)('%s at %s is refused', (rule, field, problems) => {
    expect(problems).toMatchObject([{ rule, field }]);
  });

  test('has a case for every rule', () => {
    expect(new Set(CASES.map(([rule]) => rule))).toEqual(new Set(REPORT_RULES));
  });

  test('of a phone whose day has begun before ours is taken', () => {
    expect(found({}, { takenOn: addDays(report.takenOn, 1) })).toEqual([]);
  });

  test('that a walk makes is never refused', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const walk = generateWalk(seed).report;
        expect(reportProblems(walk, walk.takenOn)).toEqual([]);
      }),
    );
  });

  test('without a problem can be estimated, whatever it says', () => {
    const anyFinding = fc.record({
      id: fc.constantFrom('a', 'b'),
      partId: fc.constantFrom('wing', ...CAR_PARTS.map((part) => part.id)),
      damage: fc.constantFrom(...DAMAGE_TYPES),
      sizeMils: fc.option(fc.integer({ min: -1, max: 300_000 })),
      depthMils: fc.option(fc.integer({ min: -1, max: 300_000 })),
      count: fc.integer({ min: -1, max: 120 }),
      paintBroken: fc.boolean(),
      inDriversView: fc.boolean(),
      treadThirtySeconds: fc.option(fc.integer({ min: -1, max: 40 })),
      photoIds: fc.constant([]),
    });
    let estimated = 0;
    fc.assert(
      fc.property(fc.array(anyFinding, { maxLength: 2 }), (findings) => {
        const given = { ...report, findings };
        if (reportProblems(given, report.takenOn).length > 0) return;
        estimated += 1;
        const { range } = wearEstimate(given, LARKSPUR_GUIDE, LARKSPUR_CHARGES, []);
        expect(range.lowCents).toBeGreaterThanOrEqual(0n);
      }),
      { numRuns: 2_000 },
    );
    expect(estimated).toBeGreaterThan(50);
  });

  test('may name any damage that a part can have', () => {
    for (const part of CAR_PARTS.filter(({ onlyOn }) => onlyOn === undefined)) {
      for (const damage of damagesOf(part.kind)) {
        const bare = { partId: part.id, damage, sizeMils: null, paintBroken: false };
        expect(found(bare)).toEqual([]);
      }
    }
  });
});
