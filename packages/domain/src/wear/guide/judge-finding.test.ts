import { readFileSync } from 'node:fs';
import { LARKSPUR_CHARGES } from '@roadbook/server/lender/larkspur/wear-charges';
import {
  CARD_GUIDE,
  DEMO_GUIDES,
  LARKSPUR_GUIDE,
} from '@roadbook/server/lender/larkspur/wear-guides';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../../testing/case-table.ts';
import { someFinding, someFindings } from '../../../testing/wear/findings.ts';
import { FINDING, findingOf } from '../../../testing/wear/findings-written.ts';
import { date } from '../../time/calendar.ts';
import { wearEstimate } from '../charge/estimate.ts';
import { damageCode } from '../walk/damage-code.ts';
import { countMarks } from './count-marks.ts';
import type { WearGuide } from './guide.ts';
import { judgeFinding, partOf } from './judge-finding.ts';

const cases = readFileSync(new URL('./cases/ordinary-or-chargeable.txt', import.meta.url), 'utf8');
const on = date('2026-06-01');
const someGuide = fc.constantFrom(...DEMO_GUIDES);

describe('a finding', () => {
  test('is ordinary or chargeable by a rule of the guide', () => {
    checkTable(cases, (row) => {
      const finding = findingOf(row);
      const report = {
        bodyStyle: 'suv',
        findings: [finding],
        inspected: [],
        skipped: [],
        takenOn: on,
      } as const;
      const [first, second] = [LARKSPUR_GUIDE, CARD_GUIDE].map(
        (guide) => wearEstimate(report, guide, LARKSPUR_CHARGES, []).findings[0],
      );
      return {
        larkspur: first?.verdict ?? null,
        by: first?.rule?.clause ?? null,
        card: second?.verdict ?? null,
        'card by': second?.rule?.clause ?? null,
        charge: first?.chargeCents ?? null,
        code: damageCode(finding, partOf(finding)),
      };
    });
  });

  test('that is larger, more often there or through the paint is never judged more kindly', () => {
    const more = fc.nat({ max: 20_000 });
    fc.assert(
      fc.property(someGuide, someFinding, someFindings, more, (guide, finding, others, by) => {
        const chargeable = (changed: typeof finding): boolean =>
          judgeFinding(guide, changed, countMarks([changed, ...others]), on).chargeable;
        const larger = finding.sizeMils === null ? null : finding.sizeMils + by;
        const worn = finding.treadThirtySeconds;
        const worse = [
          { ...finding, sizeMils: larger },
          { ...finding, count: finding.count + by },
          { ...finding, paintBroken: true },
          { ...finding, inDriversView: true },
          { ...finding, treadThirtySeconds: worn === null ? null : Math.max(0, worn - by) },
        ];
        if (chargeable(finding)) expect(worse.map(chargeable)).toEqual(worse.map(() => true));
      }),
    );
  });

  test('counts together with others on its part, and with nothing elsewhere', () => {
    const two = { ...FINDING, damage: 'scratch', sizeMils: 500, count: 2 } as const;
    const dents = { ...two, id: 'f2', damage: 'dent' } as const;
    const elsewhere = { ...dents, partId: 'left-rear-door' };
    const judged = (other: typeof dents) =>
      judgeFinding(LARKSPUR_GUIDE, two, countMarks([two, other]), on);
    expect(judged(dents).rule).toMatchObject({ clause: 'over-count', limit: 3, measured: 4 });
    expect(judged(elsewhere).chargeable).toBe(false);
  });

  test("in the driver's view is counted there only with marks that are there too", () => {
    const [first] = LARKSPUR_GUIDE.rules;
    const aim = { parts: ['windshield'], damages: ['chip'], inDriversView: true } as const;
    const rules = [{ ...first!, ...aim, perPanelCount: 1 }];
    const chip = { ...FINDING, partId: 'windshield', damage: 'chip', sizeMils: 100 } as const;
    const seen = { ...chip, inDriversView: true };
    const judged = (other: typeof seen) =>
      judgeFinding(
        { ...LARKSPUR_GUIDE, rules },
        seen,
        countMarks([seen, { ...other, id: 'f2' }]),
        on,
      );
    expect(judged({ ...chip, inDriversView: false }).chargeable).toBe(false);
    expect(judged(seen).rule).toMatchObject({ clause: 'over-count', limit: 1, measured: 2 });
  });

  test('of which the guide says nothing is ordinary, and cites no rule', () => {
    const silent: WearGuide = { ...LARKSPUR_GUIDE, rules: [] };
    expect(judgeFinding(silent, FINDING, countMarks([FINDING]), on)).toEqual({
      chargeable: false,
      rule: null,
    });
  });

  test('is judged by a rule only from the day since which it holds', () => {
    const rules = LARKSPUR_GUIDE.rules.map((rule) => ({ ...rule, since: on }));
    const large = { ...FINDING, sizeMils: 9_000 };
    const from = (day: string) =>
      judgeFinding({ ...LARKSPUR_GUIDE, rules }, large, countMarks([large]), date(day)).chargeable;
    expect([from('2026-05-31'), from('2026-06-01')]).toEqual([false, true]);
  });

  test('is measured by depth where a guide asks for depth', () => {
    const gouge = { ...FINDING, partId: 'left-rear-wheel', damage: 'gouge', sizeMils: 10 } as const;
    const [first] = LARKSPUR_GUIDE.rules;
    const deep = { ...first!, parts: ['wheel'], damages: ['gouge'], limit: 40 } as const;
    const guide = { ...LARKSPUR_GUIDE, rules: [{ ...deep, measure: 'depth' as const }] };
    const judged = (depthMils: number) =>
      judgeFinding(guide, { ...gouge, depthMils }, countMarks([]), on).rule?.clause;
    expect([judged(40), judged(41)]).toEqual(['within-limit', 'over-depth']);
  });
});
