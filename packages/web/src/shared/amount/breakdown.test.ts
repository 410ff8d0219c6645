import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';

// The catalogue is compiled by the bundler; here a key stands for its sentence.
vi.mock('../copy/copy.ts', () => ({
  hasCopy: (key: string) => !key.includes('unheard-of'),
  t: (key: string, values?: Record<string, string>) =>
    values === undefined ? key : `${key} ${JSON.stringify(values)}`,
}));

import { barParts, stated, summed } from './breakdown.ts';
import { inputsOf, labelOf, ruleOf } from './line-words.ts';

const line = (cents: string) => ({ label: 'principal', rule: 'stated', inputs: {}, cents });

describe('an amount made of parts', () => {
  it('adds up and leaves zeros out', () => {
    const sum = summed([line('39091'), line('0'), line('-0'), line('5569')]);
    expect(sum.totalCents).toBe('44660');
    expect(sum.lines).toHaveLength(2);
  });

  it('keeps one line when there is nothing at all', () => {
    expect(summed([line('0'), line('0')]).lines).toHaveLength(1);
  });
});

describe('what a line says', () => {
  const odd = stated('unheard-of-label', 'unheard-of-rule', '1').lines[0]!;

  it('writes each input as a person would', () => {
    const inputs = {
      principalCents: '1997745',
      annualRatePpb: '29900000',
      from: '2017-01-10',
      excessMiles: '12000',
      dayCount: 'actual/365',
    };
    expect(
      inputsOf({ ...line('5073'), inputs }).map(({ value }) => value.replace(/ .*"month":/, ' ')),
    ).toEqual([
      '$19,977.45',
      '2.99%',
      expect.stringContaining('date.long'),
      '12,000',
      'actual/365',
    ]);
  });

  it('still says something when the code is newer than the catalogue', () => {
    expect(labelOf(odd)).toBe('unheard of label');
    expect(ruleOf(odd)).toBeNull();
  });
});

describe('the bar of parts', () => {
  it('fills the whole length without gap or overlap', () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: -5000n, max: 10n ** 15n }), { minLength: 1 }),
        (all) => {
          const parts = barParts(all.map((cents) => line(String(cents))));
          let at = 0;
          for (const part of parts) {
            expect(part.start).toBe(at);
            expect(part.length).toBeGreaterThanOrEqual(0);
            at += part.length;
          }
          expect(at).toBe(all.some((cents) => cents > 0n) ? 1000 : 0);
        },
      ),
    );
  });
});
