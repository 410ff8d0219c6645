import { generateWalks } from '@roadbook/domain/testing/wear/walks';
import { partsOf } from '@roadbook/domain/wear/walk/car-part';
import { describe, expect, it, vi } from 'vitest';

// The catalogue is compiled by the bundler; here a key stands for its sentence.
vi.mock('../../../shared/copy/copy.ts', () => ({
  hasCopy: () => true,
  t: (key: string, values?: Record<string, unknown>) =>
    values === undefined ? key : `${key} ${JSON.stringify(values)}`,
}));

import { formatCents } from '../../../shared/format/cents.ts';
import { estimateWalk } from '../estimate/estimate-walk.ts';
import { firstGuideId } from '../guide/wear-data.ts';
import '../guide/testing/larkspur-wear.ts';
import { NO_WAIVER, newWalk, type Walk } from '../walk.ts';
import { walkReport } from './walk-report.ts';

const walks = generateWalks(60).map(
  ({ report, seed }): Walk => ({
    ...newWalk(report.takenOn, firstGuideId()),
    ...report,
    lender: 'served',
    findings: report.findings.map((each) => ({ ...each, photoIds: ['photo-1', 'photo-2'] })),
    waiver: seed % 2 === 0 ? { ...NO_WAIVER, totalCents: '50000' } : NO_WAIVER,
  }),
);
const MADE = { at: '2026-11-22T18:00:00.000Z', timeZone: 'America/Chicago' };
const photos = new Map([['photo-1', new Uint8Array([255, 216, 255])]]);

describe('the report of a walk', () => {
  it('says the cents of the estimate, and its rows add up to them', () => {
    for (const walk of walks) {
      const table = walkReport(walk, photos, MADE)?.blocks.find((block) => block.kind === 'table');
      if (table?.kind !== 'table') throw new Error('a report has a table');
      const total = estimateWalk(walk).total.totalCents;
      expect(table.rows.at(-1)?.cells.at(-1)).toBe(formatCents(String(total)));
      const cents = table.rows.map((row) => BigInt(row.cells.at(-1)!.replace(/[$,.]/g, '')));
      const sum = cents.slice(0, -1).reduce((before, each) => before + each, 0n);
      expect(sum).toBe(cents.at(-1));
    }
  });

  it('shows seven pictures, and each photo that is there once for its finding', () => {
    for (const walk of walks) {
      const all = walkReport(walk, photos, MADE)?.blocks ?? [];
      const blocks = all.flatMap((each) => (each.kind === 'together' ? each.blocks : [each]));
      expect(blocks.filter(({ kind }) => kind === 'drawing')).toHaveLength(7);
      const entries = blocks.flatMap((each) => (each.kind === 'entry' ? [each] : []));
      expect(entries.map((each) => each.photos.length)).toEqual(walk.findings.map(() => 1));
    }
  });

  it('speaks of every part of the car', () => {
    const [walk] = walks;
    if (walk?.bodyStyle == null) throw new Error('a walk has a car');
    const text = JSON.stringify(walkReport(walk, photos, MADE));
    const silent = partsOf(walk.bodyStyle).filter(({ id }) => !text.includes(`walk.part.${id}`));
    const untouched = silent.filter(({ id }) => walk.inspected.includes(id));
    expect(untouched).toEqual([]);
  });

  it('is none before a car was chosen', () => {
    expect(walkReport({ ...walks[0]!, bodyStyle: null }, photos, MADE)).toBeNull();
  });
});
