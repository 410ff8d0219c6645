import { someFindings } from '@roadbook/domain/testing/wear/findings';
import { date } from '@roadbook/domain/time/calendar';
import { chargeTableDefects } from '@roadbook/domain/wear/charge/charge-table';
import { countMarks } from '@roadbook/domain/wear/guide/count-marks';
import { silentDamages } from '@roadbook/domain/wear/guide/guide';
import { judgeFinding } from '@roadbook/domain/wear/guide/judge-finding';
import { CAR_PARTS, partById } from '@roadbook/domain/wear/walk/car-part';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEMO_CHARGE_TABLES } from './wear-charges.ts';
import { CARD_GUIDE, DEMO_GUIDES, LARKSPUR_GUIDE } from './wear-guides.ts';

const on = date('2026-06-01');

describe('the demonstration', () => {
  test.each(DEMO_CHARGE_TABLES.map((table) => ({ table })))(
    'prices every damage that a part can have: $table.id',
    ({ table }) => {
      expect(chargeTableDefects(table)).toEqual([]);
      for (const row of table.rows) {
        expect(row.repairLowCents > 0n && row.repairLowCents <= row.repairHighCents).toBe(true);
        expect(row.parts.every((id) => partById(id) !== null || isKind(id))).toBe(true);
      }
    },
  );

  test.each(DEMO_GUIDES.map((guide) => ({ guide })))(
    'is silent about no damage: $guide.id',
    ({ guide }) => {
      expect(silentDamages(guide)).toEqual([]);
      expect(new Set(guide.rules.map(({ id }) => id)).size).toBe(guide.rules.length);
    },
  );

  test('has a second guide that charges whatever the first one charges, and more', () => {
    let stricter = 0;
    fc.assert(
      fc.property(someFindings, (findings) => {
        for (const finding of findings) {
          const first = judgeFinding(LARKSPUR_GUIDE, finding, countMarks(findings), on).chargeable;
          const second = judgeFinding(CARD_GUIDE, finding, countMarks(findings), on).chargeable;
          expect(second || !first).toBe(true);
          if (second && !first) stricter += 1;
        }
      }),
      { numRuns: 2_000 },
    );
    expect(stricter).toBeGreaterThan(0);
  });
});

function isKind(id: string): boolean {
  return CAR_PARTS.some((part) => part.kind === id);
}
