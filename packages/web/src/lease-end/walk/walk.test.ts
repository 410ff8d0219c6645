import { date } from '@roadbook/domain/time/calendar';
import { BODY_STYLES, CAR_PARTS, CAR_VIEWS, partsOf } from '@roadbook/domain/wear/walk/car-part';
import { completeness, type Finding } from '@roadbook/domain/wear/walk/condition-report';
import { damagesOf } from '@roadbook/domain/wear/walk/damage-type';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstGuideId } from './guide/wear-data.ts';
import './guide/testing/larkspur-wear.ts';
import { afterStep, newFindingId, newWalk, reportOf, type Walk, type WalkStep } from './walk.ts';

const begun = afterStep(newWalk(date('2026-11-22'), firstGuideId()), {
  do: 'choose-style',
  style: 'suv',
});
const dent = (partId: string, id: string): Finding => ({
  id,
  partId,
  damage: damagesOf(CAR_PARTS.find((part) => part.id === partId)!.kind)[0]!,
  sizeMils: null,
  depthMils: null,
  count: 1,
  paintBroken: false,
  inDriversView: false,
  treadThirtySeconds: null,
  photoIds: [],
});

const partId = fc.constantFrom(...partsOf('suv').map(({ id }) => id));
const step: fc.Arbitrary<WalkStep> = fc.oneof(
  partId.map((id): WalkStep => ({ do: 'fine', partIds: [id] })),
  partId.map((id): WalkStep => ({ do: 'skip', partId: id })),
  partId.map((id): WalkStep => ({ do: 'look-again', partId: id })),
  partId.map((id): WalkStep => ({ do: 'save-finding', finding: dent(id, `${id}-1`) })),
  partId.map((id): WalkStep => ({ do: 'remove-finding', findingId: `${id}-1` })),
  fc.constantFrom(...BODY_STYLES).map((style): WalkStep => ({ do: 'choose-style', style })),
);

describe('a walk', () => {
  it('has every part in one place, whatever was done in whatever order', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const onCar = (walk: Walk, next: WalkStep): boolean => {
          const known = partsOf(walk.bodyStyle!).map(({ id }) => id);
          if (next.do === 'save-finding') return known.includes(next.finding.partId);
          if (next.do === 'skip') return known.includes(next.partId);
          return next.do !== 'fine' || next.partIds.every((id) => known.includes(id));
        };
        const walk = steps.reduce(
          (before, next) => (onCar(before, next) ? afterStep(before, next) : before),
          begun,
        );
        const parts = partsOf(walk.bodyStyle!).map(({ id }) => id);
        const { done, skipped, left } = completeness(reportOf(walk));
        expect([...done, ...skipped, ...left].toSorted()).toEqual(parts.toSorted());
        const found = new Set(walk.findings.map((each) => each.partId));
        const lists = [...found, ...walk.inspected, ...walk.skipped];
        expect(new Set(lists).size).toBe(lists.length);
        expect(lists.every((id) => parts.includes(id))).toBe(true);
      }),
    );
  });

  it('is done when each of its views was called fine', () => {
    const walk = CAR_VIEWS.reduce((before, view) => {
      const partIds = partsOf('suv').flatMap((part) => (part.view === view ? [part.id] : []));
      return afterStep(before, { do: 'fine', partIds });
    }, begun);
    expect(completeness(reportOf(walk)).left).toEqual([]);
  });

  it('does not call fine a part with a finding', () => {
    const found = afterStep(begun, { do: 'save-finding', finding: dent('hood', 'hood-dent-1') });
    expect(afterStep(found, { do: 'fine', partIds: ['hood'] })).toEqual(found);
  });

  it('changes a finding that is saved again', () => {
    const first = afterStep(begun, { do: 'save-finding', finding: dent('hood', 'hood-dent-1') });
    const finding = { ...dent('hood', 'hood-dent-1'), count: 3 };
    expect(afterStep(first, { do: 'save-finding', finding }).findings).toEqual([finding]);
    expect(newFindingId(first, { partId: 'hood', damage: 'dent' })).toBe('hood-dent-2');
  });
});
