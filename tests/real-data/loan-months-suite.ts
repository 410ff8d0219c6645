import { readFileSync } from 'node:fs';
import { checkLedger } from '@roadbook/server/book/proof/check-ledger';
import { type Engine, openTestStore } from '@roadbook/server/testing/test-store';
import { expect, test } from 'vitest';
import { describeWithSharedData } from '../house/shared-data.ts';
import { differences, isDifferent, replayLoanMonths } from './loan-months.ts';

/** The servicers round here and there otherwise than we do; never by more than this. */
const WITHIN_CENTS = 1n;
const EXACT_AT_LEAST = 35;

/** Where every difference is listed for people; it may not grow old. */
const DOCUMENT = new URL('../../docs/real-loan-months.md', import.meta.url);

/** The real loan-months through boarding, payment and ledger, on one engine. */
export function loanMonthsOn(engine: Engine): void {
  describeWithSharedData(`53 real loan-months, ${engine}`, (data) => {
    test('interest and principal are the servicer’s, to the cent or within one', async () => {
      const { store, end } = await openTestStore(engine);
      const comparisons = await replayLoanMonths(store, data);
      const { findings } = await checkLedger(store);
      await end();
      const different = comparisons.filter(isDifferent);
      const exact = comparisons.length - different.length;
      const table = differences(comparisons).join('\n');
      console.info(`${exact} of ${comparisons.length} exactly; the others:\n${table}`);
      expect(comparisons).toHaveLength(53);
      for (const each of comparisons) {
        const interest = each.interestCents - each.theirInterestCents;
        const principal = each.principalCents - each.theirPrincipalCents;
        expect(interest * interest, `month ${each.number}`).toBeLessThanOrEqual(WITHIN_CENTS);
        expect(principal, `month ${each.number}`).toBe(-interest);
      }
      expect(exact).toBeGreaterThanOrEqual(EXACT_AT_LEAST);
      expect(findings).toEqual([]);
      expect(readFileSync(DOCUMENT, 'utf8')).toContain(`\n${table}\n`);
    });
  });
}
