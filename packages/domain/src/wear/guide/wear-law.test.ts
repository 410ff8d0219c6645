import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../../testing/case-table.ts';
import { addDays, date } from '../../time/calendar.ts';
import { type WearLaw, wearChargeRight } from './wear-law.ts';

const cases = readFileSync(new URL('./cases/wear-notice.txt', import.meta.url), 'utf8');
const LAW: WearLaw = {
  id: 'strict',
  version: 1,
  effectiveFrom: date('2020-01-01'),
  source: 'New York Personal Property Law § 343',
  noticeFromDays: 40,
  noticeToDays: 20,
  earlyNoticeBusinessDays: 10,
  noticeTypePoints: 10,
  scheduledEndBases: ['actual-repair-cost', 'licensed-appraiser-estimate'],
  earlyEndBases: ['actual-repair-cost'],
  customerAppraisalDays: 20,
  holderAppraisalDays: 30,
  arbitration: true,
};

describe('a wear charge under a strict law', () => {
  test('needs a notice in its days', () => {
    checkTable(cases, (row) => {
      const end = row.text('end') === 'early' ? 'early' : 'scheduled';
      const noticeOn = row.text('notice') === '-' ? null : row.date('notice');
      const right = wearChargeRight(LAW, { end, endsOn: row.date('ends'), noticeOn });
      return {
        from: right.noticeFrom,
        to: right.noticeTo,
        answer: right.allowed ? 'allowed' : right.reason,
        bases: right.allowed ? right.bases.join('; ') : null,
      };
    });
  });

  test('is allowed on the days from the first to the last of notice and on no other', () => {
    const offset = fc.integer({ min: -60, max: 60 });
    const end = fc.constantFrom('scheduled' as const, 'early' as const);
    fc.assert(
      fc.property(end, offset, fc.nat({ max: 3_000 }), (way, days, later) => {
        const endsOn = addDays(date('2024-01-01'), later);
        const noticeOn = addDays(endsOn, days);
        const right = wearChargeRight(LAW, { end: way, endsOn, noticeOn });
        const inTime = noticeOn >= right.noticeFrom && noticeOn <= right.noticeTo;
        expect(right.allowed).toBe(inTime);
        if (way === 'scheduled') expect(inTime).toBe(days >= -40 && days <= -20);
      }),
    );
  });
});
