import { LARKSPUR_CHARGES } from '@roadbook/server/lender/larkspur/wear-charges';
import { LARKSPUR_GUIDE } from '@roadbook/server/lender/larkspur/wear-guides';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FINDING } from '../../../testing/wear/findings-written.ts';
import { generateWalk } from '../../../testing/wear/walks.ts';
import { wearEstimate } from '../charge/estimate.ts';
import { compareWalks, savingOf } from './compare-walks.ts';
import { type ConditionReport, withoutFindings } from './condition-report.ts';

const someWalk = fc.integer({ min: 1, max: 100_000 }).map((seed) => generateWalk(seed).report);
const estimated = (report: ConditionReport) =>
  wearEstimate(report, LARKSPUR_GUIDE, LARKSPUR_CHARGES, []);
const renamed = (report: ConditionReport): ConditionReport => ({
  ...report,
  findings: report.findings.map((each) => ({ ...each, id: `again-${each.id}` })),
});

describe('a walk before and a walk after repairs', () => {
  test('differ by what was repaired, and save what the estimate said', () => {
    fc.assert(
      fc.property(someWalk, fc.nat(), (before, pick) => {
        const one = before.findings[pick % Math.max(1, before.findings.length)];
        if (one === undefined) return;
        const after = withoutFindings(before, [one.id]);
        const comparison = compareWalks(before, after);
        expect(comparison).toMatchObject({ gone: [one], added: [], changed: [], notLookedAt: [] });
        const saving = savingOf(estimated(before), estimated(after), comparison);
        expect(saving.savedCents >= 0n && saving.certain).toBe(true);
        expect(saving.beforeCents - saving.savedCents).toBe(saving.afterCents);
      }),
      { numRuns: 400 },
    );
  });

  test('have every finding of both exactly once, whatever their ids', () => {
    fc.assert(
      fc.property(someWalk, someWalk, fc.boolean(), (before, other, again) => {
        const after = again ? renamed(other) : other;
        const { gone, added, changed, same, notLookedAt } = compareWalks(before, after);
        const pairs = [...changed, ...same];
        const left = [...gone, ...notLookedAt, ...pairs.map((pair) => pair.before)];
        const right = [...added, ...pairs.map((pair) => pair.after)];
        expect(new Set(left)).toEqual(new Set(before.findings));
        expect(left).toHaveLength(before.findings.length);
        expect(new Set(right)).toEqual(new Set(after.findings));
        expect(right).toHaveLength(after.findings.length);
      }),
    );
  });

  test('of the same car are the same, also when all was entered anew', () => {
    fc.assert(
      fc.property(someWalk, (walk) => {
        const { gone, added, changed } = compareWalks(walk, renamed(walk));
        expect([gone, added, changed]).toEqual([[], [], []]);
      }),
    );
  });

  const before: ConditionReport = { ...generateWalk(1).report, findings: [FINDING], inspected: [] };

  test('say what grew', () => {
    const larger = { ...FINDING, sizeMils: 9_000 };
    const { changed } = compareWalks(before, { ...before, findings: [larger] });
    expect(changed).toEqual([{ before: FINDING, after: larger }]);
  });

  test('call nothing repaired on a part that nobody looked at again', () => {
    const after = { ...before, findings: [], skipped: [FINDING.partId] };
    const comparison = compareWalks(before, after);
    expect(comparison).toMatchObject({ gone: [], notLookedAt: [FINDING] });
    expect(savingOf(estimated(before), estimated(after), comparison).certain).toBe(false);
  });
});
