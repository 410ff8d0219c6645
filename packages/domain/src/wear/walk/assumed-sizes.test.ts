import {
  CARD_GUIDE,
  DEMO_GUIDES,
  LARKSPUR_GUIDE,
} from '@roadbook/server/lender/larkspur/wear-guides';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { someOpenFindings } from '../../../testing/wear/findings.ts';
import { FINDING } from '../../../testing/wear/findings-written.ts';
import { date } from '../../time/calendar.ts';
import { countMarks } from '../guide/count-marks.ts';
import { judgeFinding } from '../guide/judge-finding.ts';
import { assumeSizes, lacksMeasure } from './assumed-sizes.ts';

const on = date('2026-06-01');
const someGuide = fc.constantFrom(...DEMO_GUIDES);

describe('a missing measure', () => {
  test('is taken as the least that is charged, where some size is and some is not', () => {
    const likely = (finding: typeof FINDING) =>
      assumeSizes(LARKSPUR_GUIDE, [finding], on, 'likely')[0];
    expect(likely(FINDING)?.sizeMils).toBe(4_001);
    expect(likely({ ...FINDING, paintBroken: true })?.sizeMils).toBe(0);
    const tire = { ...FINDING, partId: 'left-front-tire', damage: 'tread-low' } as const;
    expect(likely(tire)?.treadThirtySeconds).toBe(3);
  });

  test('is taken by the strictest of several rules, whatever their order', () => {
    const burn = { ...FINDING, partId: 'driver-seat', damage: 'burn' } as const;
    const reversed = { ...CARD_GUIDE, rules: CARD_GUIDE.rules.toReversed() };
    for (const guide of [CARD_GUIDE, reversed]) {
      expect(assumeSizes(guide, [burn], on, 'likely')[0]?.sizeMils).toBe(126);
    }
  });

  test('is asked for where a guide asks for depth, and there only', () => {
    const deep = LARKSPUR_GUIDE.rules.map((rule) => ({ ...rule, measure: 'depth' as const }));
    const measured = { ...FINDING, sizeMils: 500 };
    const guide = { ...LARKSPUR_GUIDE, rules: deep };
    expect(lacksMeasure(LARKSPUR_GUIDE, measured, on)).toBe(false);
    expect(lacksMeasure(guide, measured, on)).toBe(true);
    expect(assumeSizes(guide, [measured], on, 'likely')[0]?.depthMils).toBe(4_001);
  });

  test('is never missing afterwards, and a measure that was taken stays', () => {
    fc.assert(
      fc.property(someGuide, someOpenFindings, (guide, findings) => {
        for (const assumption of ['least', 'likely', 'most'] as const) {
          const measured = assumeSizes(guide, findings, on, assumption);
          expect(measured.filter((each) => lacksMeasure(guide, each, on))).toEqual([]);
          for (const [index, finding] of findings.entries()) {
            if (!lacksMeasure(guide, finding, on)) expect(measured[index]).toBe(finding);
          }
        }
      }),
    );
  });

  test('makes a finding chargeable in the likely case if any size would', () => {
    fc.assert(
      fc.property(someGuide, someOpenFindings, (guide, findings) => {
        const [least, likely, most] = (['least', 'likely', 'most'] as const).map((assumption) =>
          assumeSizes(guide, findings, on, assumption).map(
            (each) => judgeFinding(guide, each, countMarks(findings), on).chargeable,
          ),
        );
        expect(likely).toEqual(most);
        least?.forEach((chargeable, index) => {
          if (chargeable) expect(likely?.[index]).toBe(true);
        });
      }),
    );
  });
});
