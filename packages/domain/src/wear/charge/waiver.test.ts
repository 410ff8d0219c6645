import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../../testing/case-table.ts';
import { damageOf } from '../../../testing/wear/findings-written.ts';
import { dollars, parseDollars, sumCents } from '../../money/cents.ts';
import { date } from '../../time/calendar.ts';
import type { DamageType } from '../walk/damage-type.ts';
import { applyWaivers, type WaivableCharge, type WaiverLimit, type WearWaiver } from './waiver.ts';

const cases = readFileSync(new URL('./cases/waivers.txt', import.meta.url), 'utf8');
const on = date('2026-06-01');
const WAIVER: WearWaiver = {
  id: 'a',
  title: 'Wear waiver',
  order: 1,
  totalCents: 500_000n,
  perEvent: null,
  perMissingPart: null,
  excludes: [],
  expiresOn: null,
  source: 'agreement',
};

describe('a waiver', () => {
  test('pays wear charges within its limits', () => {
    checkTable(cases, (row) => {
      const charges = row.list('charges').map(chargeOf);
      const waiver: WearWaiver = {
        ...WAIVER,
        totalCents: row.text('total') === '-' ? null : row.cents('total'),
        perEvent: limitOf(row.text('each event')),
        perMissingPart: limitOf(row.text('each missing part')),
        excludes: row.list('excludes').map((each) => (each === 'tire' ? each : damageOf(each))),
        expiresOn: row.text('expires') === '-' ? null : row.date('expires'),
      };
      const { waivedCents, totalCents } = applyWaivers(charges, [waiver], row.date('returned'));
      return {
        waived: waivedCents.map(dollars).join('; '),
        'left to pay': owed(charges) - totalCents,
      };
    });
  });

  test('is used up before the next one in the order of use, whatever order they come in', () => {
    const first: WearWaiver = { ...WAIVER, id: 'b', order: 1, totalCents: 100n };
    const second: WearWaiver = { ...WAIVER, order: 2, totalCents: 500n };
    const answers = [
      [first, second],
      [second, first],
    ].map((waivers) => applyWaivers([charge('dent', 300n, 1)], waivers, on).uses);
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.map(({ usedCents, leftCents }) => [usedCents, leftCents])).toEqual([
      [100n, 0n],
      [200n, 300n],
    ]);
  });

  const someCharge = fc
    .tuple(
      fc.constantFrom<DamageType>('dent', 'missing', 'stain'),
      fc.bigInt({ min: 0n, max: 300_000n }),
      fc.integer({ min: 0, max: 4 }),
    )
    .map(([damage, each, times]) => charge(damage, each, times));
  const someLimit = fc.option(
    fc.record<WaiverLimit>({
      limitCents: fc.bigInt({ min: 0n, max: 150_000n }),
      above: fc.constantFrom('cap', 'exclude'),
    }),
  );
  const someWaiver = fc.record<WearWaiver>({
    id: fc.constantFrom('a', 'b', 'c'),
    title: fc.constant(''),
    order: fc.nat({ max: 3 }),
    totalCents: fc.option(fc.bigInt({ min: 0n, max: 500_000n })),
    perEvent: someLimit,
    perMissingPart: someLimit,
    excludes: fc.constantFrom([], ['panel'], ['missing']),
    expiresOn: fc.constantFrom(null, date('2026-05-31'), date('2026-06-01')),
    source: fc.constant(''),
  });

  test('never pays more than a charge or more than it has, and never takes anything', () => {
    fc.assert(
      fc.property(fc.array(someCharge), fc.array(someWaiver), (charges, waivers) => {
        const { waivedCents, uses, totalCents } = applyWaivers(charges, waivers, on);
        expect(sumCents(waivedCents)).toBe(totalCents);
        expect(sumCents(uses.map(({ usedCents }) => usedCents))).toBe(totalCents);
        waivedCents.forEach((cents, index) => {
          expect(cents >= 0n && cents <= owed(charges.slice(index, index + 1))).toBe(true);
        });
        for (const { usedCents, leftCents, expired } of uses) {
          expect(usedCents >= 0n && (leftCents === null || leftCents >= 0n)).toBe(true);
          if (expired) expect(usedCents).toBe(0n);
        }
      }),
    );
  });

  test('alone never makes a higher charge cost less', () => {
    const more = fc.bigInt({ min: 0n, max: 200_000n });
    fc.assert(
      fc.property(someCharge, fc.array(someCharge), someWaiver, more, (one, others, waiver, by) => {
        const net = (first: WaivableCharge): bigint => {
          const charges = [first, ...others];
          return owed(charges) - applyWaivers(charges, [waiver], on).totalCents;
        };
        const higher = { ...one, eachCents: one.eachCents + by };
        expect(net(one) <= net(higher)).toBe(true);
        expect(net(one) <= net({ ...one, times: one.times + 1 })).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

function charge(damage: DamageType, eachCents: bigint, times: number): WaivableCharge {
  return { kind: damage === 'tread-low' ? 'tire' : 'panel', damage, eachCents, times };
}

function chargeOf(written: string): WaivableCharge {
  const [damage = '', amount = '', , times = '1'] = written.split(' ');
  return charge(damageOf(damage), parseDollars(amount) ?? -1n, parseInt(times, 10));
}

function limitOf(written: string): WaiverLimit | null {
  if (written === '-') return null;
  const [amount = '', above] = written.split(' ');
  if (above !== 'cap' && above !== 'exclude') throw new RangeError(written);
  return { limitCents: parseDollars(amount) ?? -1n, above };
}

function owed(charges: readonly WaivableCharge[]): bigint {
  return sumCents(charges.map(({ eachCents, times }) => eachCents * BigInt(times)));
}
