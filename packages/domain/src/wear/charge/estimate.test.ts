import { LARKSPUR_CHARGES } from '@roadbook/server/lender/larkspur/wear-charges';
import { DEMO_GUIDES, LARKSPUR_GUIDE } from '@roadbook/server/lender/larkspur/wear-guides';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { someFinding, someFindings, someOpenFindings } from '../../../testing/wear/findings.ts';
import { FINDING } from '../../../testing/wear/findings-written.ts';
import { naiveEstimate } from '../../../testing/wear/naive-estimate.ts';
import { generateWalk, generateWalks } from '../../../testing/wear/walks.ts';
import { sumCents } from '../../money/cents.ts';
import { date } from '../../time/calendar.ts';
import { RULE_CLAUSES } from '../guide/judge-finding.ts';
import { partById, partsOf } from '../walk/car-part.ts';
import type { ConditionReport, Finding } from '../walk/condition-report.ts';
import { withoutFindings } from '../walk/condition-report.ts';
import { WEAR_LINE_LABELS, WEAR_WAIVER_RULE, wearEstimate } from './estimate.ts';

const report = (findings: readonly Finding[]): ConditionReport => ({
  bodyStyle: 'sedan',
  findings,
  inspected: [],
  skipped: [],
  takenOn: date('2026-06-01'),
});
const estimate = (findings: readonly Finding[], guide = LARKSPUR_GUIDE) =>
  wearEstimate(report(findings), guide, LARKSPUR_CHARGES, []);
const someGuide = fc.constantFrom(...DEMO_GUIDES);
const someWaivers = fc.integer({ min: 1, max: 5_000 }).map((seed) => generateWalk(seed).waivers);

describe('500 walks', () => {
  test('cost to the cent what a naive second reckoning says', () => {
    let unknown = 0;
    for (const { report: walk, waivers, seed } of generateWalks(500)) {
      const guide = DEMO_GUIDES[seed % 2] ?? LARKSPUR_GUIDE;
      const { findings, range } = wearEstimate(walk, guide, LARKSPUR_CHARGES, waivers);
      const kindOf = (partId: string) => partById(partId)!.kind;
      const charges = LARKSPUR_CHARGES;
      const on = walk.takenOn;
      const question = { findings: walk.findings, kindOf, guide, charges, waivers, on };
      expect({
        seed,
        verdicts: findings.map(({ verdict }) => verdict),
        chargeCents: findings.map(({ chargeCents }) => chargeCents),
        lowCents: range.lowCents,
        likelyCents: range.likelyCents,
        highCents: range.highCents,
      }).toEqual({ seed, ...naiveEstimate(question) });
      unknown += findings.filter(({ verdict }) => verdict === 'unknown').length;
    }
    expect(unknown).toBeGreaterThan(100);
  });
});

describe('an estimate', () => {
  test('is the sum of its lines, between its ends, and never negative', () => {
    fc.assert(
      fc.property(someOpenFindings, someGuide, someWaivers, (findings, guide, waivers) => {
        const {
          total,
          range,
          beforeWaiversCents,
          findings: estimated,
        } = wearEstimate(report(findings), guide, LARKSPUR_CHARGES, waivers);
        expect(sumCents(total.lines.map(({ cents }) => cents))).toBe(total.totalCents);
        expect(total.totalCents).toBe(range.likelyCents);
        expect(range.lowCents).toBeGreaterThanOrEqual(0n);
        expect(range.lowCents <= range.likelyCents && range.likelyCents <= range.highCents).toBe(
          true,
        );
        expect(sumCents(estimated.map((each) => each.chargeCents))).toBe(beforeWaiversCents);
        const net = estimated.map((each) => each.chargeCents - each.waivedCents);
        expect(net.every((cents) => cents >= 0n)).toBe(true);
        expect(sumCents(net)).toBe(total.totalCents);
        expect(total.totalCents <= beforeWaiversCents).toBe(true);
        for (const { label, rule, cents } of total.lines) {
          expect(WEAR_LINE_LABELS).toContain(label);
          expect([...RULE_CLAUSES, WEAR_WAIVER_RULE]).toContain(rule);
          expect(cents < 0n).toBe(label === 'wear-waiver');
        }
      }),
    );
  });

  test('is exact once every measure is known, whatever it turns out to be', () => {
    fc.assert(
      fc.property(someFindings, someGuide, (findings, guide) => {
        const open = findings.map((each) => ({
          ...each,
          sizeMils: null,
          treadThirtySeconds: null,
        }));
        const before = estimate(open, guide).range;
        const after = estimate(findings, guide).range;
        expect(after.lowCents).toBe(after.highCents);
        expect(after.openFindings).toBe(0);
        expect(before.lowCents <= after.likelyCents).toBe(true);
        expect(after.likelyCents <= before.highCents).toBe(true);
      }),
    );
  });

  test('never falls when a finding is added, or one is larger, more often there or worse', () => {
    const more = fc.nat({ max: 20_000 });
    fc.assert(
      fc.property(someGuide, someFinding, someFindings, more, (guide, finding, others, by) => {
        const gross = (findings: readonly Finding[]) =>
          estimate(findings, guide).beforeWaiversCents;
        const without = gross(others);
        const withIt = gross([finding, ...others]);
        const size = finding.sizeMils === null ? null : finding.sizeMils + by;
        const worn = finding.treadThirtySeconds;
        const worse: Finding[] = [
          { ...finding, sizeMils: size },
          { ...finding, count: finding.count + by },
          { ...finding, paintBroken: true },
          { ...finding, inDriversView: true },
          { ...finding, treadThirtySeconds: worn === null ? null : Math.max(0, worn - by) },
        ];
        expect(without <= withIt).toBe(true);
        for (const each of worse) expect(withIt <= gross([each, ...others])).toBe(true);
      }),
    );
  });

  test('says of each finding what its repair saves, and saves just that', () => {
    fc.assert(
      fc.property(someFindings, someGuide, (findings, guide) => {
        const before = estimate(findings, guide);
        for (const each of before.findings) {
          const repaired = before.findings
            .filter((other) => other === each || each.includedIn === other.finding.id)
            .map((other) => other.finding.id);
          const walk = withoutFindings(report(findings), repaired);
          const after = wearEstimate(walk, guide, LARKSPUR_CHARGES, []);
          expect(each.savesCents >= 0n).toBe(true);
          expect(each.savesCents >= before.total.totalCents - after.total.totalCents).toBe(true);
          if (each.verdict === 'ordinary') expect(each.advice).toBe('leave');
        }
      }),
    );
  });

  test('charges a part that must be replaced once, to the finding that costs most', () => {
    const tire = { ...FINDING, partId: 'left-front-tire' };
    const worn = { ...tire, id: 'worn', damage: 'tread-low', treadThirtySeconds: 2 } as const;
    const odd = { ...tire, id: 'odd', damage: 'mismatched-tire' } as const;
    const { findings, total } = estimate([worn, odd]);
    expect(findings.map(({ chargeCents }) => chargeCents)).toEqual([185_00n, 0n]);
    expect(findings.map(({ includedIn }) => includedIn)).toEqual([null, 'worn']);
    expect(findings.map(({ reason }) => reason)).toEqual(['ranges-overlap', 'fixed-with-another']);
    expect(findings.map(({ savesCents }) => savesCents)).toEqual([185_00n, 185_00n]);
    expect(total.lines).toHaveLength(1);
  });

  test('cites no measure that nobody took, and says what is still open', () => {
    const { findings, total, range } = estimate([FINDING]);
    expect(findings[0]).toMatchObject({
      verdict: 'unknown',
      severity: null,
      rule: { clause: 'over-length', limit: 4_000, measured: null },
      chargeLowCents: 0n,
      chargeCents: 200_00n,
      chargeHighCents: 600_00n,
      advice: 'compare',
      reason: 'size-unknown',
    });
    expect(total.lines[0]?.inputs).toMatchObject({ limit: '4000', measured: 'none', times: '1' });
    expect(range).toMatchObject({ openFindings: 1, openParts: partsOf('sedan').length - 1 });
  });

  test('says how many parts nobody looked at, those that were skipped among them', () => {
    const walk = { ...report([FINDING]), inspected: ['hood'], skipped: ['roof'] };
    const { range } = wearEstimate(walk, LARKSPUR_GUIDE, LARKSPUR_CHARGES, []);
    expect(range.openParts).toBe(partsOf('sedan').length - 2);
  });

  test('of a part that no car has is a bug, not an answer', () => {
    expect(() => estimate([{ ...FINDING, partId: 'wing' }])).toThrow(RangeError);
    const unpriced = { ...LARKSPUR_CHARGES, rows: [] };
    expect(() => wearEstimate(report([FINDING]), LARKSPUR_GUIDE, unpriced, [])).toThrow('no price');
  });
});
