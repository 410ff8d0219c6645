import { generateWalk } from '@roadbook/domain/testing/wear/walks';
import { writeChargeRows, writeGuideRows } from '@roadbook/domain/wear/csv/write-wear-csv';
import { LARKSPUR_CHARGES } from '@roadbook/server/lender/larkspur/wear-charges';
import { CARD_GUIDE, LARKSPUR_GUIDE } from '@roadbook/server/lender/larkspur/wear-guides';
import { describe, expect, test } from 'vitest';
import { estimateWalk } from '../estimate/estimate-walk.ts';
import { newWalk, type Walk } from '../walk.ts';
import { serveWear, wearIn } from './served-wear.ts';
import { chosenData, firstGuideId, wearDataOf } from './wear-data.ts';

const csv = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');
const block = (guides: readonly string[], compareReports: boolean): string =>
  JSON.stringify({ compareReports, guides, charges: csv(writeChargeRows(LARKSPUR_CHARGES)) });

const { report } = generateWalk(7);
const walked = (): Walk => ({
  ...newWalk(report.takenOn, firstGuideId()),
  ...report,
  lender: 'served',
});

describe('the lender’s guides and prices in a page', () => {
  test('judge a walk as they are, the lender’s own first', () => {
    const guides = [LARKSPUR_GUIDE, CARD_GUIDE].map((guide) => csv(writeGuideRows(guide)));
    serveWear(wearIn(block(guides, true)));
    expect(wearDataOf(walked()).map(({ guide }) => guide)).toEqual([LARKSPUR_GUIDE, CARD_GUIDE]);
    expect(chosenData(walked())).toEqual({ guide: LARKSPUR_GUIDE, charges: LARKSPUR_CHARGES });
  });

  test.each([
    ['of a lender that has none', block([], false)],
    ['that the server did not fill', '{{lender.wear}}'],
    ['that are not there', ''],
  ])('%s judge nothing: no verdict, no amount', (_which, text) => {
    serveWear(wearIn(text));
    expect(chosenData(walked())).toBeNull();
    const { findings, range } = estimateWalk(walked());
    expect(findings).toHaveLength(report.findings.length);
    expect(new Set(findings.map(({ verdict }) => verdict))).toEqual(new Set(['unknown']));
    expect(range.highCents).toBe(0n);
  });

  test('say whether walks may be compared', () => {
    expect(wearIn(block([], true)).compareReports).toBe(true);
    expect(wearIn(block([], false)).compareReports).toBe(false);
    expect(wearIn('').compareReports).toBe(false);
  });
});
