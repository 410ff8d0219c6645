import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../../testing/case-table.ts';
import { parseDollars } from '../../money/cents.ts';
import { fixOrPay } from './fix-or-pay.ts';

const cases = readFileSync(new URL('./cases/fix-or-pay.txt', import.meta.url), 'utf8');

describe('whether to repair before the return', () => {
  test('follows from what it saves and what it costs', () => {
    checkTable(cases, (row) => {
      const ends = (column: string): [bigint, bigint] => {
        const [low = null, high = low] = row.list(column).map(parseDollars);
        if (low === null || high === null) throw new RangeError(row.text(column));
        return [low, high];
      };
      const [savesLowCents, savesHighCents] = ends('saves');
      const [repairLowCents, repairHighCents] = ends('repair');
      return fixOrPay({
        savesLowCents,
        savesHighCents,
        repairLowCents,
        repairHighCents,
        chargeable: row.text('charged') === 'yes',
        sizeKnown: row.text('size known') === 'yes',
        includedInAnother: row.text('in another') === 'yes',
      });
    });
  });

  test('never advises a repair that can cost more than it saves', () => {
    const cents = fc.bigInt({ min: 0n, max: 1_000n });
    const facts = fc.record({
      savesLowCents: cents,
      savesHighCents: cents,
      repairLowCents: cents,
      repairHighCents: cents,
      chargeable: fc.boolean(),
      sizeKnown: fc.boolean(),
      includedInAnother: fc.boolean(),
    });
    fc.assert(
      fc.property(facts, (each) => {
        const { advice } = fixOrPay(each);
        if (advice === 'fix') expect(each.repairHighCents < each.savesLowCents).toBe(true);
        if (advice === 'fix') expect(each.chargeable && !each.includedInAnother).toBe(true);
      }),
    );
  });
});
