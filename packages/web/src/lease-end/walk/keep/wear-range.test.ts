import { generateWalks } from '@roadbook/domain/testing/wear/walks';
import { wearEstimate } from '@roadbook/domain/wear/charge/estimate';
import { LARKSPUR_CHARGES } from '@roadbook/server/lender/larkspur/wear-charges';
import { LARKSPUR_GUIDE } from '@roadbook/server/lender/larkspur/wear-guides';
import { describe, expect, it } from 'vitest';
import { planRepairs, savedWearRange, saveWearRange, wearRangeOf } from './wear-range.ts';

const shelf = (text: string | null) => {
  let kept = text;
  return {
    getItem: () => kept,
    setItem: (_key: string, value: string) => {
      kept = value;
    },
  };
};

describe('the result of a walk for a plan', () => {
  it('comes back as it was saved, for 200 walks', () => {
    for (const { report, waivers } of generateWalks(200)) {
      const estimate = wearEstimate(report, LARKSPUR_GUIDE, LARKSPUR_CHARGES, waivers);
      const range = wearRangeOf(estimate);
      const storage = shelf(null);
      saveWearRange(storage, range);
      expect(savedWearRange(storage)).toEqual(range);
      for (const repair of planRepairs(range)) {
        expect(repair.savesWearCents).toBeGreaterThan(0n);
        expect(repair.repairHighCents).toBeGreaterThanOrEqual(repair.repairLowCents);
      }
    }
  });

  const good = {
    lowCents: '0',
    likelyCents: '100',
    highCents: '200',
    repairs: [],
    takenOn: '2026-11-22',
  };
  it.each([
    ['no text', ''],
    ['another thing', '[]'],
    ['a number for cents', JSON.stringify({ ...good, lowCents: 0 })],
    ['a range the wrong way round', JSON.stringify({ ...good, lowCents: '300' })],
    ['no date', JSON.stringify({ ...good, takenOn: 'today' })],
    ['a repair without a price', JSON.stringify({ ...good, repairs: [{ id: 'finding-1' }] })],
  ])('is nothing when somebody wrote %s', (_what, text) => {
    expect(savedWearRange(shelf(JSON.stringify(good)))).toEqual(good);
    expect(savedWearRange(shelf(text))).toBeNull();
  });
});
