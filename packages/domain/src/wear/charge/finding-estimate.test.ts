import { LARKSPUR_CHARGES } from '@roadbook/server/lender/larkspur/wear-charges';
import { LARKSPUR_GUIDE } from '@roadbook/server/lender/larkspur/wear-guides';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { someOpenFindings } from '../../../testing/wear/findings.ts';
import { FINDING } from '../../../testing/wear/findings-written.ts';
import { date } from '../../time/calendar.ts';
import { ASSUMPTIONS } from '../walk/assumed-sizes.ts';
import { estimateFindings, type WalkPrices } from './finding-estimate.ts';
import { priceWalk, type WearBasis } from './price-walk.ts';

const BASIS: WearBasis = {
  guide: LARKSPUR_GUIDE,
  charges: LARKSPUR_CHARGES,
  waivers: [],
  on: date('2026-06-01'),
};
const pricesOf = (findings: Parameters<typeof priceWalk>[0], basis: WearBasis): WalkPrices => ({
  least: priceWalk(findings, basis, 'least'),
  likely: priceWalk(findings, basis, 'likely'),
  most: priceWalk(findings, basis, 'most'),
});
const estimated = (findings: Parameters<typeof priceWalk>[0], basis = BASIS) =>
  estimateFindings(findings, pricesOf(findings, basis), basis);

describe('what a repair saves', () => {
  test('is the difference that it makes to the whole, not the share of the waiver it got', () => {
    // 800 of 875 are waived and 75 are left to pay, so no repair alone saves more than 75.
    const waiver = {
      id: 'a',
      title: 'Wear waiver',
      order: 1,
      totalCents: 800_00n,
      perEvent: null,
      perMissingPart: null,
      excludes: [],
      expiresOn: null,
      source: 'agreement',
    };
    const large = { ...FINDING, sizeMils: 13_000 };
    const scratch = { ...FINDING, id: 'f2', damage: 'scratch', sizeMils: 7_000 } as const;
    const both = [large, { ...scratch, partId: 'hood' }];
    const [first, second] = estimated(both, { ...BASIS, waivers: [waiver] });
    expect([first?.waivedCents, second?.waivedCents]).toEqual([600_00n, 200_00n]);
    expect([first?.savesCents, second?.savesCents]).toEqual([75_00n, 75_00n]);
    expect([first?.reason, second?.reason]).toEqual(['charge-costs-less', 'charge-costs-less']);
  });

  test('counts what becomes ordinary with it: one scratch fewer and none is charged', () => {
    const four = ['a', 'b', 'c', 'd'].map(
      (id) => ({ ...FINDING, id, damage: 'scratch', sizeMils: 500 }) as const,
    );
    const [first] = estimated(four);
    expect(first).toMatchObject({ chargeCents: 60_00n, savesCents: 240_00n, advice: 'fix' });
  });
});

describe('an estimate of one finding', () => {
  test('asks for a repair of each mark, and for a new part once', () => {
    const dents = { ...FINDING, sizeMils: 500, count: 4 };
    const wheel = { ...FINDING, id: 'f2', partId: 'left-front-wheel', sizeMils: 2_000, count: 4 };
    const repairs = estimated([dents, wheel]).map(({ repairLowCents, repairHighCents }) => [
      repairLowCents,
      repairHighCents,
    ]);
    expect(repairs).toEqual([
      [180_00n, 300_00n],
      [120_00n, 350_00n],
    ]);
  });

  test('lies between its ends, and its verdict says whether they decide', () => {
    fc.assert(
      fc.property(someOpenFindings, (findings) => {
        for (const each of estimated(findings)) {
          expect(each.chargeLowCents <= each.chargeCents).toBe(true);
          expect(each.chargeCents <= each.chargeHighCents).toBe(true);
          expect(each.repairLowCents <= each.repairHighCents).toBe(true);
          expect(each.waivedCents).toBe(0n);
          if (each.verdict === 'ordinary') expect(each.chargeHighCents).toBe(0n);
          if (each.verdict === 'unknown') expect(each.chargeLowCents).toBe(0n);
        }
      }),
    );
  });

  test('cites a limit, and a measure only where one was taken', () => {
    fc.assert(
      fc.property(someOpenFindings, (findings) => {
        const charged = ASSUMPTIONS.flatMap((each) => priceWalk(findings, BASIS, each).charged);
        for (const { finding, judgement } of charged) {
          const taken = findings.find(({ id }) => id === finding.id);
          const measured = judgement.rule?.measured ?? null;
          const known = [taken?.sizeMils, taken?.treadThirtySeconds, null];
          if (judgement.rule?.unit !== 'count') expect(known).toContain(measured);
        }
      }),
    );
  });
});
