import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FINDING } from '../../../testing/wear/findings-written.ts';
import { generateWalk } from '../../../testing/wear/walks.ts';
import { date } from '../../time/calendar.ts';
import { BODY_STYLES, CAR_VIEWS, partsOf } from './car-part.ts';
import { type ConditionReport, completeness, withoutFindings } from './condition-report.ts';

const EMPTY: ConditionReport = {
  bodyStyle: 'truck',
  findings: [],
  inspected: [],
  skipped: [],
  takenOn: date('2026-06-01'),
};

describe('a walk around a car', () => {
  test('puts every part of the car once among done, skipped and left, view by view', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (seed) => {
        const { report } = generateWalk(seed);
        const all = completeness(report);
        const ids = partsOf(report.bodyStyle).map((part) => part.id);
        expect([...all.done, ...all.skipped, ...all.left].sort()).toEqual(ids.sort());
        for (const list of ['done', 'skipped', 'left'] as const) {
          expect(CAR_VIEWS.flatMap((view) => all.byView[view][list])).toEqual(all[list]);
        }
      }),
    );
  });

  test('has done a part with a finding, also when it was skipped before', () => {
    const found = { ...EMPTY, findings: [FINDING], skipped: [FINDING.partId, 'roof'] };
    const { done, skipped } = completeness(found);
    expect([done, skipped]).toEqual([[FINDING.partId], ['roof']]);
  });

  test('leaves out parts that this car does not have', () => {
    const counts = BODY_STYLES.map((bodyStyle) => completeness({ ...EMPTY, bodyStyle }).left);
    expect(counts.map((left) => left.includes('truck-bed'))).toEqual([false, false, true]);
    expect(counts.map((left) => left.includes('cargo-cover'))).toEqual([false, true, false]);
  });

  test('has looked at a part once its damage is repaired', () => {
    const repaired = withoutFindings({ ...EMPTY, findings: [FINDING] }, [FINDING.id]);
    expect(repaired).toMatchObject({ findings: [], inspected: [FINDING.partId] });
  });
});
