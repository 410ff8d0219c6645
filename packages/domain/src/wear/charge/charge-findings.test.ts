import { LARKSPUR_CHARGES } from '@roadbook/server/lender/larkspur/wear-charges';
import { LARKSPUR_GUIDE } from '@roadbook/server/lender/larkspur/wear-guides';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { someFindings } from '../../../testing/wear/findings.ts';
import { FINDING } from '../../../testing/wear/findings-written.ts';
import { date } from '../../time/calendar.ts';
import { chargeFindings, pricedSeverity } from './charge-findings.ts';

const on = date('2026-06-01');
const WHEEL = { ...FINDING, partId: 'left-front-wheel' };

describe('the charge for a finding', () => {
  test('is the price of a mark times the marks, or of the part once', () => {
    const dents = { ...FINDING, sizeMils: 5_000, count: 3 };
    const gouges = { ...WHEEL, id: 'f2', damage: 'gouge', sizeMils: 1_500, count: 3 } as const;
    const charged = chargeFindings([dents, gouges], LARKSPUR_GUIDE, LARKSPUR_CHARGES, on);
    expect(charged.map(({ times, chargeCents }) => [times, chargeCents])).toEqual([
      [3, 600_00n],
      [1, 150_00n],
    ]);
  });

  test('of a replaced part goes once to the finding with the highest price, first or last', () => {
    const gouge = { ...WHEEL, id: 'gouge', damage: 'gouge', sizeMils: 1_500 } as const;
    const crack = { ...WHEEL, id: 'crack', damage: 'crack', sizeMils: 1_500 } as const;
    for (const findings of [
      [gouge, crack],
      [crack, gouge],
    ]) {
      const charged = chargeFindings(findings, LARKSPUR_GUIDE, LARKSPUR_CHARGES, on);
      const of = (id: string) => charged.find(({ finding }) => finding.id === id);
      expect(of('crack')).toMatchObject({ chargeCents: 325_00n, includedIn: null });
      expect(of('gouge')).toMatchObject({ chargeCents: 0n, includedIn: 'crack' });
    }
  });

  test('is nothing where it is ordinary, and never negative', () => {
    fc.assert(
      fc.property(someFindings, (findings) => {
        for (const each of chargeFindings(findings, LARKSPUR_GUIDE, LARKSPUR_CHARGES, on)) {
          const { judgement, chargeCents, eachCents, times, includedIn } = each;
          expect(chargeCents).toBe(eachCents * BigInt(times));
          expect(chargeCents > 0n).toBe(judgement.chargeable && includedIn === null);
        }
      }),
    );
  });

  test('is looked up by the severity of what is missing, of the size, or the smallest', () => {
    const severities = [
      pricedSeverity({ ...FINDING, damage: 'missing' }),
      pricedSeverity({ ...FINDING, sizeMils: 7_000 }),
      pricedSeverity({ ...FINDING, damage: 'broken', sizeMils: 7_000 }),
    ];
    expect(severities).toEqual([6, 4, 1]);
  });
});
