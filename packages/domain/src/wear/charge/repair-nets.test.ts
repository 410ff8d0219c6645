/**
 * Goal: what is owed after a repair is found without pricing the whole walk again for every
 * finding, and comes to the same cent.
 */
import { LARKSPUR_CHARGES } from '@roadbook/server/lender/larkspur/wear-charges';
import { DEMO_GUIDES, LARKSPUR_GUIDE } from '@roadbook/server/lender/larkspur/wear-guides';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { someFinding, someOpenFindings } from '../../../testing/wear/findings.ts';
import { generateWalk } from '../../../testing/wear/walks.ts';
import { date } from '../../time/calendar.ts';
import { ASSUMPTIONS, type Assumption } from '../walk/assumed-sizes.ts';
import type { ConditionReport, Finding } from '../walk/condition-report.ts';
import { wearEstimate } from './estimate.ts';
import { type PricedWalk, priceWalk, type WearBasis } from './price-walk.ts';
import { netsAfterRepair } from './repair-nets.ts';
import type { WearWaiver } from './waiver.ts';

const on = date('2026-06-01');
const someGuide = fc.constantFrom(...DEMO_GUIDES);
const someWaivers = fc
  .array(fc.integer({ min: 1, max: 5_000 }), { maxLength: 3 })
  .map((seeds): WearWaiver[] =>
    seeds.flatMap((seed) =>
      generateWalk(seed).waivers.map((each) => ({ ...each, id: `${each.id}-${seed}` })),
    ),
  );

/** Many findings on one or two parts, where one repair changes what the others cost. */
const crowded = fc
  .tuple(fc.array(someFinding, { minLength: 1, maxLength: 2 }), fc.array(someFinding))
  .chain(([parts, more]) =>
    fc.array(fc.constantFrom(...parts, ...more), { minLength: 2, maxLength: 14 }),
  )
  .map((findings) => findings.map((finding, index) => ({ ...finding, id: `f${index}` })));

/** The slow way: the walk is priced again without each finding and what its repair mends. */
function naiveNets(
  findings: readonly Finding[],
  { charged }: PricedWalk,
  basis: WearBasis,
  assumption: Assumption,
): bigint[] {
  return charged.map((repaired, index) => {
    const rest = findings.filter((finding, other) => {
      const samePart = finding.partId === repaired.finding.partId;
      const replacedToo = repaired.price.per === 'part' && charged[other]?.price.per === 'part';
      return other !== index && !(samePart && replacedToo);
    });
    return priceWalk(rest, basis, assumption).netCents;
  });
}

describe('what is owed after each repair', () => {
  const shapes = fc.oneof(crowded, someOpenFindings);

  test('is to the cent what pricing the rest of the walk again says', () => {
    fc.assert(
      fc.property(shapes, someGuide, someWaivers, (findings, guide, waivers) => {
        const basis: WearBasis = { guide, charges: LARKSPUR_CHARGES, waivers, on };
        for (const assumption of ASSUMPTIONS) {
          const priced = priceWalk(findings, basis, assumption);
          expect(netsAfterRepair(findings, priced, basis, assumption)).toEqual(
            naiveNets(findings, priced, basis, assumption),
          );
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the work of an estimate', () => {
  /** How often the guide's rules were gone through for a walk. */
  const looksAtRules = (findings: readonly Finding[]): number => {
    let looks = 0;
    const guide = {
      ...LARKSPUR_GUIDE,
      get rules() {
        looks += 1;
        return LARKSPUR_GUIDE.rules;
      },
    };
    const report: ConditionReport = {
      bodyStyle: 'sedan',
      findings,
      inspected: [],
      skipped: [],
      takenOn: on,
    };
    wearEstimate(report, guide, LARKSPUR_CHARGES, []);
    return looks;
  };
  const many = (count: number): Finding[] => {
    const walks = Array.from({ length: count }, (_, seed) => generateWalk(seed + 1));
    const findings = walks.flatMap(({ report }) => report.findings).slice(0, count);
    return findings.map((finding, index) => ({ ...finding, id: `f${index}` }));
  };
  const onOnePart = (count: number): Finding[] =>
    many(count).map((finding, index) => ({
      ...finding,
      partId: 'hood',
      damage: 'dent',
      sizeMils: index % 4 === 0 ? null : 100 + index,
      count: 1 + index,
    }));

  test.each([
    ['spread over the car', many],
    ['all on one part', onOnePart],
  ])('grows with the findings, %s', (_where, walk) => {
    expect(looksAtRules(walk(480)) / looksAtRules(walk(120))).toBeLessThan(4.5);
  });
});
