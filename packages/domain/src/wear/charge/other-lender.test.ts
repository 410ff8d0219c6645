import { LARKSPUR_CHARGES } from '@roadbook/server/lender/larkspur/wear-charges';
import { DEMO_GUIDES, LARKSPUR_GUIDE } from '@roadbook/server/lender/larkspur/wear-guides';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FINDING } from '../../../testing/wear/findings-written.ts';
import { generateWalk } from '../../../testing/wear/walks.ts';
import { date } from '../../time/calendar.ts';
import type { ConditionReport, Finding } from '../walk/condition-report.ts';
import { wearEstimate } from './estimate.ts';
import { otherLenderEstimate } from './other-lender.ts';

const known = { guides: DEMO_GUIDES, charges: LARKSPUR_CHARGES, waivers: [] };
const walkOf = (findings: readonly Finding[]): ConditionReport => ({
  bodyStyle: 'sedan',
  findings,
  inspected: [],
  skipped: [],
  takenOn: date('2026-06-01'),
});
const dent = (sizeMils: number): Finding => ({ ...FINDING, sizeMils });

describe('a walk for a lender whose guide nobody has', () => {
  test('has a range that holds what every known guide says, mark by mark', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (seed) => {
        const { report, waivers } = generateWalk(seed);
        const wide = otherLenderEstimate(report, { ...known, waivers });
        for (const guide of DEMO_GUIDES) {
          const one = wearEstimate(report, guide, LARKSPUR_CHARGES, waivers);
          expect(wide.range.lowCents).toBeLessThanOrEqual(one.range.lowCents);
          expect(wide.range.highCents).toBeGreaterThanOrEqual(one.range.highCents);
          for (const [index, each] of one.findings.entries()) {
            const widened = wide.findings[index]!;
            expect(widened.chargeLowCents).toBeLessThanOrEqual(each.chargeLowCents);
            expect(widened.chargeHighCents).toBeGreaterThanOrEqual(each.chargeHighCents);
          }
        }
        const { lowCents, likelyCents, highCents } = wide.range;
        expect(lowCents <= likelyCents && likelyCents <= highCents).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('calls nothing ordinary, and charged only what every known guide charges', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (seed) => {
        const { report } = generateWalk(seed);
        const each = DEMO_GUIDES.map((guide) => wearEstimate(report, guide, LARKSPUR_CHARGES, []));
        for (const [index, { verdict }] of otherLenderEstimate(report, known).findings.entries()) {
          const isSure = each.every(({ findings }) => findings[index]?.verdict === 'chargeable');
          expect(verdict).toBe(isSure ? 'chargeable' : 'unknown');
        }
      }),
      { numRuns: 40 },
    );
  });

  test('is from nothing to a dear repair for a small dent, and wide for a large one', () => {
    const small = otherLenderEstimate(walkOf([dent(500)]), known);
    expect(small.range.lowCents).toBe(0n);
    expect(small.range.highCents).toBeGreaterThan(0n);
    const large = otherLenderEstimate(walkOf([dent(5_000)]), known);
    expect(large.range.lowCents).toBeGreaterThan(0n);
    expect(large.range.highCents).toBeGreaterThan(large.range.lowCents);
    expect(large.findings[0]?.verdict).toBe('chargeable');
  });

  test('is as wide with one known guide: a stricter lender may charge every mark', () => {
    const alone = otherLenderEstimate(walkOf([dent(500)]), { ...known, guides: [LARKSPUR_GUIDE] });
    expect(alone.findings[0]?.verdict).toBe('unknown');
    expect(alone.range.highCents).toBeGreaterThan(0n);
  });

  test('costs nothing where nothing was found', () => {
    const { range } = otherLenderEstimate(walkOf([]), known);
    expect([range.lowCents, range.highCents]).toEqual([0n, 0n]);
  });
});
